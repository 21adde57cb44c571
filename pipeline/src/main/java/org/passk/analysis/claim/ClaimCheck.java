package org.passk.analysis.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.passk.analysis.PairProblems;
import org.passk.analysis.PassAtKCurve;
import org.passk.analysis.RunProblems;
import org.passk.analysis.SamplingEfficiencyGap;
import org.passk.analysis.StudyRow;
import org.passk.analysis.StudyRun;
import org.passk.fault.PasskException;
import org.passk.stats.PassAtK;
import org.passk.stats.WeightedValues;
import org.passk.stats.interval.CrossoverInterval;
import org.passk.stats.interval.DifferenceInterval;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.MeanInterval;
import org.passk.stats.interval.PairedCounts;
import org.passk.stats.interval.ProblemBootstrap;

/**
 * Checks claims. pass@k, its differences, ΔSE, k* and drift are computed from the counts, by the functions behind METRICS and
 * at the level of the claim; other metrics are taken from METRICS, which has one level. A value stands on all problems of the
 * runs (the common ones of two), or is not known.
 */
public final class ClaimCheck {
    private static final double SAME_LEVEL = 1e-9;

    private final ClaimStudy study;
    private final int draws;
    private final long seed;

    /** What is known of a quantity: the least and the greatest value that it can have. */
    private record Range(double low, double high, String text) {}

