package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ExtrapolationTest {
    private static CountHistogram histogram(long n, long... problemsWithC) {
        List<CountGroup> groups = new ArrayList<>();
        for (int c = 0; c < problemsWithC.length; c++) {
            if (problemsWithC[c] > 0) {
                groups.add(new CountGroup(n, c, problemsWithC[c]));
            }
        }
        return CountHistogram.of(groups);
    }

    /** The root of the mean square error of a model at k = 8 n over seeded runs, and its mean error. */
    private record Errors(double root, double bias) {}

    private interface Model {
        double at(CountHistogram counts, long k);
    }

    private static Errors errors(ToDoubleFunction<RandomGenerator> truth, Model model) {
        int runs = 60;
        int n = 128;
        double squares = 0;
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            SplittableRandom random = new SplittableRandom(run);
            double[] successes = Drawn.successes(272, truth, random);
            double error = model.at(Drawn.counts(successes, n, random), 8L * n) - Drawn.truth(successes, 8L * n);
            squares += error * error;
            sum += error;
        }
        return new Errors(Math.sqrt(squares / runs), sum / runs);
    }

    private static double zeroInflated(CountHistogram counts, long k) {
        return ZeroInflatedBetaBinomial.fit(counts).orElseThrow().passAtK(k).orElseThrow();
    }

    private static double powerLaw(CountHistogram counts, long k) {
        return PowerLaw.fit(MeanCurve.of(counts)).orElseThrow().passAtK(k).orElseThrow();
    }

    private static double logUniform(RandomGenerator random) {
        return StrictMath.exp(StrictMath.log(1e-4) * random.nextDouble());
    }

    @Test
    void eachModelIsAsGoodAsItsAssumption() {
        ToDoubleFunction<RandomGenerator> inflated = random -> Drawn.zeroInflatedBeta(0.25, 0.35, 1.2, random);
        Errors right = errors(inflated, ExtrapolationTest::zeroInflated);
        Errors wrong = errors(inflated, ExtrapolationTest::powerLaw);
        Errors logUniformRight = errors(ExtrapolationTest::logUniform, ExtrapolationTest::powerLaw);
        Errors logUniformWrong = errors(ExtrapolationTest::logUniform, ExtrapolationTest::zeroInflated);
        Errors flat = errors(inflated, (counts, k) -> MeanCurve.of(counts).at(counts.smallestN()));
        assertThat(right.root()).isLessThan(0.03).isLessThan(flat.root() / 2);
        assertThat(right.bias()).isCloseTo(0, within(0.01));
        assertThat(wrong.bias()).isBetween(0.07, 0.11);
        assertThat(logUniformRight.bias()).isBetween(-0.08, -0.04);
        assertThat(logUniformWrong.bias()).isBetween(-0.12, -0.07);
    }

    @Test
    void theParametersOfManyProblemsAreRecovered() {
        SplittableRandom random = new SplittableRandom(2);
        double[] successes = Drawn.successes(20_000, r -> Drawn.zeroInflatedBeta(0.2, 0.6, 2.5, r), random);
        ZeroInflatedBetaBinomial fit = ZeroInflatedBetaBinomial.fit(Drawn.counts(successes, 256, random))
                .orElseThrow();
        assertThat(fit.converged()).isTrue();
        assertThat(fit.zeroShare()).isCloseTo(0.2, within(0.01));
        assertThat(fit.a()).isCloseTo(0.6, within(0.02));
        assertThat(fit.b()).isCloseTo(2.5, within(0.08));
        assertThat(fit.passAtKOfNewProblems(2048)).isCloseTo(Drawn.truth(successes, 2048), within(0.01));
    }

    @Test
    void theParametersAreRecoveredFromUnequalNumbersOfSamples() {
        SplittableRandom random = new SplittableRandom(3);
        List<CountGroup> groups = new ArrayList<>();
        double[] successes = Drawn.successes(20_000, r -> Drawn.zeroInflatedBeta(0.3, 0.8, 1.5, r), random);
        for (double success : successes) {
            int n = 32 << random.nextInt(4);
            groups.add(new CountGroup(n, Drawn.binomial(n, success, random), 1));
        }
        ZeroInflatedBetaBinomial fit =
                ZeroInflatedBetaBinomial.fit(CountHistogram.of(groups)).orElseThrow();
        assertThat(fit.n()).isEqualTo(32);
        assertThat(fit.zeroShare()).isCloseTo(0.3, within(0.01));
        assertThat(fit.a()).isCloseTo(0.8, within(0.03));
        assertThat(fit.b()).isCloseTo(1.5, within(0.05));
    }

    @Test
    void aFitIsTheMaximumThatScipyFinds() {
        ZeroInflatedBetaBinomial fit = ZeroInflatedBetaBinomial.fit(
                        histogram(16, 60, 8, 7, 6, 7, 7, 6, 6, 6, 5, 5, 4, 4, 3, 2, 1, 1))
                .orElseThrow();
        // SciPy 1.17.1: minimize(method='Nelder-Mead') of -sum(F * log(pmf)) with scipy.stats.betabinom.pmf
        assertThat(fit.zeroShare()).isCloseTo(0.387393630, within(1e-6));
        assertThat(fit.a()).isCloseTo(1.157151584, within(1e-5));
        assertThat(fit.b()).isCloseTo(1.896812614, within(1e-5));
    }

    @Test
    void withoutTooManyZerosTheShareIsZero() {
        // Beta-binomial(8, 1, 1) is uniform on 0 to 8: fewer zeros than that.
        ZeroInflatedBetaBinomial fit = ZeroInflatedBetaBinomial.fit(
                        histogram(8, 900, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000))
                .orElseThrow();
        assertThat(fit.zeroShare()).isZero();
        assertThat(fit.converged()).isTrue();
        // SciPy 1.17.1: minimize(method='Nelder-Mead') of -sum(F * betabinom.logpmf)
        assertThat(fit.a()).isCloseTo(1.050381167, within(1e-5));
        assertThat(fit.b()).isCloseTo(1.024534570, within(1e-5));
        assertThat(fit.passAtK(64).orElseThrow()).isBetween(0.95, 1.0);
    }

    @Test
    void aLikelihoodWithoutMaximumIsReported() {
        ZeroInflatedBetaBinomial same =
                ZeroInflatedBetaBinomial.fit(histogram(8, 0, 0, 0, 0, 50)).orElseThrow();
        assertThat(same.converged()).isFalse();
        assertThat(same.passAtK(64).orElseThrow()).isGreaterThan(0.999);
        ZeroInflatedBetaBinomial allOrNone =
                ZeroInflatedBetaBinomial.fit(histogram(4, 30, 0, 0, 0, 70)).orElseThrow();
        assertThat(allOrNone.converged()).isFalse();
        assertThat(allOrNone.passAtK(32).orElseThrow()).isCloseTo(0.7, within(0.01));
        assertThat(ZeroInflatedBetaBinomial.fit(histogram(8, 50))).isEmpty();
    }

    @Test
    void aPowerLawIsRecoveredFromItsOwnCurve() {
        // p with density proportional to p^(b - 1) near zero: Beta(0.5, 2), n large.
        SplittableRandom random = new SplittableRandom(4);
        double[] successes = Drawn.successes(5000, r -> Drawn.zeroInflatedBeta(0, 0.5, 2, r), random);
        PowerLaw law =
                PowerLaw.fit(MeanCurve.of(Drawn.counts(successes, 512, random))).orElseThrow();
        assertThat(law.exponent()).isCloseTo(0.5, within(0.12));
        assertThat(law.passAtK(1).orElseThrow()).isCloseTo(StrictMath.exp(-law.scale()), within(1e-15));
        assertThat(law.passAtK(4096).orElseThrow()).isCloseTo(Drawn.truth(successes, 4096), within(0.02));
    }

    @Test
    void twoPointsDetermineAPowerLaw() {
        // n = 2: pass@1 = 1/4 and pass@2 = 1/2 of 2 problems with c = 1 and c = 0.
        PowerLaw law = PowerLaw.fit(MeanCurve.of(histogram(2, 1, 1))).orElseThrow();
        // Python 3.11: -log(1/4); log(log(4) / log(2)) / log(2) = 1
        assertThat(law.scale()).isCloseTo(1.3862943611198906, within(1e-15));
        assertThat(law.exponent()).isCloseTo(1, within(1e-15));
        assertThat(law.passAtK(4).orElseThrow()).isCloseTo(StrictMath.pow(0.25, 0.25), within(1e-15));
        assertThat(law.largestK()).isEqualTo(16);
    }

    @Test
    void curvesWithoutTwoPointsBetweenZeroAndOneHaveNoPowerLaw() {
        assertThat(PowerLaw.fit(MeanCurve.of(histogram(8, 5)))).isEmpty();
        assertThat(PowerLaw.fit(MeanCurve.of(histogram(1, 1, 1)))).isEmpty();
        // pass@1 = 1/2, pass@2 = pass@3 = 1
        assertThat(PowerLaw.fit(MeanCurve.of(histogram(2, 0, 3)))).isEmpty();
    }

    @Test
    void goodAndToulminsSeriesIsSummed() {
        // P = 10: 4 unsolved, F1 = 3, F2 = 2, F8 = 1; n = 8.
        GoodToulmin model =
                GoodToulmin.fit(histogram(8, 4, 3, 2, 0, 0, 0, 0, 0, 1)).orElseThrow();
        assertThat(model.passAtK(8)).hasValue(0.6);
        // m = n: 0.6 + (3 - 2 - 1) / 10
        assertThat(model.passAtK(16)).hasValue(0.6);
        // m = n / 2: 0.6 + (3/2 - 2/4 - 1/256) / 10
        assertThat(model.passAtK(12).orElseThrow()).isCloseTo(0.699609375, within(1e-16));
        assertThat(model.passAtK(17)).isEmpty();
        assertThat(model.largestK()).isEqualTo(16);
    }

    @Test
    void goodAndToulminsSeriesIsUnbiasedForRarelySolvedProblems() {
        double sum = 0;
        double truth = 0;
        for (int run = 0; run < 40; run++) {
            SplittableRandom random = new SplittableRandom(run);
            double[] successes = Drawn.successes(500, r -> 0.01 * r.nextDouble(), random);
            CountHistogram counts = Drawn.counts(successes, 128, random);
            sum += GoodToulmin.fit(counts).orElseThrow().passAtK(256).orElseThrow();
            truth += Drawn.truth(successes, 256);
        }
        assertThat(sum / 40).isCloseTo(truth / 40, within(0.02));
    }

    @Test
    void chaosBoundFollowsFromTheProblemsSolvedOnceAndTwice() {
        // 7/8 * 6^2 / (2 * 4)
        assertThat(Chao2.unseen(histogram(8, 50, 6, 4))).hasValue(3.9375);
        assertThat(Chao2.solvableShare(histogram(8, 50, 6, 4)).orElseThrow()).isCloseTo(13.9375 / 60, within(1e-16));
        // 7/8 * 6 * 5 / 2
        assertThat(Chao2.unseen(histogram(8, 50, 6, 0, 1))).hasValue(13.125);
        assertThat(Chao2.unseen(histogram(8, 5, 6, 0, 1))).hasValue(5);
        assertThat(Chao2.unseen(histogram(8, 5))).hasValue(0);
    }

    @Test
    void chaosBoundIsBelowTheTruthOnAverage() {
        double bound = 0;
        double truth = 0;
        for (int run = 0; run < 40; run++) {
            SplittableRandom random = new SplittableRandom(run);
            double[] successes = Drawn.successes(272, r -> Drawn.zeroInflatedBeta(0.25, 0.35, 1.2, r), random);
            bound += Chao2.solvableShare(Drawn.counts(successes, 128, random)).orElseThrow() / 40;
            for (double success : successes) {
                truth += success > 0 ? 1 / 272.0 / 40 : 0;
            }
        }
        assertThat(bound).isBetween(truth - 0.2, truth);
    }

    @Test
    void unequalNumbersOfSamplesHaveNoSpeciesCounts() {
        CountHistogram counts = CountHistogram.of(List.of(new CountGroup(8, 1, 1), new CountGroup(9, 1, 1)));
        assertThat(GoodToulmin.fit(counts)).isEmpty();
        assertThat(Chao2.unseen(counts)).isEmpty();
        assertThat(Chao2.solvableShare(counts)).isEmpty();
    }

    @Test
    void nothingIsSaidBeyondEightTimesTheSamples() {
        CountHistogram counts = histogram(8, 4, 3, 2, 0, 0, 0, 0, 0, 1);
        ZeroInflatedBetaBinomial inflated = ZeroInflatedBetaBinomial.fit(counts).orElseThrow();
        PowerLaw law = PowerLaw.fit(MeanCurve.of(counts)).orElseThrow();
        for (Extrapolation model : List.of(inflated, law)) {
            assertThat(model.passAtK(64)).isPresent();
            assertThat(model.passAtK(65)).isEmpty();
            assertThat(model.passAtK(Long.MAX_VALUE)).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.passAtK(0))
                    .withMessage("k 0 is below 1");
        }
    }
}
