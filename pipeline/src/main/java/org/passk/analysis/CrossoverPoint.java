package org.passk.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.passk.stats.interval.CrossoverInterval;
import org.passk.stats.interval.Flag;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.Method;
import org.passk.stats.interval.PairedCounts;
import org.passk.stats.interval.ProblemBootstrap;
import org.passk.stats.interval.Target;

/**
 * The crossover k*: the first k from which the base's curve stays at or above the run's up to K, the largest k that every
 * common problem allows in both runs (arXiv 2504.13837, section 3), looked at for every integer, with its uncertainty from
 * a bootstrap over problems. The column k holds K.
 */
public final class CrossoverPoint implements PairAnalysis {
    /** k*, with its interval; absent where there is none. Slices {@code low} and {@code median} hold quantiles. */
    public static final String START = "crossover_k";
    /** The share of draws without a crossing up to K; its flags hold the verdict. Always there. */
    public static final String NONE = "crossover_none";
    /** How often the difference of the curves changes its sign. */
    public static final String SIGN_CHANGES = "crossover_sign_changes";
    /** Flag of a base that is never behind, which is no crossing. */
    public static final String NEVER_BEHIND = "never_behind";
    /** Flag of a k* whose interval ends above K. */
    public static final String UNBOUNDED = "unbounded";
    /** The slice of the lower limit, for intervals without an upper one too. */
    public static final String LOW = "low";

    /** A difference for each problem and k up to K: 256 MB. Studies beyond it have no crossover. */
    private static final long MOST_VALUES = 1L << 25;

    private final Bootstraps bootstraps;

    CrossoverPoint(Bootstraps bootstraps) {
        this.bootstraps = bootstraps;
    }

    @Override
    public List<Metric> of(PairProblems problems, MetricOptions options) {
        Optional<ProblemBootstrap> bootstrap = bootstraps.of(problems.size(), options);
        boolean fits = problems.size() * problems.smallestN() <= MOST_VALUES;
        return fits && bootstrap.isPresent() ? rows(problems, bootstrap.get(), options) : List.of();
    }

    private static List<Metric> rows(PairProblems problems, ProblemBootstrap bootstrap, MetricOptions options) {
        CrossoverInterval found = CrossoverInterval.of(counts(problems), bootstrap, options.level());
        OptionalInt start = found.point().start();
        long largestK = found.point().largestK();
        boolean neverBehind = start.orElse(0) == 1;
        List<Metric> rows = new ArrayList<>();
        rows.add(Metric.of(NONE, found.noCrossing(), problems)
                .k(largestK)
                .flag(found.verdict().name().toLowerCase(Locale.ROOT))
                .flagIf(neverBehind, NEVER_BEHIND)
                .build());
        rows.add(Metric.of(SIGN_CHANGES, found.point().signChanges(), problems)
                .k(largestK)
                .build());
        if (start.isPresent()) {
            Metric.Builder row = Metric.of(START, start.getAsInt(), problems)
                    .k(largestK)
                    .flagIf(neverBehind, NEVER_BEHIND)
                    .flagIf(found.high().isEmpty(), UNBOUNDED);
            if (found.low().isPresent() && found.high().isPresent()) {
                row.interval(interval(found.low().getAsInt(), found.high().getAsInt(), options.level()));
            }
            rows.add(row.build());
        }
        quantile(LOW, found.low(), problems, largestK).ifPresent(rows::add);
        quantile("median", found.median(), problems, largestK).ifPresent(rows::add);
        return rows;
    }

    private static Optional<Metric> quantile(String slice, OptionalInt value, PairProblems problems, long largestK) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(Metric.of(START, value.getAsInt(), problems)
                        .slice(slice)
                        .k(largestK)
                        .build());
    }

    private static Interval interval(int low, int high, double level) {
        return new Interval(
                low, high, level, Target.POPULATION, Method.BOOTSTRAP_PERCENTILE, EnumSet.noneOf(Flag.class), "");
    }

    private static List<PairedCounts> counts(PairProblems problems) {
        int[] baseN = PassAtKCurve.toInt(problems.base().n());
        int[] baseC = PassAtKCurve.toInt(problems.base().c());
        int[] n = PassAtKCurve.toInt(problems.run().n());
        int[] c = PassAtKCurve.toInt(problems.run().c());
        List<PairedCounts> counts = new ArrayList<>(n.length);
        for (int i = 0; i < n.length; i++) {
            counts.add(new PairedCounts(baseN[i], baseC[i], n[i], c[i]));
        }
        return counts;
    }
}
