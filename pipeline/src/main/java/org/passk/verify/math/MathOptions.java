package org.passk.verify.math;

import java.io.Serializable;

/**
 * The policies and limits of {@link MathVerifier}. Graders disagree on the policies, so each has a name and a default;
 * all of them are part of the fingerprint of what was verified with them (see {@link #describe}).
 *
 * @param lastNumber whether the last number of a text counts as its answer when nothing is stated. Default false: with
 *     hundreds of samples per problem it credits numbers that only stand there (11 of the 1,319 published GSM8K answers
 *     of ToRA-70B depend on it, 0.8 %)
 * @param percentEqualsNumber whether {@code 50%} equals {@code 50} when exactly one side carries the sign. Default true:
 *     questions that ask "what percent" are answered both ways
 * @param percentEqualsFraction whether an answer {@code 50%} also equals a reference {@code 0.5}, exactly, for
 *     references in [-1, 1] that carry no sign. Default true. The sign has to be there: no answer is multiplied or
 *     divided by 100 without it
 * @param baseSuffixOptional whether {@code 2516} equals a reference {@code 2516_8}. Default true: the question names
 *     the base; an answer with another base is never equal
 * @param minRoundedDecimals how many decimals (and significant digits among them) a decimal answer needs to stand for a
 *     reference without a finite decimal form, whose correct rounding it must be; 0 means never. Default 6
 * @param maxAnswerChars the longest answer in characters. Default 2,000
 * @param maxDigits the bound on digits and on decimal exponents in exact arithmetic; beyond it texts are compared.
 *     Default 1,000
 * @param maxElements the most elements of one list, set, tuple or matrix; beyond it texts are compared. Default 128
 * @param maxDepth the deepest nesting; beyond it texts are compared. Default 32
 */
public record MathOptions(
        boolean lastNumber,
        boolean percentEqualsNumber,
        boolean percentEqualsFraction,
        boolean baseSuffixOptional,
        int minRoundedDecimals,
        int maxAnswerChars,
        int maxDigits,
        int maxElements,
        int maxDepth)
        implements Serializable {
    /** Checks that the limits are in range. */
    public MathOptions {
        check("minRoundedDecimals", minRoundedDecimals, 0, 1_000);
        check("maxAnswerChars", maxAnswerChars, 1, 1_000_000);
        // Comparing numbers of d digits costs up to d squared steps.
        check("maxDigits", maxDigits, 1, 100_000);
        check("maxElements", maxElements, 1, 10_000);
        // Each level is a few frames of the stack.
        check("maxDepth", maxDepth, 1, 200);
    }

    /** The documented defaults. */
    public static MathOptions defaults() {
        return new MathOptions(false, true, true, true, 6, 2_000, 1_000, 128, 32);
    }

    /**
     * The same settings with another policy for the last number of a text.
     *
     * @param accepted whether it counts as the answer
     */
    public MathOptions withLastNumber(boolean accepted) {
        return new MathOptions(
                accepted,
                percentEqualsNumber,
                percentEqualsFraction,
                baseSuffixOptional,
                minRoundedDecimals,
                maxAnswerChars,
                maxDigits,
                maxElements,
                maxDepth);
    }

    /** All settings as one line that is equal exactly for equal settings; part of the fingerprint of a segment. */
    public String describe() {
        return "lastNumber=" + lastNumber
                + " percentEqualsNumber=" + percentEqualsNumber
                + " percentEqualsFraction=" + percentEqualsFraction
                + " baseSuffixOptional=" + baseSuffixOptional
                + " minRoundedDecimals=" + minRoundedDecimals
                + " maxAnswerChars=" + maxAnswerChars
                + " maxDigits=" + maxDigits
                + " maxElements=" + maxElements
                + " maxDepth=" + maxDepth;
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " " + value + " is not in [" + min + ", " + max + "]");
        }
    }
}
