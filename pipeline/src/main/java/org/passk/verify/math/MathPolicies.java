package org.passk.verify.math;

import java.io.Serializable;

/**
 * What graders disagree on: each a policy with a name and a default.
 *
 * @param lastNumber whether the last number or formula of a text counts as its answer when nothing is stated. Default
 *     false: with hundreds of samples per problem it credits numbers that only stand there
 * @param percentEqualsNumber whether {@code 50%} equals {@code 50} when exactly one side carries the sign. Default true:
 *     questions that ask "what percent" are answered both ways
 * @param percentEqualsFraction whether {@code 50%} also equals {@code 0.5}, exactly, for numbers in [-1, 1] without a
 *     sign. Default true. The sign has to be there: nothing is multiplied or divided by 100 without it
 * @param baseSuffixOptional whether {@code 2516} equals a reference {@code 2516_8}. Default true: the question names
 *     the base; an answer with another base is never equal
 * @param unitOptional whether an answer may leave the reference's unit out. Default true: the question names it; another
 *     unit is never equal
 * @param reducedFractions whether a fraction of two integers has to be in lowest terms. Default false
 * @param orderedLists whether the order of a bare list matters. Default false; of tuples it always does
 * @param decimalComma whether {@code 1,5} may be one and a half, where the reference is one number. Default true
 * @param inequalityEqualsInterval whether an answer {@code 0 < x < 1} equals a reference {@code (0, 1)}. Default true;
 *     the interval always equals a reference that is the inequality
 * @param sameVariableNames whether variables have to be named as in the reference. Default true: {@code f(x)} is not
 *     {@code f(y)}
 * @param minRoundedDecimals how many decimals (and significant digits among them) a decimal needs to stand for a number
 *     without a finite decimal form, whose correct rounding it must be; 0 means never. In [0, 1000]. Default 6
 */
public record MathPolicies(
        boolean lastNumber,
        boolean percentEqualsNumber,
        boolean percentEqualsFraction,
        boolean baseSuffixOptional,
        boolean unitOptional,
        boolean reducedFractions,
        boolean orderedLists,
        boolean decimalComma,
        boolean inequalityEqualsInterval,
        boolean sameVariableNames,
        int minRoundedDecimals)
        implements Serializable {
    /** Checks the range. */
    public MathPolicies {
        if (minRoundedDecimals < 0 || minRoundedDecimals > 1_000) {
            throw new IllegalArgumentException("minRoundedDecimals " + minRoundedDecimals + " is not in [0, 1000]");
        }
    }

    /** The documented defaults. */
    public static MathPolicies defaults() {
        return new MathPolicies(false, true, true, true, true, false, false, true, true, true, 6);
    }
}
