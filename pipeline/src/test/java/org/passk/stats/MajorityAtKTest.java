package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MajorityAtKTest {
    private static final int DRAWS = 20_000;

    private static AnswerVotes votes(long[] correct, long[] wrong, long silent) {
        return AnswerVotes.of(correct, wrong, silent);
    }

    private static MajorityAtK majority(AnswerVotes votes, long k) {
        return MajorityAtK.of(votes, k, DRAWS, 1).orElseThrow();
    }

    private static MajorityAtK sampled(AnswerVotes votes, int k, int draws, long seed) {
        return new MajorityWalk(votes, k).mean(draws, seed).get(0);
    }

    @Test
    void exactAndSampledValuesAgreeWithTheEnumerationOfAllSubsets() {
        Random random = new Random(3);
        for (int trial = 0; trial < 120; trial++) {
            // Answers 0 and 1 are correct, 2 to 4 are wrong, 5 is no answer.
            int n = 1 + random.nextInt(10);
            int kinds = 2 + random.nextInt(5);
            int[] answers = random.ints(n, 0, kinds).toArray();
            long[] counts = new long[6];
            for (int answer : answers) {
                counts[answer]++;
            }
            AnswerVotes votes = votes(positive(counts, 0, 2), positive(counts, 2, 5), counts[5]);
            for (int k = 1; k <= n; k++) {
                double expected = overAllSubsets(answers, k);
                String name = Arrays.toString(answers) + " k=" + k;
                MajorityAtK exact = majority(votes, k);
                assertThat(exact.exact()).as(name).isTrue();
                assertThat(exact.estimate()).as(name).isCloseTo(expected, within(1e-14));
                MajorityAtK sampled = sampled(votes, k, 2000, trial);
                // Five standard errors, and the values that are certain exactly.
                assertThat(sampled.estimate())
                        .as(name)
                        .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / 2000) + 1e-14));
            }
        }
    }

    private static long[] positive(long[] counts, int from, int to) {
        return Arrays.stream(counts, from, to).filter(count -> count > 0).toArray();
    }

    private static double overAllSubsets(int[] answers, int k) {
        double sum = 0;
        int subsets = 0;
        for (int subset = 0; subset < 1 << answers.length; subset++) {
            if (Integer.bitCount(subset) == k) {
                subsets++;
                int[] counts = new int[5];
                for (int i = 0; i < answers.length; i++) {
                    if ((subset >> i & 1) == 1 && answers[i] < 5) {
                        counts[answers[i]]++;
                    }
                }
                int most = Arrays.stream(counts).max().orElseThrow();
                if (most > 0) {
                    double first =
                            Arrays.stream(counts).filter(count -> count == most).count();
                    double right = Arrays.stream(counts, 0, 2)
                            .filter(count -> count == most)
                            .count();
                    sum += right / first;
                }
            }
        }
        return sum / subsets;
    }

    @Test
    void oneDrawIsTheAccuracyAndAllDrawsThePlurality() {
        AnswerVotes votes = votes(new long[] {300}, new long[] {290, 200, 1, 1, 1}, 231);
        assertThat(votes.n()).isEqualTo(1024);
        assertThat(majority(votes, 1).estimate()).isCloseTo(300 / 1024.0, within(1e-15));
        assertThat(majority(votes, 1024).estimate()).isEqualTo(1);
        assertThat(majority(votes(new long[] {290}, new long[] {300, 290}, 144), 1024)
                        .estimate())
                .isZero();
        // Both with 5 votes: shared.
        assertThat(majority(votes(new long[] {5}, new long[] {5}, 0), 10).estimate())
                .isEqualTo(0.5);
    }

    @Test
    void manySamplesAgreeWithExactFractions() {
        // Python 3.11 fractions: sum over the votes of three answers, see the test above for the rule.
        // n = 64 = 20 correct + 18 + 10 wrong + 16 silent, k = 16.
        AnswerVotes votes = votes(new long[] {20}, new long[] {18, 10}, 16);
        assertThat(majority(votes, 16).estimate()).isCloseTo(0.5413291097999189, within(1e-14));
    }

    @Test
    void exactAndSampledValuesAgreeForManyAnswers() {
        long[] wrong = new long[60];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = 1L + i % 12;
        }
        AnswerVotes votes = votes(new long[] {30, 4}, wrong, 88);
        double exact = new ExactMajority(votes, 64).value();
        MajorityAtK sampled = sampled(votes, 64, 100_000, 9);
        assertThat(sampled.exact()).isFalse();
        assertThat(sampled.standardError()).isBetween(1e-4, 2e-3);
        assertThat(sampled.estimate()).isCloseTo(exact, within(4 * sampled.standardError()));
    }

    @Test
    void whatCostsTooMuchIsSampledReproduciblyFromTheSeed() {
        long[] wrong = new long[200];
        Arrays.fill(wrong, 20);
        AnswerVotes votes = votes(new long[] {96}, wrong, 0);
        MajorityAtK sampled = MajorityAtK.of(votes, 512, 1000, 7).orElseThrow();
        assertThat(sampled.exact()).isFalse();
        assertThat(MajorityAtK.of(votes, 512, 1000, 7)).contains(sampled);
        assertThat(MajorityAtK.of(votes, 512, 1000, 8).orElseThrow().estimate()).isNotEqualTo(sampled.estimate());
    }

    @Test
    void aWalkThatScoresEveryKGivesEachKWhatTheEnumerationOfAllSubsetsGives() {
        Random random = new Random(17);
        for (int trial = 0; trial < 20; trial++) {
            int n = 4 + random.nextInt(7);
            int[] answers = random.ints(n, 0, 6).toArray();
            long[] counts = new long[6];
            for (int answer : answers) {
                counts[answer]++;
            }
            AnswerVotes votes = votes(positive(counts, 0, 2), positive(counts, 2, 5), counts[5]);
            int[] ks = IntStream.rangeClosed(1, n).toArray();
            List<MajorityAtK> walk = new MajorityWalk(votes, ks).mean(4000, trial);
            for (int k : ks) {
                double expected = overAllSubsets(answers, k);
                assertThat(walk.get(k - 1).estimate())
                        .as(Arrays.toString(answers) + " k=" + k)
                        .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / 4000) + 1e-14));
                assertThat(walk.get(k - 1).standardError()).isLessThanOrEqualTo(0.5 / Math.sqrt(3999));
            }
        }
    }

    @Test
    void aCurveIsExactWhereThatIsCheapAndWithinItsErrorElsewhere() {
        AnswerVotes votes = votes(new long[] {300}, new long[] {290, 100, 60, 30, 12, 1, 1}, 230);
        List<Integer> ks = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048);
        List<Optional<MajorityAtK>> curve = MajorityAtK.curve(votes, ks, 2000, 5);
        assertThat(curve.get(11)).isEmpty();
        int sampled = 0;
        for (int i = 0; i < 11; i++) {
            MajorityAtK value = curve.get(i).orElseThrow();
            double exact = new ExactMajority(votes, ks.get(i)).value();
            sampled += value.exact() ? 0 : 1;
            assertThat(value.estimate())
                    .as("k=" + ks.get(i))
                    .isCloseTo(exact, within(4 * value.standardError() + 1e-12));
        }
        assertThat(sampled).isBetween(1, 6);
        assertThat(curve.get(10).orElseThrow().exact()).isTrue();
    }

    @Test
    void ksThatDoNotAscendAreRefused() {
        AnswerVotes votes = votes(new long[] {5}, new long[] {5}, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> MajorityAtK.curve(votes, List.of(2, 2), DRAWS, 1));
    }

    @Test
    void theOrderOfTheAnswersChangesNoBit() {
        AnswerVotes one = votes(new long[] {4, 9}, new long[] {7, 3, 12}, 5);
        AnswerVotes other = votes(new long[] {9, 4}, new long[] {12, 7, 3}, 5);
        assertThat(majority(one, 11)).isEqualTo(majority(other, 11));
        assertThat(sampled(one, 11, 500, 2)).isEqualTo(sampled(other, 11, 500, 2));
    }

    @Test
    void withoutACorrectAnswerOrAnyAnswerItIsZero() {
        assertThat(majority(votes(new long[0], new long[] {5, 5}, 3), 4).estimate())
                .isZero();
        assertThat(majority(votes(new long[0], new long[0], 8), 4).estimate()).isZero();
        assertThat(sampled(votes(new long[0], new long[0], 8), 4, 10, 0)).isEqualTo(new MajorityAtK(0, 0, false));
    }

    @Test
    void moreDrawsThanSamplesAreUndefined() {
        assertThat(MajorityAtK.of(votes(new long[] {5}, new long[0], 0), 6, DRAWS, 1))
                .isEmpty();
        assertThat(MajorityAtK.of(votes(new long[0], new long[0], 0), 1, DRAWS, 1))
                .isEmpty();
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        AnswerVotes votes = votes(new long[] {5}, new long[0], 0);
        assertThatIllegalArgumentException().isThrownBy(() -> MajorityAtK.of(votes, 0, DRAWS, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> MajorityAtK.of(votes, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> votes(new long[] {0}, new long[0], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> votes(new long[0], new long[] {-1}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> votes(new long[0], new long[0], -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MajorityAtK(1.1, 0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new MajorityAtK(0.5, 0.1, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new MajorityAtK(0.5, Double.NaN, false));
    }
}
