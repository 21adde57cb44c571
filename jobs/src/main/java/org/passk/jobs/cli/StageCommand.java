package org.passk.jobs.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.passk.fault.PasskException;
import org.passk.jobs.Evaluation;
import org.passk.jobs.FileTrouble;
import org.passk.jobs.HealthGate;
import org.passk.jobs.LoadedStudyFile;
import org.passk.jobs.OutputFolder;
import org.passk.jobs.RunRecord;
import org.passk.jobs.Sessions;
import org.passk.jobs.Stage;
import org.passk.report.Report;
import org.passk.report.render.ReportData;
import org.passk.report.render.ReportText;
import org.passk.settings.Surroundings;
import org.passk.spark.stage.Progress;
import org.passk.spark.stage.TaskFailure;

/** Runs stages of a study: session, stages, health gate, status and manifest. */
final class StageCommand {
    private final Terminal terminal;
    private final Surroundings surroundings;
    private final Sessions sessions;
    private final Clock clock;

    StageCommand(Terminal terminal, Surroundings surroundings, Sessions sessions, Clock clock) {
        this.terminal = terminal;
        this.sessions = sessions;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    int run(StudyOptions options, String command, Set<Stage> stages) {
        Instant started = clock.instant();
        LoadedStudyFile study = LoadedStudyFile.load(
                options.study, options.baseDir, options.overrides(), surroundings, new Configuration());
        SparkSession session = open(study, command, started);
        try {
            OutputFolder output =
                    Evaluation.outputOf(study, session.sparkContext().hadoopConfiguration());
            output.create();
            RunRecord record = new RunRecord(command, RunFacts.passkVersion(), session.version(), study, started);
            return run(options, stages, study, session, output, record);
        } finally {
            sessions.close(session);
        }
    }

    /** A session that cannot be had is a failed run like any other: its status is written too. */
    private SparkSession open(LoadedStudyFile study, String command, Instant started) {
        try {
            return SparkStart.open(sessions, study.study().settings().study().name());
        } catch (PasskException trouble) {
            OutputFolder output = Evaluation.outputOf(study, new Configuration());
            RunRecord record = new RunRecord(command, RunFacts.passkVersion(), "", study, started);
            output.write("_STATUS.json", record.status(Optional.empty(), Optional.of(trouble), clock.instant()));
            throw trouble;
        }
    }

    private int run(
            StudyOptions options,
            Set<Stage> stages,
            LoadedStudyFile study,
            SparkSession session,
            OutputFolder output,
            RunRecord record) {
        Progress progress = options.quiet ? Progress.SILENT : new ProgressPrinter(terminal.err(), clock);
        Evaluation.Outcome outcome;
        try {
            outcome = new Evaluation(study, session, progress).run(stages);
        } catch (IOException e) {
            return failed(FileTrouble.of("", e), output, record);
        } catch (PasskException e) {
            return failed(e, output, record);
        } catch (RuntimeException e) {
            PasskException trouble =
                    FileTrouble.known(options.study, e).orElseGet(() -> TaskFailure.of(options.study, e));
            return failed(trouble, output, record);
        }
        Optional<PasskException> trouble =
                HealthGate.check(outcome.report(), study.study().settings());
        output.write("manifest.json", record.manifest(outcome, clock.instant()));
        output.write("_STATUS.json", record.status(Optional.of(outcome), trouble, clock.instant()));
        print(options, stages, outcome, output);
        trouble.ifPresent(t -> terminal.err().println("passk: " + t.getMessage()));
        return trouble.map(t -> t.kind().exitCode()).orElse(0);
    }

    private int failed(PasskException e, OutputFolder output, RunRecord record) {
        try {
            output.write("_STATUS.json", record.status(Optional.empty(), Optional.of(e), clock.instant()));
        } catch (PasskException second) {
            terminal.err().println("passk: " + second.getMessage());
        }
        CommandLineApp.report(e, terminal.err());
        return e.kind().exitCode();
    }

    private void print(StudyOptions options, Set<Stage> stages, Evaluation.Outcome outcome, OutputFolder output) {
        if (stages.contains(Stage.VERIFY) && !options.quiet) {
            terminal.err().println(work(outcome));
        }
        if (options.json) {
            printJson(outcome.report());
        } else if (stages.contains(Stage.REPORT)) {
            terminal.out().print(new ReportText(outcome.report()).terminal());
            terminal.out().println();
            terminal.out().println("Written to " + output.display() + ": report.md, report.json, metrics.csv");
        }
        terminal.out().flush();
    }

    private void printJson(Report report) {
        try {
            new ReportData(report).json(terminal.out());
        } catch (IOException e) {
            throw FileTrouble.of("", e);
        }
    }

    private static String work(Evaluation.Outcome outcome) {
        if (outcome.verifiedSplits() == 0) {
            return "nothing to verify: all splits (" + outcome.reusedSplits() + ") are unchanged since an earlier run";
        }
        String reused =
                outcome.reusedSplits() == 0 ? "" : ", " + outcome.reusedSplits() + " unchanged since an earlier run";
        List<String> computed = outcome.computed();
        return "verified " + outcome.verifiedSplits() + (outcome.verifiedSplits() == 1 ? " split" : " splits") + reused
                + (computed.isEmpty() ? "" : "; computed " + String.join(", ", computed));
    }
}
