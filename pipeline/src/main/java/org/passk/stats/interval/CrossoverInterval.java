package org.passk.stats.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.passk.stats.CountGroup;
import org.passk.stats.CountHistogram;
import org.passk.stats.Crossover;
import org.passk.stats.MeanCurve;
import org.passk.stats.distribution.Normal;
import org.passk.stats.distribution.StudentT;

/**
 * The uncertainty, over problems, of the k from which a base run is at least as good as a run trained from it ({@link
 * Crossover}): k* is computed again in every draw of a paired bootstrap over the common problems (target {@link
 * Target#POPULATION}).
 *
 * <p>In a draw k* is the integer after the last one at which the base is behind. The last power of two (or K) at which it
 * is behind gives the bracket, and every integer up to the next power of two is then looked at. An advantage of the
 * trained run that begins and ends between two later powers of two is not seen. Means that differ by less than 2^−44, some
 * hundred roundings, count as equal.
 *
 * <p>Draws in which the base is behind at K have no k*; as values they are above K.
 *
 * <p>With few problems percentiles of draws are too narrow: the draws vary by the factor √((P − 1) / P) less than the mean
 * does, and take the normal for Student's t. The expanded percentiles of Hesterberg (2015,
 * doi:10.1080/00031305.2015.1089789) put the quantiles at Φ(±e z) instead of Φ(±z), e = √(P / (P − 1)) t<sub>P−1</sub> / z.
 * For k*, where the curves lie close together, that is still not enough, and e³ z is used, which was chosen by simulation
 * (docs/metrics.md): 1 instead of 2.5 % on each side for 30 problems, 2.4 % for 500.
 *
 * @param point k* and the sign changes of the curves as they are, looked at for every integer
 * @param low the (1 − level)/2 quantile of k*, expanded; empty for "above K"
 * @param median the median of k*; empty for "above K"
 * @param high the (1 + level)/2 quantile of k*, expanded, of the draws that have one if those are all but 1 − level; empty for
 *     "above K", which is where more have none
 * @param noCrossing the share of draws without k*: P(no crossing ≤ K)
 * @param level nominal coverage
 * @param verdict what the interval says
 */
