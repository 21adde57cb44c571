package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.stats.CountGroup;
import org.passk.stats.CountHistogram;
import org.passk.stats.ZeroInflatedBetaBinomial;
import org.passk.stats.distribution.SplitMix;

class BetaPosteriorIntervalTest {
    private static final double LEVEL = 0.95;

    @Test
    void ofOneProblemAndOneDrawIsTheBetaPosteriorItself() {
        // SciPy 1.17.1: beta.ppf([0.025, 0.975], 3.5, 7.5)
        Interval interval = BetaPosteriorInterval.of(new int[] {10}, new int[] {3}, 1, BetaPrior.JEFFREYS, LEVEL);
        assertThat(interval.low()).isCloseTo(0.09269459, within(5e-9));
        assertThat(interval.high()).isCloseTo(0.60581832, within(5e-9));
        assertThat(interval.flags()).containsExactly(Flag.MODEL);
        assertThat(interval.target()).isEqualTo(Target.BENCHMARK);
    }

    @Test
    void withoutCorrectSamplesThePriorDecidesAtLargeK() {
        int[] n = {128};
        int[] none = {0};
        // A uniform prior believes in pass@1024 = 1 - 129/1153 = 0.888 after 128 failures.
        Interval uniform = BetaPosteriorInterval.of(n, none, 1024, new BetaPrior(0, 1, 1), LEVEL);
        assertThat(uniform.contains(1 - 129.0 / 1153)).isTrue();
        // (1 - p)^1024 is Beta(129/1024, 1) for p from Beta(1, 129), and such a power has a quantile in closed form.
        assertThat(uniform.low()).isCloseTo(1 - Math.pow(0.975, 1024.0 / 129), within(1e-9));
        // With a share of unsolvable problems it need not.
        Interval inflated = BetaPosteriorInterval.of(n, none, 1024, new BetaPrior(0.9, 1, 1), LEVEL);
        assertThat(inflated.low()).isLessThan(0.001);
    }

    @Test
    void holdsTheTruthWhereNoUnbiasedVarianceExistsIfThePriorIsRight() {
        int sets = 400;
        int held = 0;
        SimulatedTruth truth = SimulatedTruth.beta("", "", 0.2, 0.35, 1.2);
        int n = 64;
        double[] binomials = SimulatedTruth.binomials(truth.rates(), n);
        int[] samples = new int[30];
        Arrays.fill(samples, n);
        for (int set = 0; set < sets; set++) {
            SplitMix numbers = SplitMix.of(4, set);
            int[] c = new int[samples.length];
            double mean = 0;
            for (int i = 0; i < c.length; i++) {
                int kind = truth.draw(numbers);
                c[i] = SimulatedTruth.search(binomials, kind * (n + 1), n + 1, numbers.unit());
                mean += (1 - Math.pow(1 - truth.rate(kind), n)) / c.length;
            }
            Interval interval = BetaPosteriorInterval.of(samples, c, n, new BetaPrior(0.2, 0.35, 1.2), LEVEL);
            held += interval.contains(mean) ? 1 : 0;
        }
        // 0.95 less and plus three standard errors of 400 sets.
        assertThat(held / (double) sets).isBetween(0.917, 0.983);
    }

    @Test
    void thePriorCanBeFittedToTheRunItself() {
        CountHistogram counts = CountHistogram.of(List.of(
                new CountGroup(8, 0, 5), new CountGroup(8, 1, 4), new CountGroup(8, 4, 6), new CountGroup(8, 8, 2)));
        ZeroInflatedBetaBinomial fit = ZeroInflatedBetaBinomial.fit(counts).orElseThrow();
        BetaPrior prior = BetaPrior.of(fit);
        assertThat(prior).isEqualTo(new BetaPrior(fit.zeroShare(), fit.a(), fit.b()));
    }

    @Test
    void refusesNothingAndRejectsImpossiblePriors() {
        assertThat(BetaPosteriorInterval.of(new int[0], new int[0], 1, BetaPrior.JEFFREYS, LEVEL)
                        .refusal())
                .isEqualTo("no problems");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BetaPrior(1, 1, 1))
                .withMessage("zero share 1.0 is not in [0, 1)");
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPrior(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaPrior(0, 1, Double.NaN));
    }
}
