package org.passk.jobs.cli;

import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is judged, and by which policies. */
final class JudgeOptions {
    /** The verifiers that explain themselves. */
    enum Kind {
        MATH,
        CHOICE
    }

    /** Either the answer itself or the text that states it. */
    static final class Given {
        @Option(names = "--answer", paramLabel = "A", description = "the answer itself")
        private Optional<String> answer;

        @Option(
                names = "--text",
                paramLabel = "T",
                description = "the generation, from which the answer is extracted; - reads standard input")
        private Optional<String> text;

        Optional<String> answer() {
            return answer;
        }

        Optional<String> text() {
            return text;
        }
    }

    @Option(names = "--gold", paramLabel = "G", required = true, description = "the reference answer")
    String gold = "";

    @ArgGroup(multiplicity = "1")
    Given given;

    @Option(names = "--verifier", paramLabel = "NAME", defaultValue = "math", description = "math (default) or choice")
    Kind verifier = Kind.MATH;

    @Option(names = "--truncated", description = "the generation was cut off at the token limit")
    boolean truncated;

    @Option(names = "--multiple", description = "the reference lists several answers, all of which are wanted")
    boolean multiple;

    @Option(
            names = "--unit",
            paramLabel = "U",
            defaultValue = "",
            description = "the unit that the benchmark gives beside the reference")
    String unit = "";

    @Option(
            names = "--last-number",
            description = "the last number (of choices: a lone letter) counts where nothing is stated")
    boolean lastNumber;

    @Option(names = "--json", description = "for machines")
    boolean json;
}
