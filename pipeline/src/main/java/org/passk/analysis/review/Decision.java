package org.passk.analysis.review;

import java.util.Collection;
import java.util.Locale;

/** What the reviewers of a response say together. */
public enum Decision {
    /** More said valid than anything else. */
    VALID,
    /** More said invalid than anything else. */
    INVALID,
    /** More said unsure than anything else: unlabelled. */
    UNSURE,
    /** No label was given most often: unlabelled. */
    TIE,
    /** Nobody labelled it. */
    MISSING;

    /** The word in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says what the chain is. */
    public boolean isLabelled() {
        return switch (this) {
            case VALID, INVALID -> true;
            case UNSURE, TIE, MISSING -> false;
        };
    }

    /**
     * The decision of the majority.
     *
     * @param labels one of each reviewer
     */
    public static Decision of(Collection<Label> labels) {
        if (labels.isEmpty()) {
            return MISSING;
        }
        int[] counts = new int[Label.values().length];
        labels.forEach(label -> counts[label.ordinal()]++);
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        Decision decision = TIE;
        for (Label label : Label.values()) {
            if (counts[label.ordinal()] == most) {
                if (decision != TIE) {
                    return TIE;
                }
                decision = of(label);
            }
        }
        return decision;
    }

    private static Decision of(Label label) {
        return switch (label) {
            case VALID -> VALID;
            case INVALID -> INVALID;
            case UNSURE -> UNSURE;
        };
    }
}
