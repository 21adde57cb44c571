package org.passk.verify.math;

import java.io.Serializable;
import java.util.List;

/** A parsed answer. */
sealed interface Value extends Serializable {

    /**
     * An exact number.
     *
     * @param value the number as written, a percent sign apart
     * @param percent whether it carries a percent sign
     * @param unit the canonical name of its unit; empty when there is none, or none that is known
     * @param decimals the number of digits after the decimal point of a decimal; 0 for integers and fractions
     * @param significant the number of significant digits among {@code decimals}
     * @param grouped whether commas group its digits, so that it may be a list of numbers as well
     */
    record Numeric(Rational value, boolean percent, String unit, int decimals, int significant, boolean grouped)
            implements Value {}

    /**
     * Anything that is compared as a text.
     *
     * @param text normalised, without spaces
     * @param words whether it is made of words, whose case does not matter
     * @param unit the canonical name of the known unit that followed it; empty when there is none
     */
    record Text(String text, boolean words, String unit) implements Value {}

    /**
     * A value with the name it is assigned to.
     *
     * @param name a variable, or a function with its argument
     * @param value what the name stands for
     */
    record Named(String name, Value value) implements Value {}

    /**
     * Several values.
     *
     * @param kind what holds them together
     * @param brackets the opening and the closing bracket of an ordered sequence, or the shape of a matrix; else empty
     * @param elements the values, in the order written
     */
    record Several(Kind kind, String brackets, List<Value> elements) implements Value {
        /** Copies the elements. */
        public Several {
            elements = List.copyOf(elements);
        }
    }

    /** What holds several values together. */
    enum Kind {
        /** A bare list: the order does not matter, neither do repetitions. */
        LIST("list", false),
        /** A set in braces; equal to the bare list of its elements. */
        SET("set", false),
        /** A tuple, a vector or an interval, in brackets. */
        TUPLE("tuple", true),
        /** A union of intervals or sets. */
        UNION("union", false),
        /** The rows of a matrix, one after the other. */
        MATRIX("matrix", true);

        private final String rule;
        private final boolean ordered;

        Kind(String rule, boolean ordered) {
            this.rule = rule;
            this.ordered = ordered;
        }

        String rule() {
            return rule;
        }

        boolean ordered() {
            return ordered;
        }
    }
}
