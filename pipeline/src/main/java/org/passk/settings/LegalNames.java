package org.passk.settings;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names that a study may use for formats and verifiers: what the registries of the packages to the left offer. The
 * loader gets them as an argument, so that a user's own verifier or format is as legal as the built-in ones.
 *
 * @param problemFormats formats of problem files; {@code auto} is always legal and need not be listed
 * @param generationFormats formats of generation files; {@code auto} is always legal and need not be listed
 * @param verifiers verifiers, at least one; the first is the default, and {@code auto} the one that the problem file asks
 *     for
 */
public record LegalNames(List<String> problemFormats, List<String> generationFormats, List<String> verifiers) {
    static final String AUTO = "auto";

    /** Copies the lists, with {@code auto} first among the formats. */
    public LegalNames {
        problemFormats = withAuto(problemFormats);
        generationFormats = withAuto(generationFormats);
        verifiers = List.copyOf(verifiers);
        if (verifiers.isEmpty()) {
            throw new IllegalArgumentException("verifiers is empty");
        }
    }

    /** The names that passk itself brings. */
    public static LegalNames builtIn() {
        return new LegalNames(
                List.of(
                        "passk",
                        "gsm8k",
                        "math500",
                        "minerva_math",
                        "olympiadbench",
                        "aime24",
                        "aime25",
                        "amc23",
                        "omni_math_rule"),
                List.of("passk-jsonl", "passk-parquet", "qwen-math"),
                List.of(AUTO, "math", "choice", "code"));
    }

    private static List<String> withAuto(List<String> formats) {
        if (formats.contains(AUTO)) {
            return List.copyOf(formats);
        }
        return Stream.concat(Stream.of(AUTO), formats.stream()).toList();
    }
}
