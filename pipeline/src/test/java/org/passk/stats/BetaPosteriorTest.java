package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaPosteriorTest {
    /** 1 - 129 / 1153: the product telescopes. */
    @Test
    void underAUniformPriorAnUnsolvedProblemIsExpectedToBeSolved() {
        assertThat(BetaPosterior.UNIFORM.passAtK(128, 0, 1024)).isCloseTo(1 - 129 / 1153.0, within(1e-15));
    }

    /** Python 3.11 fractions: 1 - prod(Fraction(b + n - c + i, a + b + n + i)), with a = b = 1/2. */
    @ParameterizedTest
    @CsvSource({
        "128, 0, 1024, 0.6663771900191364",
        "128, 1, 64, 0.45620257336798503",
        "1024, 17, 64, 0.6567563259110092",
        "8, 3, 5, 0.8598090277777778",
        "256, 256, 1, 0.9980544747081712",
        "0, 0, 3, 0.6875",
    })
    void meansUnderJeffreysPriorEqualExactFractions(long n, long c, long k, double expected) {
        assertThat(BetaPosterior.JEFFREYS.passAtK(n, c, k)).isCloseTo(expected, within(4e-16));
    }

    @Test
    void fewSamplesAndNone() {
        assertThat(BetaPosterior.JEFFREYS.passAtK(0, 0, 1)).isCloseTo(0.5, within(1e-16));
        assertThat(BetaPosterior.JEFFREYS.passAtK(0, 0, 0)).isZero();
        assertThat(BetaPosterior.UNIFORM.passAtK(1, 1, 2)).isCloseTo(1 - 1 / 6.0, within(1e-15));
        assertThat(BetaPosterior.UNIFORM.passAtK(1_000_000, 1_000_000, 1_000_000))
                .isEqualTo(1);
    }

    @Test
    void theMeanOverProblemsWeighsThem() {
        CountHistogram counts = CountHistogram.of(List.of(new CountGroup(128, 0, 3), new CountGroup(128, 128, 1)));
        assertThat(BetaPosterior.UNIFORM.mean(counts, 1).mean())
                .isCloseTo((3 / 130.0 + 129 / 130.0) / 4, within(1e-16));
        assertThat(BetaPosterior.UNIFORM.mean(counts, 1).problems()).isEqualTo(4);
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPosterior(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPosterior(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPosterior(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPosterior(Double.POSITIVE_INFINITY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPosterior(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BetaPosterior.JEFFREYS.passAtK(5, 6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BetaPosterior.JEFFREYS.passAtK(5, 5, -1));
    }
}
