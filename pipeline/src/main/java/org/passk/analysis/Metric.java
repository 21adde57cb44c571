package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.Target;

/**
 * One row of METRICS, without the runs that it is about.
 *
 * @param name the metric, for example {@code pass@k}
 * @param slice what part of the data or of the metric the row is about, for example {@code channel=boxed}; empty for the
 *     whole
 * @param k the number of draws; 0 where the metric has none
 * @param x another abscissa where the metric has one, for example τ of Cover@τ
 * @param estimate the estimate, an unrounded fraction unless the metric says otherwise
 * @param upperUndecided the estimate if every undecided sample counted for its largest value
 * @param standardError over the target; empty where unknown
 * @param interval the interval; empty where the metric has none
 * @param target what the uncertainty is about
 * @param problems problems that the row is about
 * @param samples samples behind it
 * @param minN the fewest samples of one of these problems
 * @param maxN the most samples of one of these problems
 * @param flags words, without spaces
 */
public record Metric(
        String name,
        String slice,
        long k,
        OptionalDouble x,
        double estimate,
        double upperUndecided,
        OptionalDouble standardError,
        Optional<Interval> interval,
        Target target,
        long problems,
        long samples,
        long minN,
        long maxN,
        List<String> flags) {
    /** Flag of a value that leaves out problems with fewer than k samples. */
    public static final String SUBSET = "subset";
    /** Flag of the value at the headline k. */
    public static final String HEADLINE = "headline";
    /** Flag of a value that rests on a model of what was not sampled. */
    public static final String MODEL = "model";

    /** Checks what is wrong in every file. */
    public Metric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(slice, "slice");
        if (!Double.isFinite(estimate) || !Double.isFinite(upperUndecided)) {
            throw new IllegalArgumentException(name + " " + slice + " at k = " + k + ": " + estimate);
        }
        if (interval.isPresent() && interval.get().target() != target) {
            throw new IllegalArgumentException(name + ": the interval is about another target");
        }
        flags = List.copyOf(flags);
    }

    /**
     * Starts a row about the population of problems, without uncertainty.
     *
     * @param name the metric
     * @param estimate the estimate
     * @param problems the problems that it is about
     */
    public static Builder of(String name, double estimate, RunProblems problems) {
        return new Builder(name, estimate)
                .problems(problems.size())
                .samples(sum(problems.n()))
                .n(problems.smallestN(), problems.largestN());
    }

    /**
     * Starts a row about a pair of runs.
     *
     * @param name the metric
     * @param estimate the estimate
     * @param problems the common problems
     */
    public static Builder of(String name, double estimate, PairProblems problems) {
        return new Builder(name, estimate)
                .problems(problems.size())
                .samples(sum(problems.base().n()) + sum(problems.run().n()))
                .n(
                        problems.smallestN(),
                        Math.max(problems.base().largestN(), problems.run().largestN()));
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }

    /** Collects the columns of a row. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final double estimate;
        private final List<String> flags = new ArrayList<>();
        private String slice = "";
        private long k;
        private OptionalDouble x = OptionalDouble.empty();
        private double upperUndecided;
        private OptionalDouble standardError = OptionalDouble.empty();
        private Optional<Interval> interval = Optional.empty();
        private Target target = Target.POPULATION;
        private long problems;
        private long samples;
        private long minN;
        private long maxN;

        private Builder(String name, double estimate) {
            this.name = name;
            this.estimate = estimate;
            this.upperUndecided = estimate;
        }

        /** What part of the data the row is about. */
        public Builder slice(String part) {
            slice = part;
            return this;
        }

        /** The number of draws. */
        public Builder k(long draws) {
            k = draws;
            return this;
        }

        /** Another abscissa. */
        public Builder x(double abscissa) {
            x = OptionalDouble.of(abscissa);
            return this;
        }

        /** The estimate if every undecided sample counted for its largest value; otherwise the estimate itself. */
        public Builder upperUndecided(double upper) {
            upperUndecided = upper;
            return this;
        }

        /** The standard error; NaN for none. */
        public Builder standardError(double error) {
            standardError = Double.isNaN(error) ? OptionalDouble.empty() : OptionalDouble.of(error);
            return this;
        }

        /** The interval, with its target; a refused one leaves a flag. */
        public Builder interval(Interval found) {
            target = found.target();
            if (found.isRefused()) {
                flags.add("no_interval");
            } else {
                interval = Optional.of(found);
                found.flags().forEach(flag -> flags.add(flag.label()));
            }
            return this;
        }

        /** What the row is about, where it has no interval. */
        public Builder target(Target about) {
            target = about;
            return this;
        }

        /** How many problems the row is about, where it is not all. */
        public Builder problems(long count) {
            problems = count;
            return this;
        }

        /** How many samples are behind it, where it is not all. */
        public Builder samples(long count) {
            samples = count;
            return this;
        }

        /** The range of n. */
        public Builder n(long fewest, long most) {
            minN = fewest;
            maxN = most;
            return this;
        }

        /** Adds a flag. */
        public Builder flag(String word) {
            flags.add(word);
            return this;
        }

        /** Adds a flag if it holds. */
        public Builder flagIf(boolean holds, String word) {
            return holds ? flag(word) : this;
        }

        /** The row. */
        public Metric build() {
            return new Metric(
                    name,
                    slice,
                    k,
                    x,
                    estimate,
                    upperUndecided,
                    standardError,
                    interval,
                    target,
                    problems,
                    samples,
                    minN,
                    maxN,
                    flags);
        }
    }
}
