package org.passk.verify.math;

import java.io.Serializable;

/**
 * What one verdict may cost, in sizes and steps; there is no clock.
 *
 * @param maxAnswerChars the longest answer in characters, in [1, 1000000]; a longer one is none. Default 65,536
 * @param maxDigits the most digits of a number that is written out, in [1, 100000]. Default 10,000
 * @param maxElements the most elements of one list, set, tuple or matrix, in [1, 10000]. Default 1,024
 * @param maxDepth the deepest nesting, in [1, 100]. Default 64: deeper than any answer, and a stack of half a megabyte holds it
 * @param maxSteps the steps of one decision, about an addition of machine numbers each, at least 1. Default 100,000
 * @param maxPrecision the bits of the highest precision, in [512, 65536]. Default 8,192
 */
public record MathLimits(
        int maxAnswerChars, int maxDigits, int maxElements, int maxDepth, int maxSteps, int maxPrecision)
        implements Serializable {
    /** Checks the ranges. */
    public MathLimits {
        check("maxAnswerChars", maxAnswerChars, 1, 1_000_000);
        // Comparing numbers of d digits costs up to d squared steps.
        check("maxDigits", maxDigits, 1, 100_000);
        check("maxElements", maxElements, 1, 10_000);
        // Each level is a few frames of the stack.
        check("maxDepth", maxDepth, 1, 100);
        check("maxSteps", maxSteps, 1, 1_000_000_000);
        check("maxPrecision", maxPrecision, 512, 65_536);
    }

    /** The documented defaults. */
    public static MathLimits defaults() {
        return new MathLimits(65_536, 10_000, 1_024, 64, 100_000, 8_192);
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " " + value + " is not in [" + min + ", " + max + "]");
        }
    }
}
