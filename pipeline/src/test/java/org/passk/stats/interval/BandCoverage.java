package org.passk.stats.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.passk.stats.PassAtK;
import org.passk.stats.distribution.SplitMix;

/** How often bands hold whole curves, and curves of differences, at all powers of two up to n at once. */
final class BandCoverage {
    private static final double LEVEL = 0.95;
    /** Truths within this of 0 or 1 are told from them by no data. */
    private static final double ROUNDING = 1e-9;

    /** The shares of data sets in which the band holds the truth at all k. */
    record Result(double curve, double difference) {}

    private final SimulatedTruth truth;
    private final int n;
    private final int columns;
    private final double[] base;
    private final double[] trained;
    private final double[][] pass;
    private final double[] curve;
    private final double[] difference;

    BandCoverage(SimulatedTruth truth, int n) {
        this.truth = truth;
        this.n = n;
        this.base = SimulatedTruth.binomials(truth.rates(), n);
        this.trained = SimulatedTruth.binomials(truth.trainedRates(), n);
        this.columns = 32 - Integer.numberOfLeadingZeros(n);
        this.pass = new double[columns][n + 1];
        this.curve = new double[columns];
        this.difference = new double[columns];
        for (int column = 0; column < columns; column++) {
            int k = 1 << column;
            for (int c = 0; c <= n; c++) {
                pass[column][c] = PassAtK.estimate(n, c, k).orElseThrow();
            }
            for (int kind = 0; kind < truth.kinds(); kind++) {
                double ofBase = SimulatedTruth.passAtK(truth.rate(kind), k);
                curve[column] += truth.weight(kind) * ofBase;
                difference[column] +=
                        truth.weight(kind) * (SimulatedTruth.passAtK(truth.trainedRate(kind), k) - ofBase);
            }
        }
    }

    Result run(int problems, int sets, int draws) {
        ProblemBootstrap bootstrap = ProblemBootstrap.of(problems, draws, CoverageSimulation.SEED);
        int curves = 0;
        int differences = 0;
        for (int set = 0; set < sets; set++) {
            SplitMix numbers = SplitMix.of(CoverageSimulation.SEED, truth.name().hashCode(), problems, n, set);
            double[] values = new double[problems * columns];
            double[] others = new double[problems * columns];
            for (int i = 0; i < problems; i++) {
                int kind = truth.draw(numbers);
                int c = SimulatedTruth.search(base, kind * (n + 1), n + 1, numbers.unit());
                int other = SimulatedTruth.search(trained, kind * (n + 1), n + 1, numbers.unit());
                for (int column = 0; column < columns; column++) {
                    values[i * columns + column] = pass[column][c];
                    others[i * columns + column] = pass[column][other] - pass[column][c];
                }
            }
            curves += holds(bootstrap.resample(values, columns).band(0, columns, LEVEL), curve) ? 1 : 0;
            differences +=
                    holds(bootstrap.resample(others, columns).bandOfDifferences(0, columns, LEVEL), difference) ? 1 : 0;
        }
        return new Result(curves / (double) sets, differences / (double) sets);
    }

    private boolean holds(List<Interval> band, double... truths) {
        for (int column = 0; column < columns; column++) {
            Interval interval = band.get(column);
            if (!(interval.low() - ROUNDING <= truths[column] && truths[column] <= interval.high() + ROUNDING)) {
                return false;
            }
        }
        return true;
    }

    /** Prints the table, in Markdown, and the single results to standard error. */
    static void print(int sets, int draws) {
        Map<String, Map<String, List<Result>>> cells = new TreeMap<>();
        for (SimulatedTruth truth : SimulatedTruth.all()) {
            for (int n : new int[] {128, 256}) {
                BandCoverage coverage = new BandCoverage(truth, n);
                for (int problems : new int[] {30, 272, 500}) {
                    Result result = coverage.run(problems, sets, draws);
                    String cell = String.format(Locale.ROOT, "| %3d | %d |", problems, n);
                    System.err.println("BAND " + cell + " " + truth.name() + " " + result);
                    cells.computeIfAbsent(cell, key -> new TreeMap<>())
                            .computeIfAbsent(truth.group(), key -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        System.out.println(
                "| P | n | curve: zero-inflated | fits | extremes | difference: zero-inflated | fits | extremes |");
        System.out.println("| --: | --: | --- | --- | --- | --- | --- | --- |");
        cells.forEach((cell, groups) -> {
            StringBuilder curves = new StringBuilder(cell);
            StringBuilder differences = new StringBuilder();
            for (String group : List.of("zero-inflated", "fits", "extremes")) {
                List<Result> results = groups.get(group);
                curves.append(
                        extremes(results.stream().mapToDouble(Result::curve).toArray()));
                differences.append(extremes(
                        results.stream().mapToDouble(Result::difference).toArray()));
            }
            System.out.println(curves.append(differences));
        });
    }

    private static String extremes(double... shares) {
        double low = 1;
        double high = 0;
        for (double share : shares) {
            low = Math.min(low, share);
            high = Math.max(high, share);
        }
        return String.format(Locale.ROOT, " %.1f–%.1f |", 100 * low, 100 * high);
    }
}
