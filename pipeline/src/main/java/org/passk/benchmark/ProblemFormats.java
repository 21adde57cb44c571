package org.passk.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passk.fault.PasskException;

/** The registry of problem file formats: the one place where a new format is added. */
final class ProblemFormats {
    /** Detect the format from the first record. */
    static final String AUTO = "auto";

    /** From the most particular to the most general: of several that recognise a record the last one is the safe one. */
    private static final List<ProblemFormat> ALL = List.of(
            new Gsm8kFormat(),
            new Math500Format(),
            new MinervaFormat(),
            new OlympiadBenchFormat(),
            new CompetitionFormat("aime24", "AIME"),
            new CompetitionFormat("aime25", ""),
            new CompetitionFormat("amc23", "AMC"),
            new OmniMathFormat(),
            new HumanEvalFormat(),
            new EvalPlusFormat(),
            new MbppFormat(),
            new LiveCodeBenchFormat(),
            new CodeR1Format(),
            new PasskFormat());

    private ProblemFormats() {}

    /** The names of all formats, without {@code auto}. */
    static List<String> names() {
        return ALL.stream().map(ProblemFormat::name).toList();
    }

    /**
     * The format of a file.
     *
     * @param name a format's name, or {@code auto}
     * @param benchmark the benchmark's name in the study, which decides between formats that both recognise the record
     * @param first the first record of the file
     * @throws PasskException of kind CONFIGURATION for an unknown name, of kind INPUT for an undetectable file
     */
    static ProblemFormat choose(String name, String benchmark, ProblemRecord first) {
        return name.equals(AUTO) ? detect(benchmark, first) : named(name);
    }

    /** The format of that name. */
    static ProblemFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PasskException.configuration(
                        "unknown problem format \"" + name + "\", known: " + AUTO + ", " + String.join(", ", names())));
    }

    /** Whether any format recognises a record. */
    static boolean isKnown(ProblemRecord first) {
        return ALL.stream().anyMatch(format -> format.recognises(first));
    }

    private static ProblemFormat detect(String benchmark, ProblemRecord first) {
        List<ProblemFormat> candidates = new ArrayList<>();
        for (ProblemFormat format : ALL) {
            if (format.recognises(first)) {
                candidates.add(format);
            }
        }
        if (candidates.isEmpty()) {
            throw first.error("the format of the problem file is none of "
                    + names().stream().collect(Collectors.joining(", "))
                    + "; state it with format = NAME");
        }
        String wanted = plain(benchmark);
        return candidates.stream()
                .filter(format -> wanted.contains(plain(format.name())))
                .findFirst()
                .orElse(candidates.get(candidates.size() - 1));
    }

    /** Lower-case letters and digits alone: {@code AIME-24} is {@code aime24}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
