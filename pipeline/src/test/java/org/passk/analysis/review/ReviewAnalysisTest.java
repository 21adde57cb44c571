package org.passk.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passk.analysis.RunProblems;
import org.passk.analysis.review.ReviewDesign.Problem;
import org.passk.analysis.review.ReviewDesign.Stratum;
import org.passk.analysis.review.ReviewValue.Range;
import org.passk.analysis.review.ReviewValue.Scope;
import org.passk.tally.Count;

class ReviewAnalysisTest {
    private static final double EXACT = 1e-13;
    private static final ReviewOptions OPTIONS = new ReviewOptions(0.5, 1, 10, 0, 1);

    /** Of 8 samples each: a 0, b 1, c 3, d 2, e 8 correct; b, c and d are eligible. */
    private static final RunProblems COUNTS = new RunProblems(
            List.of("a", "b", "c", "d", "e"),
            new long[] {8, 8, 8, 8, 8},
            Map.of(Count.CORRECT, new long[] {0, 1, 3, 2, 8}));

    private static Problem problem(String id, long c, int m) {
        return new Problem(id, 8, c, IntStream.range(0, m).mapToObj(i -> id + i).toList());
    }

    private static ReviewDesign design(long eligible, Problem... problems) {
        return new ReviewDesign(
                ReviewDesign.FORMAT,
                "study",
                "digest",
                OPTIONS,
                List.of(new Stratum("run", "base", "bench", 0, 0, 0.5, eligible, List.of(problems))));
    }

    private static RunReview review(ReviewDesign design, String valid, String invalid) {
        Map<String, Decision> decisions = new HashMap<>();
        Arrays.stream(valid.split(" ")).forEach(item -> decisions.put(item, Decision.VALID));
        Arrays.stream(invalid.split(" ")).forEach(item -> decisions.put(item, Decision.INVALID));
        List<RunReview> reviews =
                new ReviewAnalysis(design, decisions, List.of(1, 2, 8, 16), 0.95).of((run, b) -> COUNTS);
        assertThat(reviews).hasSize(1);
        return reviews.get(0);
    }