    /** A value is not known; the message says why. */
    private static final class Unknown extends Exception {
        Unknown(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * A check.
     *
     * @param study what claims are checked against
     * @param draws draws of the bootstrap behind k*
     * @param seed of these draws
     */
    public ClaimCheck(ClaimStudy study, int draws, long seed) {
        this.study = study;
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * Checks a claim.
     *
     * @param claim the claim
     * @return a result for the claim's benchmark, or for each one where it names none
     * @throws PasskException of kind CONFIGURATION if it names a run or benchmark that is not there, or several
     */
    public List<ClaimResult> check(Claim claim) {
        List<String> benchmarks = claim.benchmark().isEmpty() ? study.benchmarks() : List.of(claim.benchmark());
        if (!study.benchmarks().containsAll(benchmarks)) {
            throw mistake(
                    claim,
                    "there is no benchmark \"" + claim.benchmark() + "\", expected one of "
                            + String.join(", ", study.benchmarks()));
        }
        List<ClaimResult> results = new ArrayList<>();
        for (String benchmark : benchmarks) {
            results.add(check(claim, benchmark));
        }
        return results;
    }

    private ClaimResult check(Claim claim, String benchmark) {
        try {
            Range range = range(claim, benchmark);
            boolean low = claim.relation().holds(range.low, claim.threshold());
            boolean high = claim.relation().holds(range.high, claim.threshold());
            // The relation is monotone: what holds at both ends holds between them.
            ClaimResult.Verdict verdict = low && high
                    ? ClaimResult.Verdict.HOLDS
                    : low || high ? ClaimResult.Verdict.UNDECIDED : ClaimResult.Verdict.FAILS;
            return new ClaimResult(claim, benchmark, verdict, range.text);
        } catch (Unknown e) {
            return new ClaimResult(claim, benchmark, ClaimResult.Verdict.UNDECIDED, e.getMessage());
        }
    }

    private Range range(Claim claim, String benchmark) throws Unknown {
        Quantity quantity = claim.quantity();
        if (quantity instanceof Quantity.Crossing crossing) {
            return crossing(claim, crossing, benchmark);
        }
        if (quantity instanceof Quantity.Drift drift) {
            List<StudyRun> steps = lastSteps(claim, drift.run());
            double[] change = difference(
                    values(steps.get(0), drift.k(), benchmark, steps.get(1)),
                    values(steps.get(1), drift.k(), benchmark, steps.get(0)));
            return withoutSign(paired(claim, change));
        }
        if (quantity instanceof Quantity.Difference difference) {
            StudyRun left = run(claim, difference.left().run());
            StudyRun right = run(claim, difference.right().run());
            return paired(
                    claim,
                    difference(
                            values(left, difference.left().k(), benchmark, right),
                            values(right, difference.right().k(), benchmark, left)));
        }
        Quantity.Value value = (Quantity.Value) quantity;
        StudyRun run = run(claim, value.run());
        if (value.metric().equals(PassAtKCurve.NAME)) {
            double[] values = values(problems(run, benchmark), value.k());
            return range(claim, mean(values), level -> MeanInterval.of(values, level));
        }
        if (value.metric().equals(SamplingEfficiencyGap.NAME)) {
            PairProblems pair = pair(run, base(claim, run), benchmark);
            long k = value.k() == 0 ? pair.headlineK() : value.k();
            return paired(claim, difference(values(pair.base(), k), values(pair.run(), 1)));
        }
        return stored(claim, value, run, benchmark);
    }

    private static Range paired(Claim claim, double... differences) throws Unknown {
        return range(claim, mean(differences), level -> DifferenceInterval.of(differences, level));
    }

    private static Range range(Claim claim, double estimate, Function<Double, Interval> intervals) throws Unknown {
        if (claim.level().isEmpty()) {
            return new Range(estimate, estimate, number(estimate));
        }
        Interval interval = intervals.apply(claim.level().getAsDouble());
        if (interval.isRefused()) {
            throw new Unknown(number(estimate) + ", without an interval: " + interval.refusal());
        }
        return new Range(interval.low(), interval.high(), text(estimate, interval.low(), interval.high()));
    }

    private static Range withoutSign(Range signed) {
        double low = Math.abs(signed.low);
        double high = Math.abs(signed.high);
        boolean both = signed.low <= 0 && signed.high >= 0;
        return new Range(both ? 0 : Math.min(low, high), Math.max(low, high), signed.text + " (last less before)");
    }

    private Range crossing(Claim claim, Quantity.Crossing crossing, String benchmark) throws Unknown {
        StudyRun run = crossing.run().isEmpty() ? onlyTrained(claim) : run(claim, crossing.run());
        PairProblems pair = pair(run, base(claim, run), benchmark);
        List<PairedCounts> counts = new ArrayList<>();
        for (int i = 0; i < pair.size(); i++) {
            counts.add(new PairedCounts(
                    Math.toIntExact(pair.base().n()[i]),
                    Math.toIntExact(pair.base().c()[i]),
                    Math.toIntExact(pair.run().n()[i]),
                    Math.toIntExact(pair.run().c()[i])));
        }
        double level = claim.level().orElse(0.5);
        CrossoverInterval found = CrossoverInterval.of(counts, ProblemBootstrap.of(counts.size(), draws, seed), level);
        int largest = found.point().largestK();
        String point = found.point().start().isPresent()
                ? "k* = " + found.point().start().getAsInt()
                : "k* is above " + largest;
        if (claim.level().isEmpty()) {
            return new Range(
                    found.point().start().orElse(largest + 1),
                    found.point().start().isPresent() ? found.point().start().getAsInt() : Double.POSITIVE_INFINITY,
                    point);
        }
        int low = found.low().orElse(largest + 1);
        double high = found.high().isPresent() ? found.high().getAsInt() : Double.POSITIVE_INFINITY;
        String above = found.high().isPresent() ? Integer.toString(found.high().getAsInt()) : "above " + largest;
        return new Range(low, high, point + " [" + low + ", " + above + "]");
    }

    private Range stored(Claim claim, Quantity.Value value, StudyRun run, String benchmark) throws Unknown {
        List<StudyRow> rows = study.metrics().stream()
                .filter(row -> row.metric().equals(value.metric())
                        && row.runId().equals(run.runId())
                        && row.benchmark().equals(benchmark)
                        && row.slice().isEmpty()
                        && row.target().equals("population")
                        && row.k() == value.k())
                .toList();
        if (rows.size() != 1) {
            throw new Unknown("METRICS has " + (rows.isEmpty() ? "no row" : rows.size() + " rows") + " of "
                    + value.text() + " on " + benchmark);
        }
        StudyRow row = rows.get(0);
        if (claim.level().isEmpty()) {
            return new Range(row.estimate(), row.estimate(), number(row.estimate()));
        }
        if (row.low().isEmpty() || Math.abs(row.level() - claim.level().getAsDouble()) > SAME_LEVEL) {
            throw new Unknown(number(row.estimate()) + ", but METRICS has "
                    + (row.low().isEmpty() ? "no interval" : "its interval at another level, " + row.level()));
        }
        double low = row.low().getAsDouble();
        double high = row.high().getAsDouble();
        return new Range(low, high, text(row.estimate(), low, high));
    }

    private double[] values(StudyRun run, long k, String benchmark, StudyRun other) throws Unknown {
        return values(
                PairProblems.common(problems(other, benchmark), problems(run, benchmark))
                        .run(),
                k);
    }

    private static double[] values(RunProblems problems, long k) throws Unknown {
        double[] values = new double[problems.size()];
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = PassAtK.estimate(problems.n()[i], problems.c()[i], k);
            if (value.isEmpty()) {
                throw new Unknown(
                        "problem " + problems.ids().get(i) + " has " + problems.n()[i] + " samples, fewer than " + k);
            }
            values[i] = value.getAsDouble();
        }
        if (values.length == 0) {
            throw new Unknown("the runs have no problem in common");
        }
        return values;
    }

    private static double[] difference(double[] left, double... right) {
        return IntStream.range(0, left.length)
                .mapToDouble(i -> left[i] - right[i])
                .toArray();
    }

    private static double mean(double... values) {
        WeightedValues sum = new WeightedValues();
        for (double value : values) {
            sum.add(value, 1);
        }
        return sum.summary().orElseThrow().mean();
    }

    private PairProblems pair(StudyRun run, StudyRun base, String benchmark) throws Unknown {
        PairProblems pair = PairProblems.common(problems(base, benchmark), problems(run, benchmark));
        if (pair.size() == 0) {
            throw new Unknown(run.label() + " and " + base.label() + " have no problem of " + benchmark + " in common");
        }
        return pair;
    }

    private RunProblems problems(StudyRun run, String benchmark) throws Unknown {
        Optional<RunProblems> found = study.problems(run.runId(), benchmark);
        if (found.isEmpty()) {
            throw new Unknown(run.label() + " has no samples on " + benchmark);
        }
        return found.get();
    }

    /** The base's run of the same sampling, or its only one: as METRICS compares. */
    private StudyRun base(Claim claim, StudyRun run) {
        List<StudyRun> bases = study.runs().stream()
                .filter(other -> other.model().equals(run.base()))
                .toList();
        return bases.stream()
                .filter(other -> other.sampling().equals(run.sampling()))
                .findFirst()
                .orElseGet(() -> only(claim, "the base of " + run.label(), bases));
    }

    private StudyRun onlyTrained(Claim claim) {
        return only(
                claim,
                "k* without a run",
                study.runs().stream().filter(run -> !run.base().isEmpty()).toList());
    }

    private StudyRun run(Claim claim, String name) {
        return only(claim, name, named(name));
    }

    private StudyRun only(Claim claim, String name, List<StudyRun> runs) {
        if (runs.size() != 1) {
            throw mistake(
                    claim,
                    name + " is " + (runs.isEmpty() ? "no run" : runs.size() + " runs") + "; expected one of "
                            + String.join(
                                    ", ",
                                    (runs.isEmpty() ? study.runs() : runs)
                                            .stream().map(StudyRun::label).toList()));
        }
        return runs.get(0);
    }

    /** By label, model, algorithm or role: the first of these that finds any. */
    private List<StudyRun> named(String name) {
        List<Function<StudyRun, String>> ways =
                List.of(StudyRun::label, StudyRun::model, StudyRun::algorithm, StudyRun::role);
        for (Function<StudyRun, String> way : ways) {
            List<StudyRun> found = study.runs().stream()
                    .filter(run -> lower(way.apply(run)).equals(lower(name)))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The last step of a training, and the one before. */
    private List<StudyRun> lastSteps(Claim claim, String name) {
        List<StudyRun> steps = (name.isEmpty() ? study.runs() : named(name))
                .stream()
                        .filter(run -> run.step() >= 0 && !run.base().isEmpty())
                        .sorted(Comparator.comparingLong(StudyRun::step).reversed())
                        .toList();
        long distinct = steps.stream().map(StudyRun::step).distinct().count();
        if (steps.size() < 2 || distinct < steps.size()) {
            throw mistake(
                    claim,
                    "drift needs one training with two or more steps; found "
                            + (steps.isEmpty()
                                    ? "none"
                                    : String.join(
                                            ", ",
                                            steps.stream().map(StudyRun::label).toList())));
        }
        return steps.subList(0, 2);
    }

    private static PasskException mistake(Claim claim, String what) {
        return PasskException.configuration("line " + claim.line() + ": " + what);
    }

    private static String text(double estimate, double low, double high) {
        return number(estimate) + " [" + number(low) + ", " + number(high) + "]";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
