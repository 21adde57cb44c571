package org.passk.jobs.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.passk.jobs.Sessions;
import org.passk.jobs.Stage;
import org.passk.settings.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command; its subcommands do the work. */
@Command(
        name = "passk",
        mixinStandardHelpOptions = true,
        versionProvider = PasskCommand.Version.class,
        description = {
            "What can this model solve, and what did training change?",
            "Verifies sampled generations, counts the correct ones per problem, and computes pass@k and ΔSE."
        },
        footer = {"", PasskCommand.EXIT_CODES, "", "Example: passk evaluate data-samples/crossing/study.conf"},
        subcommands = {CommandLine.HelpCommand.class})
final class PasskCommand implements Runnable {
    static final String EXIT_CODES =
            "Exit codes: 0 done, 1 internal error, 2 usage or configuration, 3 health gate or claim, 4 input, 5 resources or the"
                    + " outside world. _STATUS.json in the output folder says the same.";

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;
    private final Surroundings surroundings;
    private final Sessions sessions;
    private final Clock clock;
    private final LongSupplier cpuNanos;

    PasskCommand(Terminal terminal, Surroundings surroundings, Sessions sessions, Clock clock, LongSupplier cpuNanos) {
        this.terminal = terminal;
        this.sessions = sessions;
        this.surroundings = surroundings;
        this.clock = clock;
        this.cpuNanos = cpuNanos;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES, "", "Example: passk evaluate data-samples/crossing/study.conf"},
            description = {
                "Runs all stages of a study: verify, tally, metrics, report.",
                "What an earlier run has done is not done again: only new or changed input is read."
            })
    int evaluate(@CommandLine.Mixin StudyOptions options) {
        return stages(options, "evaluate", Set.of(Stage.values()));
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES, "", "Example: passk verify data-samples/crossing/study.conf"},
            description = "Reads the generations and verifies each one; writes verdict segments.")
    int verify(@CommandLine.Mixin StudyOptions options) {
        return stages(options, "verify", Set.of(Stage.VERIFY));
    }

    @Command(
            name = "tally",
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES, "", "Example: passk tally data-samples/crossing/study.conf"},
            description = "Counts per run, benchmark and problem, from the verdict segments.")
    int tally(@CommandLine.Mixin StudyOptions options) {
        return stages(options, "tally", Set.of(Stage.TALLY));
    }

    @Command(
            name = "metrics",
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES, "", "Example: passk metrics data-samples/crossing/study.conf"},
            description = "Computes pass@k and ΔSE from the tallies.")
    int metrics(@CommandLine.Mixin StudyOptions options) {
        return stages(options, "metrics", Set.of(Stage.METRICS));
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES, "", "Example: passk report data-samples/crossing/study.conf"},
            description = "Writes report.md, report.json and metrics.csv from the metrics.")
    int report(@CommandLine.Mixin StudyOptions options) {
        return stages(options, "report", Set.of(Stage.REPORT));
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 done, 2 a file is missing or a study mistaken, 4 a file is unreadable, empty, of no known"
                        + " format or without a required column; of several the smallest.",
                "",
                "Example: passk explain data-samples/crossing/study.conf data-samples/crossing/rl/part0.jsonl"
            },
            description = {
                "Tells what passk makes of files, without running anything.",
                "A study file (.conf): its runs and sources. A generation file: format, fields and their meaning, and"
                        + " how many records would be read and rejected, and why. A file of counts or of"
                        + " log-probabilities: its columns, which are missing, and its first rows as understood. A"
                        + " problem file: format, number of problems, where the references come from."
            })
    int explain(
            @CommandLine.Parameters(
                            paramLabel = "FILE",
                            arity = "1..*",
                            description = "study, generation, counts, log-probability or problem files")
                    List<String> files,
            @CommandLine.Option(names = "--json", description = "for machines") boolean json) {
        return new ExplainCommand(terminal, surroundings).run(files, json);
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES, "", "Example: passk generate --problems 100 --forms long,wide /tmp/made-up"},
            description = {
                "Makes up a study of any size whose truth is known: problems, generations, study.conf, truth.",
                "Success rates, their correlation and text lengths are those of published runs; everything follows"
                        + " from the seed."
            })
    int generate(@CommandLine.Mixin GenerateOptions options) {
        return new SyntheticCommands(terminal, sessions).generate(options);
    }

    @Command(
            name = "truth",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 every count is the true one, 3 some are not; others as for evaluate.",
                "",
                "Example: passk truth /tmp/made-up/out"
            },
            description = "Compares a run of a made-up study with its truth: every count of every run and problem.")
    int truth(
            @CommandLine.Parameters(paramLabel = "OUTPUT", description = "the folder that the run wrote to")
                    String output,
            @CommandLine.Option(
                            names = "--truth",
                            paramLabel = "FOLDER",
                            description = "the folder of the truth; the one beside OUTPUT by default")
                    Optional<String> truth) {
        return new SyntheticCommands(terminal, sessions).truth(output, truth);
    }

    @Command(
            name = "judge",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 done, whatever the verdict; others as for evaluate.",
                "",
                "Example: passk judge --gold \\frac12 --answer 0.5"
            },
            description = {
                "Explains one verdict.",
                "What was extracted and through which channel, how gold and answer were read, which rule decided."
            })
    int judge(@CommandLine.Mixin JudgeOptions options) {
        return new JudgeCommand(terminal).run(options);
    }

    @Command(
            name = "doctor",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 programs can be verified here, 2 there is no Python, 3 nothing confines them.",
                "",
                "Example: passk doctor"
            },
            description = {
                "Says what this machine can run: the interpreter of programs, and how they are confined.",
                "Each confinement is tried with a program, strongest first."
            })
    int doctor(@CommandLine.Mixin SandboxOptions options) {
        return new DoctorCommand(terminal).run(options.settings());
    }

    @Command(
            name = "conformance",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 done, whatever the cases show, 2 usage, 4 the folder or a file cannot be read or a line is"
                        + " no case.",
                "",
                "Example: passk conformance cases/math"
            },
            description = {
                "Runs published cases through the verifiers: right, false positives (FP) and false negatives (FN).",
                "Every *.jsonl below DIR is read, one case a line. Shapes are told by their fields: gold, prediction,"
                        + " expected; gold, text, expected; latex, sympy_str; latex, expected = parse_error; text,"
                        + " expected_extracted. Files of other shapes are named as skipped.",
                "expected = null is right when the verdict comes within the limits. Without a decision a case is not"
                        + " right.",
                "Cases that have the field options, even empty, come from graders that take the last number or formula"
                        + " of a text that states no answer: they run with last_number = true. All others run with the"
                        + " documented defaults.",
                "Times are CPU times of single cases, after 1,000 cases to warm up.",
                "A folder with a manifest.json holds hostile programs; right is a program whose verdict is one of those"
                        + " listed and after which the machine is as it was before."
            })
    int conformance(
            @CommandLine.Parameters(paramLabel = "DIR", description = "the folder of the cases") Path folder,
            @CommandLine.Option(names = "--json", description = "for machines: only the counts and times") boolean json,
            @CommandLine.Mixin SandboxOptions options) {
        return new ConformanceCommand(terminal, cpuNanos).run(folder, json, options.settings());
    }

    @Command(
            name = "claim",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 every claim holds, 3 one fails or is undecided, 2 the file has a mistake; others as for"
                        + " evaluate.",
                "",
                "Example: passk claim claims.txt data-samples/crossing/study.conf"
            },
            description = {
                "Checks claims such as pass@1(rl) - pass@1(base) > 0 at 95 %% against an evaluated study.",
                "docs/claims.md gives the grammar."
            })
    int claim(
            @CommandLine.Parameters(paramLabel = "FILE", description = "the claims, one a line") String file,
            @CommandLine.Parameters(
                            paramLabel = "STUDY",
                            arity = "0..1",
                            defaultValue = "study.conf",
                            description = "the study file, or the folder that it wrote to; ${DEFAULT-VALUE} by default")
                    String study,
            @CommandLine.Option(names = "--junit", paramLabel = "FILE", description = "the results as JUnit XML too")
                    Optional<String> junit) {
        return new ClaimCommand(terminal, surroundings).run(file, study, junit);
    }

    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 done, whatever can be reached; others as for evaluate.",
                "",
                "Example: passk plan --half-width 0.02 data-samples/crossing/study.conf"
            },
            description = {
                "Says which problems need how many more samples to know ΔSE or the crossing to within ± X.",
                "The work list is CSV or JSON lines; where no number of samples suffices, it is empty and said so."
            })
    int plan(@CommandLine.Mixin PlanOptions options) {
        return new PlanCommand(terminal, surroundings).run(options);
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES, "", "Example: passk compare out/strict out/lenient"},
            description = {
                "Puts two evaluated studies of the same generations against each other.",
                "Which verdicts differ between two policies, verifiers or versions, by which rule, and what that does to"
                        + " pass@k, ΔSE and the crossover. docs/compare.md has an example."
            })
    int compare(@CommandLine.Mixin CompareOptions options) {
        return new CompareCommand(terminal, surroundings, sessions).run(options);
    }

    private int stages(StudyOptions options, String command, Set<Stage> stages) {
        return new StageCommand(terminal, surroundings, sessions, clock).run(options, command, stages);
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"passk " + RunFacts.passkVersion()};
        }
    }
}