    private static ReviewValue value(RunReview review, String metric, long k, Scope scope) {
        return review.values().stream()
                .filter(value -> value.metric().equals(metric) && value.k() == k && value.scope() == scope)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRange(Range range, double low, double high) {
        assertThat(range.low()).isCloseTo(low, within(EXACT));
        assertThat(range.high()).isCloseTo(high, within(EXACT));
    }

    @Test
    void aFullReviewIsExact() {
        RunReview review =
                review(design(3, problem("b", 1, 1), problem("c", 3, 3), problem("d", 2, 2)), "c0 c1 d0", "b0 c2 d1");
        assertThat(review.withValid()).containsExactly("c", "d");
        assertThat(review.labelled()).isEqualTo(3);
        ReviewValue share = value(review, ReviewAnalysis.SHARE, 0, Scope.ELIGIBLE);
        assertThat(share.estimate().orElseThrow()).isCloseTo(2 / 3.0, within(EXACT));
        assertRange(share.interval().orElseThrow(), 2 / 3.0, 2 / 3.0);
        ReviewValue two = value(review, ReviewAnalysis.COT_PASS_AT_K, 2, Scope.ELIGIBLE);
        // 1 − C(6, 2) / C(8, 2) = 13/28, 1 − C(7, 2) / C(8, 2) = 7/28, and 0, of three problems.
        assertThat(two.estimate().orElseThrow()).isCloseTo(20 / 84.0, within(EXACT));
        assertRange(two.interval().orElseThrow(), 20 / 84.0, 20 / 84.0);
        assertRange(two.certain(), 20 / 84.0, 20 / 84.0);
        // By answers 7/28, 1 − C(5, 2) / 28 = 18/28, 13/28.
        assertThat(two.byAnswer()).isCloseTo(38 / 84.0, within(EXACT));
    }

    @Test
    void theBenchmarkIsBoundedByTheAnswersOfTheOthers() {
        RunReview review =
                review(design(3, problem("b", 1, 1), problem("c", 3, 3), problem("d", 2, 2)), "c0 c1 d0", "b0 c2 d1");
        ReviewValue two = value(review, ReviewAnalysis.COT_PASS_AT_K, 2, Scope.BENCHMARK);
        assertThat(two.estimate()).isEmpty();
        // Of five problems one is above the threshold, and solved by every pair.
        assertRange(two.bounds().orElseThrow(), 20 / 28.0 / 5, (20 / 28.0 + 1) / 5);
        assertThat(two.note()).contains("not reviewed");
    }

    @Test
    void moreDrawsThanReviewedResponsesLeaveBounds() {
        RunReview review =
                review(design(3, problem("b", 1, 1), problem("c", 3, 1), problem("d", 2, 2)), "d0", "b0 c0 d1");
        // k = 1 is estimated: b 0, c 0, d 1/8.
        assertThat(value(review, ReviewAnalysis.COT_PASS_AT_K, 1, Scope.ELIGIBLE)
                        .estimate()
                        .orElseThrow())
                .isCloseTo(1 / 24.0, within(EXACT));
        ReviewValue two = value(review, ReviewAnalysis.COT_PASS_AT_K, 2, Scope.ELIGIBLE);
        assertThat(two.estimate()).isEmpty();
        assertThat(two.note()).contains("no unbiased estimate");
        // Two of c's three correct ones among two draws: C(3, 2) / 28.
        assertRange(two.bounds().orElseThrow(), 7 / 84.0, (7 + 3) / 84.0);
        // The two others of c may be valid.
        assertRange(two.certain(), 7 / 84.0, (7 + 13) / 84.0);
        Range interval = two.interval().orElseThrow();
        assertThat(interval.low()).isGreaterThanOrEqualTo(two.certain().low());
        assertThat(interval.high())
                .isBetween(two.bounds().orElseThrow().high(), two.certain().high());
        assertThat(value(review, ReviewAnalysis.SHARE, 0, Scope.ELIGIBLE).estimate())
                .isEmpty();
        assertRange(value(review, ReviewAnalysis.SHARE, 0, Scope.ELIGIBLE).certain(), 1 / 3.0, 2 / 3.0);
    }

    @Test
    void moreDrawsThanSamplesAreAbsent() {
        RunReview review = review(design(3, problem("b", 1, 1)), "b0", "");
        assertThat(review.values()).extracting(ReviewValue::k).doesNotContain(16L);
    }

    @Test
    void problemsThatWereNotDrawnWidenWhatIsCertain() {
        RunReview review = review(design(3, problem("c", 3, 3), problem("d", 2, 2)), "c0 c1", "c2 d0 d1");
        ReviewValue two = value(review, ReviewAnalysis.COT_PASS_AT_K, 2, Scope.ELIGIBLE);
        assertThat(two.estimate().orElseThrow()).isCloseTo(13 / 56.0, within(EXACT));
        assertRange(two.certain(), 13 / 84.0, (13 + 7) / 84.0);
        assertRange(two.interval().orElseThrow(), 13 / 84.0, (13 + 7) / 84.0);
    }

    @Test
    void responsesWithoutALabelCountAsNotDrawn() {
        RunReview review = review(design(3, problem("b", 1, 1), problem("c", 3, 3), problem("d", 2, 2)), "c0", "b0 d0");
        assertThat(review.count(Decision.MISSING)).isEqualTo(3);
        assertThat(review.labels()).isEqualTo(3);
        // k = 1: b 0, c 3/8 · 1/1, d 0.
        assertThat(value(review, ReviewAnalysis.COT_PASS_AT_K, 1, Scope.ELIGIBLE)
                        .estimate()
                        .orElseThrow())
                .isCloseTo(3 / 24.0, within(EXACT));
        assertRange(
                value(review, ReviewAnalysis.COT_PASS_AT_K, 1, Scope.ELIGIBLE).certain(), 1 / 24.0, 4 / 24.0);
    }

    @Test
    void withoutAnyLabelOnlyWhatIsCertainIsLeft() {
        RunReview review = review(design(3, problem("c", 3, 3)), "", "");
        ReviewValue one = value(review, ReviewAnalysis.COT_PASS_AT_K, 1, Scope.ELIGIBLE);
        assertThat(one.bounds()).isEmpty();
        assertThat(one.note()).contains("has a label");
        assertRange(one.certain(), 0, 6 / 24.0);
    }

    @Test
    void aSingleProblemOfSeveralGivesNoInterval() {
        ReviewValue one = value(
                review(design(3, problem("c", 3, 3)), "c0 c1", "c2"), ReviewAnalysis.COT_PASS_AT_K, 1, Scope.ELIGIBLE);
        assertThat(one.estimate().orElseThrow()).isCloseTo(5 / 24.0, within(EXACT));
        assertThat(one.interval()).isEmpty();
        assertThat(one.note()).contains("no variance");
    }

    @Test
    void aDesignOfOtherCountsIsRefused() {
        ReviewDesign other = design(4, problem("c", 3, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> review(other, "c0", ""))
                .withMessageContaining("3 eligible problems, the design says 4");
    }

    @Test
    void designsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> problem("c", 3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> problem("c", 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> design(1, problem("c", 3, 1), problem("d", 3, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> design(2, problem("c", 3, 1), problem("c", 3, 2)))
                .withMessageContaining("c0 was drawn twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReviewDesign("passk review 0", "s", "d", OPTIONS, List.of()))
                .withMessageContaining("expected \"passk review 1\"");
    }
}
