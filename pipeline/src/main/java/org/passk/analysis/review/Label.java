package org.passk.analysis.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reviewer says of a chain of thought. */
public enum Label {
    /** It leads to the answer by sound steps. */
    VALID,
    /** The answer is right in spite of it. */
    INVALID,
    /** The reviewer cannot tell: no label, but counted. */
    UNSURE;

    /** The word in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The label of that word.
     *
     * @param word in any case, with or without space around it
     */
    public static Optional<Label> of(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(label -> label.word().equals(wanted))
                .findFirst();
    }
}
