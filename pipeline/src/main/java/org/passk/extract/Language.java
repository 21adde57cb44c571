package org.passk.extract;

import java.util.Arrays;
import java.util.List;

/** How a language says "the answer is": the word for answer, and the verbs and marks that may follow it. */
enum Language {
    ENGLISH("nswer", List.of(
            "is", "are", "equals", "will be", "would be", "should be", "must be", "comes out to be", "turns out to be",
            "becomes", "comes to")),
    ENGLISH_CAPITALS("NSWER", List.of("IS")),
    CHINESE("\u7b54\u6848", List.of("\u662f", "\u4e3a", "\u70ba", "\u5e94\u4e3a", "\u5e94\u8be5\u662f", "\u7b49\u4e8e")),
    FRENCH("ponse", List.of("est", "finale est", "correcte est", "sera")),
    SPANISH("espuesta", List.of("es", "final es", "correcta es")),
    GERMAN("ntwort", List.of("ist", "lautet", "betr\u00e4gt")),
    PORTUGUESE("esposta", List.of("\u00e9", "final \u00e9", "correta \u00e9")),
    ITALIAN("isposta", List.of("\u00e8", "finale \u00e8", "corretta \u00e8")),
    RUSSIAN("\u0442\u0432\u0435\u0442", List.of("\u0440\u0430\u0432\u0435\u043d", "\u044d\u0442\u043e", "\u2014", "\u2013", "-")),
    JAPANESE("\u7b54\u3048", List.of("\u306f")),
    KOREAN("\ub2f5", List.of("\uc740"));

    private static final List<String> EUROPEAN =
            Arrays.stream(values()).filter(Language::european).map(Language::word).toList();
    private static final List<String> OTHERS = Arrays.stream(values())
            .filter(language -> !language.european())
            .map(Language::word)
            .toList();

    private final String word;
    private final List<String> verbs;

    Language(String word, List<String> verbs) {
        this.word = word;
        this.verbs = verbs;
    }

    /** The end of the word for answer, which inflection and capitals leave alone. */
    String word() {
        return word;
    }

    /** Where the verb at the position ends; -1 when there is none. */
    int verbEnd(String text, int at) {
        for (String verb : verbs) {
            if (Letters.wordAt(text, at, verb)) {
                return at + verb.length();
            }
        }
        return -1;
    }

    boolean english() {
        return this == ENGLISH || this == ENGLISH_CAPITALS;
    }

    /**
     * The words of the European languages but English, which cost a search each; or all others, which do not: a search
     * for what is not Latin-1 ends at once in a text that is.
     */
    static String[] words(boolean european) {
        return (european ? EUROPEAN : OTHERS).toArray(new String[0]);
    }

    private boolean european() {
        return word.charAt(0) < 256 && !english();
    }

    static Language of(String word) {
        for (Language language : values()) {
            if (language.word.equals(word)) {
                return language;
            }
        }
        throw new IllegalArgumentException("no language says " + word);
    }
}
