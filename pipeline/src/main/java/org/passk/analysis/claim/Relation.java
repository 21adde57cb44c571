package org.passk.analysis.claim;

/** How a claim compares. */
public enum Relation {
    /** Less than. */
    LESS("<"),
    /** Not more than. */
    AT_MOST("<="),
    /** More than. */
    MORE(">"),
    /** Not less than. */
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** The sign in a claim file. */
    public String sign() {
        return sign;
    }

    /** Whether one value stands in this relation to another. */
    boolean holds(double value, double threshold) {
        return switch (this) {
            case LESS -> value < threshold;
            case AT_MOST -> value <= threshold;
            case MORE -> value > threshold;
            case AT_LEAST -> value >= threshold;
        };
    }
}
