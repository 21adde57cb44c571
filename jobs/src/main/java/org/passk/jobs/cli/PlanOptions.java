package org.passk.jobs.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a plan of further samples is asked for. */
final class PlanOptions {
    /** What is to be decided. */
    enum Question {
        /** ΔSE at the headline k. */
        DELTA_SE,
        /** The difference of the curves at k*, or at the largest k where they do not cross. */
        CROSSOVER
    }

    @Parameters(paramLabel = "STUDY", description = "the study file, or the folder that it wrote to")
    String study;

    @Option(
            names = "--half-width",
            required = true,
            paramLabel = "X",
            description = "the interval is to be the estimate ± X, a fraction such as 0.02")
    double halfWidth;

    @Option(names = "--of", paramLabel = "WHAT", description = "delta_se or crossover; ${DEFAULT-VALUE} by default")
    Question question = Question.DELTA_SE;

    @Option(
            names = "--level",
            paramLabel = "L",
            description = "nominal coverage of the interval; ${DEFAULT-VALUE} by default")
    double level = 0.95;

    @Option(
            names = "--these-problems",
            description = "the question is about these problems alone, and not about others of their kind")
    boolean theseProblems;

    @Option(
            names = "--chunk",
            paramLabel = "N",
            description = "samples that are given out together; ${DEFAULT-VALUE} by default")
    long chunk = 32;

    @Option(
            names = "--max-samples",
            paramLabel = "N",
            description = "the most samples of a problem in all; ${DEFAULT-VALUE} by default")
    long most = 8192;

    @Option(names = "--json", description = "the work list as JSON lines instead of CSV")
    boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "where the work list goes; to the terminal by default")
    Optional<String> out = Optional.empty();
}
