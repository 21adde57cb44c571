package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewedPassAtKTest {
    private static final double EXACT = 1e-13;

    /** How many of the m drawn are among the first `valid`, for every subset of m of the c correct ones. */
    private static List<Integer> validOfEverySubset(int c, int valid, int m) {
        List<Integer> found = new ArrayList<>();
        for (int subset = 0; subset < 1 << c; subset++) {
            if (Integer.bitCount(subset) == m) {
                found.add(Integer.bitCount(subset & ((1 << valid) - 1)));
            }
        }
        return found;
    }

    /** 1 − C(n − valid, k) / C(n, k) by counting subsets. */
    private static double theta(int n, int valid, int k) {
        int hit = 0;
        int all = 0;
        for (int subset = 0; subset < 1 << n; subset++) {
            if (Integer.bitCount(subset) == k) {
                all++;
                hit += (subset & ((1 << valid) - 1)) != 0 ? 1 : 0;
            }
        }
        return hit / (double) all;
    }

    private static double mean(List<Integer> drawn, java.util.function.IntToDoubleFunction value) {
        return drawn.stream().mapToDouble(value::applyAsDouble).sum() / drawn.size();
    }

    @Test
    void theMeanOverAllSubsetsIsTheTruthOrABoundOfIt() {
        int n = 9;
        for (int k = 1; k <= n; k++) {
            for (int valid = 0; valid <= 6; valid++) {
                double theta = theta(n, valid, k);
                for (int c = Math.max(1, valid); c <= 6; c++) {
                    for (int m = 1; m <= c; m++) {
                        ReviewedPassAtK reviewed = ReviewedPassAtK.of(n, c, m, k);
                        List<Integer> drawn = validOfEverySubset(c, valid, m);
                        String where = "k %d, valid %d, c %d, m %d".formatted(k, valid, c, m);
                        double lower = mean(drawn, reviewed::lower);
                        double upper = mean(drawn, reviewed::upper);
                        if (Math.min(k, c) <= m) {
                            assertThat(reviewed.isUnbiased()).as(where).isTrue();
                            assertThat(lower).as(where).isCloseTo(theta, within(EXACT));
                            assertThat(upper).as(where).isCloseTo(theta, within(EXACT));
                        } else {
                            assertThat(reviewed.isUnbiased()).as(where).isFalse();
                            assertThat(lower).as(where).isLessThanOrEqualTo(theta + EXACT);
                            assertThat(upper).as(where).isGreaterThanOrEqualTo(theta - EXACT);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theVarianceIsNeverBelowTheTrueOne() {
        int n = 10;
        for (int k = 1; k <= n; k++) {
            for (int c = 1; c <= 7; c++) {
                for (int m = 1; m <= c; m++) {
                    ReviewedPassAtK reviewed = ReviewedPassAtK.of(n, c, m, k);
                    for (int valid = 0; valid <= c; valid++) {
                        List<Integer> drawn = validOfEverySubset(c, valid, m);
                        double mean = mean(drawn, reviewed::upper);
                        double variance = mean(drawn, v -> Math.pow(reviewed.upper(v) - mean, 2));
                        double below = mean(drawn, reviewed::lower);
                        double lowerVariance = mean(drawn, v -> Math.pow(reviewed.lower(v) - below, 2));
                        for (int v : drawn) {
                            assertThat(reviewed.upperVariance(v)).isGreaterThanOrEqualTo(variance - EXACT);
                            assertThat(reviewed.lowerVariance(v)).isGreaterThanOrEqualTo(lowerVariance - EXACT);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aFullReviewIsExactAndHasNoVariance() {
        ReviewedPassAtK reviewed = ReviewedPassAtK.of(256, 12, 12, 64);
        for (int v = 0; v <= 12; v++) {
            assertThat(reviewed.lower(v)).isCloseTo(PassAtK.estimate(256, v, 64).orElseThrow(), within(EXACT));
            assertThat(reviewed.upper(v)).isEqualTo(reviewed.lower(v));
            assertThat(reviewed.upperVariance(v)).isZero();
        }
    }

    @Test
    void aSingleDrawScalesTheValidShare() {
        // k = 1: c v / (n m) = 20 · 3 / (400 · 5).
        assertThat(ReviewedPassAtK.of(400, 20, 5, 1).lower(3)).isCloseTo(0.03, within(EXACT));
    }

    @Test
    void fewCorrectDrawsLeaveNarrowBounds() {
        // P(T > 8) for n = 1024, c = 40, k = 64, by Python 3.11 fractions.Fraction with math.comb.
        ReviewedPassAtK reviewed = ReviewedPassAtK.of(1024, 40, 8, 64);
        assertThat(reviewed.isUnbiased()).isFalse();
        assertThat(reviewed.upper(0) - reviewed.lower(0)).isCloseTo(0.0004816897525253428, within(1e-15));
        assertThat(reviewed.upper(1)).isEqualTo(reviewed.lower(1));
    }

    @Test
    void nothingReviewedLeavesPassAtKByAnswers() {
        ReviewedPassAtK reviewed = ReviewedPassAtK.of(16, 3, 0, 4);
        assertThat(reviewed.lower(0)).isZero();
        assertThat(reviewed.upper(0)).isCloseTo(PassAtK.estimate(16, 3, 4).orElseThrow(), within(EXACT));
        assertThat(ReviewedPassAtK.of(16, 0, 0, 4).upper(0)).isZero();
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewedPassAtK.of(16, 3, 4, 4))
                .withMessage("m 4 is not in [0, c 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewedPassAtK.of(16, 3, -1, 4))
                .withMessage("m -1 is not in [0, c 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewedPassAtK.of(16, 3, 2, 17))
                .withMessage("k 17 is not in [1, n 16]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewedPassAtK.of(16, 3, 2, 0))
                .withMessage("k 0 is not in [1, n 16]");
    }
}
