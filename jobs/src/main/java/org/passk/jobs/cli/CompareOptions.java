package org.passk.jobs.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the comparison of two studies is told. */
final class CompareOptions {
    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "a finished study: its file, or the folder that it wrote to")
    String a;

    @Parameters(index = "1", paramLabel = "B", description = "another one of the same generations")
    String b;

    @Option(
            names = "--examples",
            paramLabel = "N",
            description = "the most samples with other outcomes that are shown of each run and benchmark;"
                    + " ${DEFAULT-VALUE} by default")
    int examples = 20;

    @Option(names = "--out", paramLabel = "DIR", description = "compare.json and compare.csv go there too")
    Optional<String> out = Optional.empty();

    @Option(names = "--json", description = "for machines")
    boolean json;
}