public record CrossoverInterval(
        Crossover point,
        OptionalInt low,
        OptionalInt median,
        OptionalInt high,
        double noCrossing,
        double level,
        Verdict verdict) {
    private static final double EQUAL = 0x1p-44;

    /** What the interval says about the crossing. */
    public enum Verdict {
        /** At most a share 1 − level of the draws has no k*: the interval ends at or below K. */
        CROSSES,
        /** At least a share {@code level} of the draws has no k*: the base is behind at K. */
        DOES_NOT_CROSS,
        /** Anything else: other problems might well have said the opposite. */
        UNDECIDED
    }

    /** Checks the share and the level. */
    public CrossoverInterval {
        Interval.checkLevel(level);
        if (!(noCrossing >= 0 && noCrossing <= 1)) {
            throw new IllegalArgumentException("share without crossing " + noCrossing + " is not in [0, 1]");
        }
    }

    /**
     * The interval up to the largest k that every problem allows in both runs.
     *
     * @param problems the common problems, in the order of the bootstrap's weights
     * @param bootstrap the draws
     * @param level nominal coverage, such as 0.95
     * @throws IllegalArgumentException if the number of problems is not that of the bootstrap
     */
    public static CrossoverInterval of(List<PairedCounts> problems, ProblemBootstrap bootstrap, double level) {
        Interval.checkLevel(level);
        if (problems.size() != bootstrap.problems()) {
            throw new IllegalArgumentException(
                    problems.size() + " problems, but " + bootstrap.problems() + " in the bootstrap");
        }
        int largestK = problems.stream()
                .mapToInt(problem -> Math.min(problem.baseN(), problem.trainedN()))
                .min()
                .orElseThrow();
        int[] starts = starts(differences(problems, largestK), largestK, bootstrap);
        Arrays.sort(starts);
        int draws = starts.length;
        int crossing =
                (int) Arrays.stream(starts).filter(start -> start <= largestK).count();
        double none = (draws - crossing) / (double) draws;
        double tail = tail(level, problems.size());
        int rank = (int) Math.max(1, Math.floor(tail * (draws + 1)));
        boolean bounded = none <= 1 - level;
        int high = bounded ? starts[Math.min(draws - rank, crossing - 1)] : largestK + 1;
        Verdict verdict = bounded ? Verdict.CROSSES : none >= level ? Verdict.DOES_NOT_CROSS : Verdict.UNDECIDED;
        return new CrossoverInterval(
                point(problems, largestK),
                upTo(largestK, starts[rank - 1]),
                upTo(largestK, starts[(draws - 1) / 2]),
                upTo(largestK, high),
                none,
                level,
                verdict);
    }

    /** The share of draws beyond a limit: (1 − level)/2 for very many problems, less for few. */
    private static double tail(double level, int problems) {
        double tail = (1 - level) / 2;
        if (problems < 2) {
            return tail;
        }
        double normal = Normal.quantile(tail);
        double expansion = Math.sqrt(problems / (problems - 1.0)) * StudentT.quantile(tail, problems - 1) / normal;
        return Normal.cdf(normal * expansion * expansion * expansion);
    }

    private static OptionalInt upTo(int largestK, int k) {
        return k <= largestK ? OptionalInt.of(k) : OptionalInt.empty();
    }

    private static Crossover point(List<PairedCounts> problems, int largestK) {
        List<CountGroup> base = new ArrayList<>();
        List<CountGroup> trained = new ArrayList<>();
        for (PairedCounts problem : problems) {
            base.add(new CountGroup(problem.baseN(), problem.baseC(), 1));
            trained.add(new CountGroup(problem.trainedN(), problem.trainedC(), 1));
        }
        return Crossover.between(
                MeanCurve.of(CountHistogram.of(base), largestK), MeanCurve.of(CountHistogram.of(trained), largestK));
    }

    /** base − trained of the first problem for k = 1 … K, then of the second, …. */
    private static double[] differences(List<PairedCounts> problems, int largestK) {
        Map<CountGroup, double[]> curves = new HashMap<>();
        double[] differences = new double[Math.multiplyExact(problems.size(), largestK)];
        int at = 0;
        for (PairedCounts problem : problems) {
            double[] base = curve(curves, problem.baseN(), problem.baseC(), largestK);
            double[] trained = curve(curves, problem.trainedN(), problem.trainedC(), largestK);
            for (int i = 0; i < largestK; i++) {
                differences[at++] = base[i] - trained[i];
            }
        }
        return differences;
    }

    private static double[] curve(Map<CountGroup, double[]> curves, int n, int c, int largestK) {
        return curves.computeIfAbsent(
                new CountGroup(n, c, 1),
                group -> MeanCurve.of(CountHistogram.of(List.of(group)), largestK)
                        .values());
    }

    /** k* of every draw; K + 1 where there is none. */
    private static int[] starts(double[] differences, int largestK, ProblemBootstrap bootstrap) {
        int[] grid = grid(largestK);
        int problems = bootstrap.problems();
        double[] coarse = new double[problems * grid.length];
        for (int problem = 0; problem < problems; problem++) {
            for (int j = 0; j < grid.length; j++) {
                coarse[problem * grid.length + j] = differences[problem * largestK + grid[j] - 1];
            }
        }
        int[] all = IntStream.range(0, bootstrap.draws()).toArray();
        double[] means = bootstrap.means(coarse, grid.length, 0, grid.length, all);
        int[] behind = IntStream.of(all)
                .map(draw -> lastBehind(means, draw * grid.length, grid.length))
                .toArray();
        int[] starts = new int[all.length];
        for (int j = -1; j < grid.length; j++) {
            int bracket = j;
            int[] draws =
                    IntStream.of(all).filter(draw -> behind[draw] == bracket).toArray();
            int first = j < 0 ? 0 : grid[j];
            // The integers between grid[j] and the next are at the indexes from grid[j] on.
            int width = j < 0 || j == grid.length - 1 ? 0 : grid[j + 1] - 1 - first;
            double[] inside = bootstrap.means(differences, largestK, first, first + width, draws);
            for (int i = 0; i < draws.length; i++) {
                starts[draws[i]] = first + lastBehind(inside, i * width, width) + 2;
            }
        }
        return starts;
    }

    /** The powers of two below K, and K. */
    private static int[] grid(int largestK) {
        return IntStream.concat(IntStream.iterate(1, k -> k > 0 && k < largestK, k -> k * 2), IntStream.of(largestK))
                .toArray();
    }

    /** The last of some values that is negative, counted from 0; −1 without one. */
    private static int lastBehind(double[] values, int from, int count) {
        int last = count - 1;
        while (last >= 0 && values[from + last] >= -EQUAL) {
            last--;
        }
        return last;
    }
}
