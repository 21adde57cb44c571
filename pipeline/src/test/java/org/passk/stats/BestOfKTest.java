package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BestOfKTest {
    @Test
    void smallCasesWithTiesEqualTheEnumerationOfAllSubsets() {
        Random random = new Random(11);
        for (int trial = 0; trial < 200; trial++) {
            int n = 1 + random.nextInt(10);
            int levels = 1 + random.nextInt(6);
            double[] scores = random.ints(n, 0, levels).asDoubleStream().toArray();
            boolean[] correct = new boolean[n];
            for (int i = 0; i < n; i++) {
                correct[i] = random.nextBoolean();
            }
            for (int k = 1; k <= n; k++) {
                assertThat(BestOfK.estimate(scores, correct, k).orElseThrow())
                        .as("%s %s k=%d", Arrays.toString(scores), Arrays.toString(correct), k)
                        .isCloseTo(overAllSubsets(scores, correct, k), within(1e-14));
            }
        }
    }

    /** Of each k-subset the share of correct ones among the samples with its largest score. */
    private static double overAllSubsets(double[] scores, boolean[] correct, int k) {
        double sum = 0;
        int subsets = 0;
        for (int subset = 0; subset < 1 << scores.length; subset++) {
            if (Integer.bitCount(subset) == k) {
                subsets++;
                double best = -1;
                int first = 0;
                int right = 0;
                for (int i = 0; i < scores.length; i++) {
                    if ((subset >> i & 1) == 1 && scores[i] >= best) {
                        boolean better = scores[i] > best;
                        first = better ? 1 : first + 1;
                        right = (better ? 0 : right) + (correct[i] ? 1 : 0);
                        best = scores[i];
                    }
                }
                sum += (double) right / first;
            }
        }
        return sum / subsets;
    }

    @Test
    void aScoreThatNeverErrsGivesPassAtKAndOneThatAlwaysErrsPassHatK() {
        int n = 1000;
        int c = 37;
        double[] scores = new double[n];
        boolean[] correct = new boolean[n];
        for (int i = 0; i < n; i++) {
            correct[i] = i % 27 == 0 && i / 27 < c;
            scores[i] = correct[i] ? 1 + i : -i;
        }
        double[] worst = Arrays.stream(scores).map(score -> -score).toArray();
        for (int k : new int[] {1, 2, 30, 500, 963, 964, 1000}) {
            assertThat(BestOfK.estimate(scores, correct, k).orElseThrow())
                    .as("k=%d", k)
                    .isCloseTo(PassAtK.estimate(n, c, k).orElseThrow(), within(1e-13));
            assertThat(BestOfK.estimate(worst, correct, k).orElseThrow())
                    .as("k=%d", k)
                    .isCloseTo(PassHatK.estimate(n, c, k).orElseThrow(), within(1e-13));
        }
    }

    @Test
    void equalScoresGiveTheAccuracyForEveryK() {
        double[] scores = {-0.0, 0.0, 0.0, -0.0};
        boolean[] correct = {true, false, false, false};
        for (int k = 1; k <= 4; k++) {
            assertThat(BestOfK.estimate(scores, correct, k).orElseThrow()).isCloseTo(0.25, within(1e-16));
        }
    }

    @Test
    void infiniteScoresAreOrdered() {
        double[] scores = {Double.NEGATIVE_INFINITY, 3, Double.POSITIVE_INFINITY};
        assertThat(BestOfK.estimate(scores, new boolean[] {false, false, true}, 3))
                .hasValue(1);
    }

    @Test
    void moreDrawsThanSamplesAreUndefinedAndIllegalArgumentsRefused() {
        assertThat(BestOfK.estimate(new double[2], new boolean[2], 3)).isEmpty();
        assertThat(BestOfK.estimate(new double[0], new boolean[0], 1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> BestOfK.estimate(new double[2], new boolean[1], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BestOfK.estimate(new double[2], new boolean[2], 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestOfK.estimate(new double[] {Double.NaN}, new boolean[1], 1))
                .withMessage("a score is NaN");
    }
}
