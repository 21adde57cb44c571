package org.passk.jobs.cli;

import java.util.Optional;
import org.passk.analysis.review.ReviewOptions;
import org.passk.fault.PasskException;
import org.passk.jobs.review.ReviewExport;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which responses are reviewed. */
final class ReviewExportOptions {
    @Parameters(paramLabel = "STUDY", description = "the study file; it has to be evaluated")
    String study;

    @Option(names = "--out", paramLabel = "DIR", description = "where the files go; OUTPUT/review by default")
    Optional<String> out = Optional.empty();

    @Option(names = "--benchmark", paramLabel = "NAME", description = "only this benchmark")
    Optional<String> benchmark = Optional.empty();

    @Option(
            names = {"--run", "--model"},
            paramLabel = "NAME",
            description = "only this run: its name in reports, its id, or its model")
    Optional<String> run = Optional.empty();

    @Option(
            names = "--accuracy-below",
            paramLabel = "X",
            description = "problems with 0 < c/n < X are eligible; ${DEFAULT-VALUE} by default")
    double accuracyBelow = 0.05;

    @Option(
            names = "--bands",
            paramLabel = "N",
            description = "bands of accuracy that are each drawn from; ${DEFAULT-VALUE} by default")
    int bands = 2;

    @Option(
            names = "--per-problem",
            paramLabel = "N",
            description = "the most correct responses of a problem; ${DEFAULT-VALUE} by default")
    int perProblem = 8;

    @Option(
            names = "--problems",
            paramLabel = "N",
            description = "the most problems of a run on a benchmark; all eligible ones by default")
    int problems;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of everything that is drawn; ${DEFAULT-VALUE} by default")
    long seed = 1;

    @Option(
            names = "--max-responses",
            paramLabel = "N",
            description = "more responses than this are refused; ${DEFAULT-VALUE} by default")
    int maxResponses = 2000;

    ReviewExport.Request request() {
        try {
            return new ReviewExport.Request(
                    run,
                    benchmark,
                    new ReviewOptions(accuracyBelow, bands, perProblem, problems, seed),
                    maxResponses,
                    out);
        } catch (IllegalArgumentException e) {
            throw PasskException.configuration("--" + e.getMessage());
        }
    }
}
