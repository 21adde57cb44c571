package org.passk.verify.choice;

/**
 * Policies of the verifier of choices.
 *
 * @param letters the letters that name choices: capitals of ASCII, in order, without repetition
 * @param anyCase whether a small letter counts where it is marked or directly stated: {@code (b)}, "the answer is b"
 * @param loneLetter whether the only letter that a text names counts where the text states none
 * @param maxAnswerChars the longest answer in characters, at least 1
 */
public record ChoiceOptions(String letters, boolean anyCase, boolean loneLetter, int maxAnswerChars) {
    /** Checks that the letters are capitals in order and the limit is positive. */
    public ChoiceOptions {
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("letters are empty");
        }
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c < 'A' || c > 'Z' || (i > 0 && letters.charAt(i - 1) >= c)) {
                throw new IllegalArgumentException("letters \"" + letters + "\" are not capitals A to Z in order");
            }
        }
        if (maxAnswerChars < 1) {
            throw new IllegalArgumentException("maxAnswerChars " + maxAnswerChars + " is below 1");
        }
    }

    /** A to J, in any case, and no lone letter: it is the last number of choices. */
    public static ChoiceOptions defaults() {
        return new ChoiceOptions("ABCDEFGHIJ", true, false, 2_000);
    }

    /** The settings in one line, for the version of the verifier. */
    String describe() {
        return "letters=" + letters + " any_case=" + anyCase + " lone_letter=" + loneLetter + " max_answer_chars="
                + maxAnswerChars;
    }
}
