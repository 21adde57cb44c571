package org.passk.jobs.cli;

import org.passk.fault.PasskException;
import org.passk.jobs.ComparedStudies;
import org.passk.jobs.FinishedStudy;
import org.passk.jobs.Sessions;
import org.passk.jobs.StudyComparison;
import org.passk.settings.Surroundings;

/** Puts two finished studies of the same generations against each other. */
final class CompareCommand {
    private static final int MOST_EXAMPLES = 10_000;

    private final Terminal terminal;
    private final Surroundings surroundings;
    private final Sessions sessions;

    CompareCommand(Terminal terminal, Surroundings surroundings, Sessions sessions) {
        this.terminal = terminal;
        this.surroundings = surroundings;
        this.sessions = sessions;
    }

    int run(CompareOptions options) {
        if (options.examples < 0 || options.examples > MOST_EXAMPLES) {
            throw PasskException.configuration(
                    "--examples " + options.examples + ": expected a number in [0, " + MOST_EXAMPLES + "]");
        }
        // Mistakes are found before Spark starts.
        FinishedStudy a = FinishedStudy.open(options.a, surroundings);
        FinishedStudy b = FinishedStudy.open(options.b, surroundings);
        StudyComparison comparison = new StudyComparison(a, b);
        ComparedStudies compared = SparkStart.within(
                sessions,
                "compare",
                options.a + " and " + options.b,
                session -> comparison.run(session, options.examples));
        options.out.ifPresent(folder -> write(folder, compared));
        terminal.out().print(options.json ? CompareJson.of(compared) : CompareText.of(compared));
        terminal.out().flush();
        return 0;
    }

    private static void write(String folder, ComparedStudies compared) {
        FinishedStudy.write(folder + "/compare.json", CompareJson.of(compared));
        FinishedStudy.write(folder + "/compare.csv", CompareCsv.of(compared));
    }
}
