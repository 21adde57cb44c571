package org.passk.verify.math;

import java.io.Serializable;
import java.util.Objects;

/**
 * The policies and limits of {@link MathVerifier}; part of the fingerprint of what was verified with them (see
 * {@link #describe}).
 *
 * @param policies what graders disagree on
 * @param limits what one verdict may cost
 */
public record MathOptions(MathPolicies policies, MathLimits limits) implements Serializable {
    /** Checks that both are present. */
    public MathOptions {
        Objects.requireNonNull(policies, "policies");
        Objects.requireNonNull(limits, "limits");
    }

    /** The documented defaults. */
    public static MathOptions defaults() {
        return new MathOptions(MathPolicies.defaults(), MathLimits.defaults());
    }

    /**
     * The same settings with another policy for the last number of a text.
     *
     * @param accepted whether it counts as the answer
     */
    public MathOptions withLastNumber(boolean accepted) {
        MathPolicies p = policies;
        return with(new MathPolicies(
                accepted,
                p.percentEqualsNumber(),
                p.percentEqualsFraction(),
                p.baseSuffixOptional(),
                p.unitOptional(),
                p.reducedFractions(),
                p.orderedLists(),
                p.decimalComma(),
                p.inequalityEqualsInterval(),
                p.sameVariableNames(),
                p.minRoundedDecimals()));
    }

    /**
     * The same settings with another number of decimals that a rounded answer needs.
     *
     * @param decimals in [0, 1000]; 0 for never
     */
    public MathOptions withMinRoundedDecimals(int decimals) {
        MathPolicies p = policies;
        return with(new MathPolicies(
                p.lastNumber(),
                p.percentEqualsNumber(),
                p.percentEqualsFraction(),
                p.baseSuffixOptional(),
                p.unitOptional(),
                p.reducedFractions(),
                p.orderedLists(),
                p.decimalComma(),
                p.inequalityEqualsInterval(),
                p.sameVariableNames(),
                decimals));
    }

    /**
     * The same settings with another policy for inequalities where the reference is an interval.
     *
     * @param accepted whether they may be equal
     */
    public MathOptions withInequalityEqualsInterval(boolean accepted) {
        MathPolicies p = policies;
        return with(new MathPolicies(
                p.lastNumber(),
                p.percentEqualsNumber(),
                p.percentEqualsFraction(),
                p.baseSuffixOptional(),
                p.unitOptional(),
                p.reducedFractions(),
                p.orderedLists(),
                p.decimalComma(),
                accepted,
                p.sameVariableNames(),
                p.minRoundedDecimals()));
    }

    /**
     * The same settings with another policy for the names of variables.
     *
     * @param wanted whether they have to be those of the reference
     */
    public MathOptions withSameVariableNames(boolean wanted) {
        MathPolicies p = policies;
        return with(new MathPolicies(
                p.lastNumber(),
                p.percentEqualsNumber(),
                p.percentEqualsFraction(),
                p.baseSuffixOptional(),
                p.unitOptional(),
                p.reducedFractions(),
                p.orderedLists(),
                p.decimalComma(),
                p.inequalityEqualsInterval(),
                wanted,
                p.minRoundedDecimals()));
    }

    private MathOptions with(MathPolicies changed) {
        return new MathOptions(changed, limits);
    }

    /** All settings as one line that is equal exactly for equal settings; part of the fingerprint of a segment. */
    public String describe() {
        return "lastNumber=" + policies.lastNumber()
                + " percentEqualsNumber=" + policies.percentEqualsNumber()
                + " percentEqualsFraction=" + policies.percentEqualsFraction()
                + " baseSuffixOptional=" + policies.baseSuffixOptional()
                + " unitOptional=" + policies.unitOptional()
                + " reducedFractions=" + policies.reducedFractions()
                + " orderedLists=" + policies.orderedLists()
                + " decimalComma=" + policies.decimalComma()
                + " inequalityEqualsInterval=" + policies.inequalityEqualsInterval()
                + " sameVariableNames=" + policies.sameVariableNames()
                + " minRoundedDecimals=" + policies.minRoundedDecimals()
                + " maxAnswerChars=" + limits.maxAnswerChars()
                + " maxDigits=" + limits.maxDigits()
                + " maxElements=" + limits.maxElements()
                + " maxDepth=" + limits.maxDepth()
                + " maxSteps=" + limits.maxSteps()
                + " maxPrecision=" + limits.maxPrecision();
    }
}
