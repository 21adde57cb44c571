package org.passk.stats.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.passk.stats.PassAtK;
import org.passk.stats.WithinProblemVariance;
import org.passk.stats.distribution.SplitMix;

/**
 * How often the intervals hold the truth, on data sets drawn from known populations: the tables of docs/metrics.md.
 *
 * <p>Run by {@code mvn -Pcoverage -pl pipeline test-compile exec:exec [-Dcoverage.args="SETS [PROBLEMS …]"]}; with the
 * arguments {@code bands SETS DRAWS} or {@code crossover SETS DRAWS} for what rests on draws of problems.
 */
final class CoverageSimulation {
    private static final double LEVEL = 0.95;
    private static final double NORMAL = 1.959963984540054;
    static final long SEED = 20250413;
    private static final int VERSIONS = 5;
    /** Truths within this of 0 or 1 are told from them by no data. */
    private static final double ROUNDING = 1e-9;

    /** What is counted. */
    enum Kind {
        MEAN("mean over other problems"),
        CLUSTERED("mean over other problems, 5 versions of each"),
        DIFFERENCE("difference of two runs over other problems"),
        BENCHMARK("mean over these problems");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** How one interval did in one cell, beside the plain normal interval for the same target. */
    static final class Score {
        private int sets;
        private int held;
        private int plainHeld;
        private int refused;
        private double width;
        private double plainWidth;

        private void add(Interval interval, double mean, double standardError, double lowest, double truth) {
            sets++;
            double low = Math.max(lowest, mean - NORMAL * standardError);
            double high = Math.min(1, mean + NORMAL * standardError);
            plainHeld += low - ROUNDING <= truth && truth <= high + ROUNDING ? 1 : 0;
            plainWidth += high - low;
            if (interval.isRefused()) {
                refused++;
            } else {
                held += interval.low() - ROUNDING <= truth && truth <= interval.high() + ROUNDING ? 1 : 0;
                width += interval.width();
            }
        }

        double coverage() {
            return held / (double) sets;
        }

        double plainCoverage() {
            return plainHeld / (double) sets;
        }

        double widthRatio() {
            return width / plainWidth;
        }

        int refused() {
            return refused;
        }
    }

    /** One kind of interval, number of problems, n and k. */
    record Cell(Kind kind, int problems, int n, int k) {}

    private final SimulatedTruth truth;
    private final int n;
    private final double[] base;
    private final double[] trained;

    CoverageSimulation(SimulatedTruth truth, int n) {
        this.truth = truth;
        this.n = n;
        this.base = SimulatedTruth.binomials(truth.rates(), n);
        this.trained = SimulatedTruth.binomials(truth.trainedRates(), n);
    }

    static int[] ks(int n) {
        return new int[] {1, 8, n / 4, n / 2, n};
    }

    /** Draws data sets and scores every kind of interval at every k. */
    Map<Integer, Map<Kind, Score>> run(int problems, int sets, int... ks) {
        Map<Integer, Map<Kind, Score>> scores = new TreeMap<>();
        Tables[] tables = new Tables[ks.length];
        for (int i = 0; i < ks.length; i++) {
            tables[i] = new Tables(ks[i]);
            Map<Kind, Score> ofK = new TreeMap<>();
            for (Kind kind : Kind.values()) {
                ofK.put(kind, new Score());
            }
            scores.put(ks[i], ofK);
        }
        int[] clusters = new int[problems];
        for (int i = 0; i < problems; i++) {
            clusters[i] = i / VERSIONS;
        }
        for (int set = 0; set < sets; set++) {
            SplitMix numbers = SplitMix.of(SEED, truth.name().hashCode(), problems, n, set);
            int[] kinds = new int[problems];
            int[] c = new int[problems];
            int[] other = new int[problems];
            int[] versions = new int[problems];
            for (int i = 0; i < problems; i++) {
                kinds[i] = truth.draw(numbers);
                c[i] = SimulatedTruth.search(base, kinds[i] * (n + 1), n + 1, numbers.unit());
                other[i] = SimulatedTruth.search(trained, kinds[i] * (n + 1), n + 1, numbers.unit());
                int cluster = kinds[i / VERSIONS];
                versions[i] = SimulatedTruth.search(base, cluster * (n + 1), n + 1, numbers.unit());
            }
            for (Tables table : tables) {
                table.score(kinds, c, other, versions, clusters, scores.get(table.k));
            }
        }
        return scores;
    }

    /** pass@k and its variance for every c, and the truth. */
    private final class Tables {
        private final int k;
        private final double[] pass = new double[n + 1];
        private final double[] variance = new double[n + 1];
        private final double[] truths = new double[truth.kinds()];
        private double mean;
        private double difference;

        Tables(int k) {
            this.k = k;
            for (int c = 0; c <= n; c++) {
                pass[c] = PassAtK.estimate(n, c, k).orElseThrow();
                variance[c] = WithinProblemVariance.estimate(n, c, k).orElse(Double.NaN);
            }
            for (int kind = 0; kind < truths.length; kind++) {
                truths[kind] = SimulatedTruth.passAtK(truth.rate(kind), k);
                mean += truth.weight(kind) * truths[kind];
                double other = SimulatedTruth.passAtK(truth.trainedRate(kind), k);
                difference += truth.weight(kind) * (other - truths[kind]);
            }
        }

