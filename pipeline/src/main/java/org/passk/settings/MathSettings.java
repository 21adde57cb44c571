package org.passk.settings;

import java.io.Serializable;

/**
 * The options of the verifier of mathematics, as the study states them.
 *
 * @param lastNumber whether the last number of a text counts as its answer when it states none
 * @param percentEqualsNumber whether {@code 50\%} equals {@code 50} when only one side carries the sign
 * @param maxAnswerChars the longest answer that is compared, in characters, at least 1
 * @param maxDigits the bound of exact arithmetic, in decimal digits and in decimal exponents, at least 1
 * @param decimalDigits significant digits to which a rounded decimal has to agree with an exact reference, in [1, 100]
 */
public record MathSettings(
        boolean lastNumber, boolean percentEqualsNumber, int maxAnswerChars, int maxDigits, int decimalDigits)
        implements Serializable {
    static final LongRange DECIMAL_DIGITS = new LongRange(1, 100);

    /** Checks the ranges. */
    public MathSettings {
        LongRange.POSITIVE_COUNT.check("maxAnswerChars", maxAnswerChars);
        LongRange.POSITIVE_COUNT.check("maxDigits", maxDigits);
        DECIMAL_DIGITS.check("decimalDigits", decimalDigits);
    }
}
