package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passk.analysis.SamplingPlan.Aim;
import org.passk.analysis.SamplingPlan.Outcome;
import org.passk.stats.BetaPosterior;
import org.passk.stats.PosteriorVariance;
import org.passk.stats.distribution.StudentT;
import org.passk.tally.Count;

class SamplingPlanTest {
    private static RunProblems run(long n, long... c) {
        List<String> ids =
                IntStream.range(0, c.length).mapToObj("p%02d"::formatted).toList();
        long[] all = new long[c.length];
        Arrays.fill(all, n);
        return new RunProblems(ids, all, Map.of(Count.CORRECT, c));
    }

    private static final PairProblems PAIR = new PairProblems(run(16, 0, 1, 2, 8, 16, 15), run(16, 3, 0, 6, 8, 16, 16));

    private static Aim aim(double halfWidth, boolean population, long most) {
        return new Aim(8, 1, halfWidth, 0.95, population, 4, most);
    }

    @Test
    void theExpectedHalfWidthIsThatOfTheVariancesOfAllCells() {
        double noise = 0;
        for (int i = 0; i < 6; i++) {
            noise += PosteriorVariance.of(16, PAIR.base().c()[i], 16, 8, BetaPosterior.JEFFREYS);
            noise += PosteriorVariance.of(16, PAIR.run().c()[i], 16, 1, BetaPosterior.JEFFREYS);
        }
        SamplingPlan plan = SamplingPlan.of(PAIR, aim(1, false, 1000));
        assertThat(plan.outcome()).isEqualTo(Outcome.ENOUGH);
        assertThat(plan.now()).isCloseTo(StudentT.quantile(0.975, 5) * Math.sqrt(noise) / 6, within(1e-14));
        assertThat(plan.work()).isEmpty();
    }

    @Test
    void theWorkListReachesTheAimAndOneChunkLessDoesNot() {
        SamplingPlan plan = SamplingPlan.of(PAIR, aim(0.06, false, 100_000));
        assertThat(plan.outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(plan.planned()).isLessThanOrEqualTo(0.06).isGreaterThan(0.058);
        assertThat(plan.now()).isGreaterThan(0.06);
        // Hard problems of the base need most: the noise of pass@8 is largest where about one in ten is right.
        assertThat(plan.work().get(0).ofBase()).isTrue();
        long ofBase = plan.work().stream()
                .filter(i -> i.ofBase())
                .mapToLong(i -> i.more())
                .sum();
        long ofRun = plan.work().stream()
                .filter(i -> !i.ofBase())
                .mapToLong(i -> i.more())
                .sum();
        assertThat(ofBase).isGreaterThan(ofRun);
        assertThat(SamplingPlan.of(PAIR, aim(0.06, false, 100_000))).isEqualTo(plan);
    }

    @Test
    void whatMoreSamplesCannotDoIsSaid() {
        SamplingPlan plan = SamplingPlan.of(PAIR, aim(0.01, true, 100_000));
        assertThat(plan.outcome()).isEqualTo(Outcome.PROBLEMS_DIFFER);
        assertThat(plan.limit()).isGreaterThan(0.01);
        assertThat(plan.work()).isEmpty();
        SamplingPlan bounded = SamplingPlan.of(PAIR, aim(0.01, false, 24));
        assertThat(bounded.outcome()).isEqualTo(Outcome.TOO_FEW_ALLOWED);
        assertThat(bounded.work())
                .hasSize(12)
                .allSatisfy(item -> assertThat(item.more()).isEqualTo(8));
        assertThat(bounded.planned()).isGreaterThan(0.01).isLessThan(bounded.now());
    }
}
