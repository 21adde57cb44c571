package org.passk.verify.math.notation;

/** Ends the reading of an answer that is no expression. Thrown within the package alone, always without a trace. */
final class NotMathematics extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean withinLimits;

    private NotMathematics(String message, boolean withinLimits) {
        super(message, null, false, false);
        this.withinLimits = withinLimits;
    }

    /** The notation makes no sense. */
    static NotMathematics meaningless() {
        return new NotMathematics("no expression", true);
    }

    /** Nested more deeply, or more elements, than allowed. */
    static NotMathematics tooDeep() {
        return new NotMathematics("beyond the limits", false);
    }

    boolean withinLimits() {
        return withinLimits;
    }
}
