package org.passk.synthetic;

import java.util.Optional;

/**
 * What becomes of a sample.
 *
 * @param written whether there is a record of it
 * @param defect what is wrong with its record, if anything
 * @param ending how its text ends
 * @param correct whether its answer is right; false where it states none
 * @param tokens the length of its text
 * @param textIndex index of the sample whose text it has: its own, unless it repeats another one's
 * @param storedCorrect the verdict that the input brings along, now and then another than the true one
 */
record Fate(
        boolean written,
        Optional<Defect> defect,
        Ending ending,
        boolean correct,
        int tokens,
        long textIndex,
        boolean storedCorrect) {
    static final Fate MISSING = new Fate(false, Optional.empty(), Ending.EMPTY_TEXT, false, 0, 0, false);

    static Fate rejected(Defect defect, long index) {
        return new Fate(true, Optional.of(defect), Ending.UNSTATED, false, 100, index, false);
    }

    /** Whether its record makes a sample. */
    boolean isSample() {
        return written && defect.isEmpty();
    }

    /** The fate of a sample that repeats this one's text. */
    Fate repeated(boolean stored) {
        return new Fate(written, defect, ending, correct, tokens, textIndex, stored);
    }
}
