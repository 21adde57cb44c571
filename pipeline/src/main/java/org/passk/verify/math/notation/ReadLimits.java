package org.passk.verify.math.notation;

import java.io.Serializable;

/**
 * How much of an answer is read as mathematics; beyond it the answer is a text.
 *
 * @param maxDepth the deepest nesting, in [1, 100]
 * @param maxElements the most elements of one list, set, tuple or matrix, at least 1
 * @param maxDigits the most digits of a number, and the largest decimal exponent that is written out, at least 1
 */
public record ReadLimits(int maxDepth, int maxElements, int maxDigits) implements Serializable {
    /** Checks the ranges. */
    public ReadLimits {
        // Each level is about ten frames of the stack.
        if (maxDepth < 1 || maxDepth > 100) {
            throw new IllegalArgumentException("maxDepth " + maxDepth + " is not in [1, 100]");
        }
        if (maxElements < 1 || maxDigits < 1) {
            throw new IllegalArgumentException("maxElements " + maxElements + ", maxDigits " + maxDigits);
        }
    }
}