        void score(int[] kinds, int[] c, int[] other, int[] versions, int[] clusters, Map<Kind, Score> scores) {
            int problems = c.length;
            double[] values = new double[problems];
            double[] versionValues = new double[problems];
            double[] differences = new double[problems];
            double[] variances = new double[problems];
            double here = 0;
            double sum = 0;
            for (int i = 0; i < problems; i++) {
                values[i] = pass[c[i]];
                versionValues[i] = pass[versions[i]];
                differences[i] = pass[other[i]] - values[i];
                variances[i] = variance[c[i]];
                here += truths[kinds[i]] / problems;
                sum += variances[i];
            }
            add(scores, Kind.MEAN, MeanInterval.of(values, LEVEL), values, 0, mean);
            if (problems >= 150) {
                double[] means = new double[problems / VERSIONS];
                for (int i = 0; i < means.length * VERSIONS; i++) {
                    means[i / VERSIONS] += versionValues[i] / VERSIONS;
                }
                Interval interval = MeanInterval.clustered(versionValues, clusters, LEVEL);
                add(scores, Kind.CLUSTERED, interval, means, 0, mean);
            }
            add(scores, Kind.DIFFERENCE, DifferenceInterval.of(differences, LEVEL), differences, -1, difference);
            if (2 * k <= n) {
                double share = k / (double) n;
                Interval interval = BenchmarkInterval.of(values, variances, share * share, LEVEL);
                scores.get(Kind.BENCHMARK).add(interval, mean(values), Math.sqrt(sum) / problems, 0, here);
            }
        }

        private static void add(
                Map<Kind, Score> scores, Kind kind, Interval interval, double[] values, double lowest, double truth) {
            double mean = mean(values);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            double standardError = Math.sqrt(squares / (values.length - 1) / values.length);
            scores.get(kind).add(interval, mean, standardError, lowest, truth);
        }

        private static double mean(double... values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }
    }

    /** The extremes of a group of truths in a cell. */
    private static String extremes(List<Score> scores) {
        double low = scores.stream().mapToDouble(Score::coverage).min().orElseThrow();
        double high = scores.stream().mapToDouble(Score::coverage).max().orElseThrow();
        double plain = scores.stream().mapToDouble(Score::plainCoverage).min().orElseThrow();
        double ratio = scores.stream()
                .mapToDouble(Score::widthRatio)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        String text = ratio > 9.99 ? ">10" : String.format(Locale.ROOT, "%.2f", ratio);
        return String.format(Locale.ROOT, "%.1f–%.1f, %s (%.1f)", 100 * low, 100 * high, text, 100 * plain);
    }

    /** Prints the tables, in Markdown, and the single results to standard error. */
    public static void main(String[] args) {
        if (args.length == 3 && "bands".equals(args[0])) {
            BandCoverage.print(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            return;
        }
        if (args.length == 3 && "crossover".equals(args[0])) {
            CrossoverCoverage.print(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            return;
        }
        int sets = args.length > 0 ? Integer.parseInt(args[0]) : 4000;
        int[] sizes = args.length > 1
                ? List.of(args).subList(1, args.length).stream()
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : new int[] {30, 272, 500};
        Map<Kind, Map<String, Map<String, List<Score>>>> tables = new TreeMap<>();
        for (SimulatedTruth truth : SimulatedTruth.all()) {
            for (int n : new int[] {128, 256}) {
                CoverageSimulation simulation = new CoverageSimulation(truth, n);
                for (int problems : sizes) {
                    simulation
                            .run(problems, sets, ks(n))
                            .forEach((k, scores) -> scores.forEach((kind, score) -> {
                                if (score.sets > 0) {
                                    String cell = String.format(Locale.ROOT, "| %3d | %d | %3d |", problems, n, k);
                                    System.err.printf(
                                            Locale.ROOT,
                                            "%s %s %s coverage %.4f plain %.4f width %.3f refused %d%n",
                                            kind,
                                            cell,
                                            truth.name(),
                                            score.coverage(),
                                            score.plainCoverage(),
                                            score.widthRatio(),
                                            score.refused());
                                    tables.computeIfAbsent(kind, key -> new TreeMap<>())
                                            .computeIfAbsent(cell, key -> new TreeMap<>())
                                            .computeIfAbsent(truth.group(), key -> new ArrayList<>())
                                            .add(score);
                                }
                            }));
                }
            }
        }
        tables.forEach((kind, cells) -> {
            System.out.println("\n" + kind.title + "\n\n| P | n | k | zero-inflated | fits | extremes |");
            System.out.println("| --: | --: | --: | --- | --- | --- |");
            cells.forEach((cell, groups) -> System.out.println(cell + " "
                    + extremes(groups.get("zero-inflated")) + " | "
                    + extremes(groups.get("fits")) + " | "
                    + extremes(groups.get("extremes")) + " |"));
        });
    }
}
