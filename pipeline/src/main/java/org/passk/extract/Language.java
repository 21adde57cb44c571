package org.passk.extract;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a language says "the answer is".
 *
 * @param word the end of its word for answer, which inflection and capitals leave alone
 * @param verbs the verbs and marks that may follow the word; a colon and an equals sign always may
 */
record Language(String word, List<String> verbs) {
    private static final Language ENGLISH = of(
            "nswer",
            "is",
            "are",
            "equals",
            "will be",
            "would be",
            "should be",
            "must be",
            "comes out to be",
            "turns out to be",
            "becomes",
            "comes to");
    private static final Language ENGLISH_CAPITALS = of("NSWER", "IS");
    private static final List<Language> ALL = List.of(
            ENGLISH,
            ENGLISH_CAPITALS,
            // Chinese
            of("\u7b54\u6848", "\u662f", "\u4e3a", "\u70ba", "\u5e94\u4e3a", "\u5e94\u8be5\u662f", "\u7b49\u4e8e"),
            // French, Spanish, German, Portuguese, Italian
            of("ponse", "est", "finale est", "correcte est", "sera"),
            of("espuesta", "es", "final es", "correcta es"),
            of("ntwort", "ist", "lautet", "betr\u00e4gt"),
            of("esposta", "\u00e9", "final \u00e9", "correta \u00e9"),
            of("isposta", "\u00e8", "finale \u00e8", "corretta \u00e8"),
            // Russian
            of(
                    "\u0442\u0432\u0435\u0442",
                    "\u0440\u0430\u0432\u0435\u043d",
                    "\u044d\u0442\u043e",
                    "\u2014",
                    "\u2013",
                    "-"),
            // Japanese, Korean
            of("\u7b54\u3048", "\u306f"),
            of("\ub2f5", "\uc740"));

    private static final List<String> EUROPEAN = words(Language::european);
    private static final List<String> OTHERS = words(language -> !language.european());

    private static Language of(String word, String... verbs) {
        return new Language(word, List.copyOf(Arrays.asList(verbs)));
    }

    private static List<String> words(Predicate<Language> wanted) {
        return ALL.stream().filter(wanted).map(Language::word).toList();
    }

    /**
     * The words of the European languages but English, which cost a search each; or all others, which do not: a search
     * for what is not Latin-1 ends at once in a text that is.
     */
    static String[] words(boolean european) {
        return (european ? EUROPEAN : OTHERS).toArray(new String[0]);
    }

    /** The language with this word for answer. */
    static Language named(String word) {
        for (Language language : ALL) {
            if (language.word.equals(word)) {
                return language;
            }
        }
        throw new IllegalArgumentException("no language says " + word);
    }

    boolean english() {
        return equals(ENGLISH) || equals(ENGLISH_CAPITALS);
    }

    private boolean european() {
        return word.charAt(0) < 256 && !english();
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
}
