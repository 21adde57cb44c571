package org.passk.jobs.cli;

import java.util.List;
import java.util.Optional;
import org.passk.jobs.ReviewStudy;
import org.passk.jobs.Sessions;
import org.passk.jobs.review.ReviewExport;
import org.passk.jobs.review.ReviewImport;
import org.passk.settings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The review of chains of thought by people: texts out, labels in. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Has people label chains of thought, and says what their labels mean.",
            "docs/review.md tells how, and gives the estimators."
        },
        footer = {"", PasskCommand.EXIT_CODES, "", "Example: passk review export data-samples/crossing/study.conf"})
final class ReviewCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Terminal terminal;
    private final Surroundings surroundings;
    private final Sessions sessions;

    ReviewCommand(Terminal terminal, Surroundings surroundings, Sessions sessions) {
        this.terminal = terminal;
        this.surroundings = surroundings;
        this.sessions = sessions;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: expected export or import");
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                PasskCommand.EXIT_CODES,
                "",
                "Example: passk review export --accuracy-below 0.1 data-samples/crossing/study.conf"
            },
            description = {
                "Draws correct responses of the hardest solvable problems, for people to label.",
                "Writes review.html (a page that needs no network), review.csv, review.jsonl and design.json."
            })
    int export(@Mixin ReviewExportOptions options) {
        ReviewExport export = new ReviewExport(ReviewStudy.open(options.study, surroundings), options.request());
        ReviewExport.Result result = SparkStart.within(sessions, "review", options.study, export::run);
        terminal.out().print(ReviewTables.of(result));
        terminal.out().flush();
        return 0;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Rows that cannot be used are listed and left out; a label of a response that was not drawn ends the command.",
                "",
                PasskCommand.EXIT_CODES,
                "",
                "Example: passk review import data-samples/crossing/study.conf labels-ada.csv labels-bo.csv"
            },
            description = {
                "Takes labels (valid, invalid, unsure) as CSV or JSON lines.",
                "Says which problems have a valid chain, and CoT-pass@k with an interval. Writes review.json and"
                        + " review-metrics.csv beside the design."
            })
    int labels(
            @Parameters(index = "0", paramLabel = "STUDY", description = "the study file of the export") String study,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "LABELS", description = "files of labels")
                    List<String> files,
            @Option(
                            names = "--design",
                            paramLabel = "FILE",
                            description = "the design.json of the export; that of OUTPUT/review by default")
                    Optional<String> design,
            @Option(names = "--json", description = "print review.json instead of tables") boolean json) {
        ReviewImport.Outcome outcome = ReviewImport.run(ReviewStudy.open(study, surroundings), files, design);
        outcome.rejected().forEach(row -> terminal.err().println(ReviewTables.line(row)));
        terminal.err().flush();
        terminal.out().print(json ? outcome.json() : ReviewTables.of(outcome));
        terminal.out().flush();
        return 0;
    }
}
