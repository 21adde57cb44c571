package org.passk.stats.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passk.stats.distribution.SplitMix;
import org.passk.stats.interval.CrossoverInterval.Verdict;

/**
 * How often the crossover's interval holds the first k from which the population's curves have crossed, where an interval
 * without an upper limit reaches beyond K and one without a lower limit is above K.
 */
final class CrossoverCoverage {
    private static final double LEVEL = 0.95;

    /** Shares of data sets: k* held, interval without upper limit, and the verdicts. */
    record Result(double held, double unbounded, double crosses, double doesNotCross) {}

    private CrossoverCoverage() {}

    /** Base runs with broad, low rates against runs with high ones that never solve a part of the problems. */
    static List<SimulatedTruth> truths() {
        return List.of(
                SimulatedTruth.forgetting("Beta(0.4, 0.9) to 30 % forgotten, Beta(2, 0.8)", 0.3, 0.4, 0.9, 2, 0.8),
                SimulatedTruth.forgetting(
                        "Beta(0.35, 1.6) to 25 % forgotten, Beta(0.8, 0.6)", 0.25, 0.35, 1.6, 0.8, 0.6),
                SimulatedTruth.forgetting("Beta(0.5, 3) to 15 % forgotten, Beta(0.6, 1)", 0.15, 0.5, 3, 0.6, 1),
                SimulatedTruth.forgetting("Beta(0.22, 2) to 20 % forgotten, Beta(0.3, 0.5)", 0.2, 0.22, 2, 0.3, 0.5));
    }

    /** k* of the population; K + 1 where the base is behind at K. */
    static int start(SimulatedTruth truth, int largestK) {
        int start = 1;
        for (int k = 1; k <= largestK; k++) {
            double difference = 0;
            for (int kind = 0; kind < truth.kinds(); kind++) {
                difference += truth.weight(kind)
                        * (SimulatedTruth.passAtK(truth.rate(kind), k)
                                - SimulatedTruth.passAtK(truth.trainedRate(kind), k));
            }
            start = difference < 0 ? k + 1 : start;
        }
        return start;
    }

    static Result of(SimulatedTruth truth, int problems, int n, int sets, int draws) {
        double[] base = SimulatedTruth.binomials(truth.rates(), n);
        double[] trained = SimulatedTruth.binomials(truth.trainedRates(), n);
        ProblemBootstrap bootstrap = ProblemBootstrap.of(problems, draws, CoverageSimulation.SEED);
        int start = start(truth, n);
        int held = 0;
        int unbounded = 0;
        int[] verdicts = new int[Verdict.values().length];
        for (int set = 0; set < sets; set++) {
            SplitMix numbers = SplitMix.of(CoverageSimulation.SEED, truth.name().hashCode(), problems, n, set);
            List<PairedCounts> counts = new ArrayList<>(problems);
            for (int i = 0; i < problems; i++) {
                int kind = truth.draw(numbers);
                int c = SimulatedTruth.search(base, kind * (n + 1), n + 1, numbers.unit());
                int other = SimulatedTruth.search(trained, kind * (n + 1), n + 1, numbers.unit());
                counts.add(new PairedCounts(n, c, n, other));
            }
            CrossoverInterval interval = CrossoverInterval.of(counts, bootstrap, LEVEL);
            int low = interval.low().orElse(n + 1);
            int high = interval.high().orElse(n + 1);
            held += low <= start && start <= high ? 1 : 0;
            unbounded += interval.high().isEmpty() ? 1 : 0;
            verdicts[interval.verdict().ordinal()]++;
        }
        double all = sets;
        return new Result(
                held / all,
                unbounded / all,
                verdicts[Verdict.CROSSES.ordinal()] / all,
                verdicts[Verdict.DOES_NOT_CROSS.ordinal()] / all);
    }

    /** Prints the table, in Markdown. */
    static void print(int sets, int draws) {
        System.out.println("| base to run | n | k\\* | P | holds k\\* | unbounded | crosses | does not cross |");
        System.out.println("| --- | --: | --: | --: | --: | --: | --: | --: |");
        for (SimulatedTruth truth : truths()) {
            for (int n : new int[] {128, 256}) {
                int start = start(truth, n);
                for (int problems : new int[] {30, 272, 500}) {
                    Result result = of(truth, problems, n, sets, draws);
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %d | %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
                            truth.name(),
                            n,
                            start > n ? "none" : String.valueOf(start),
                            problems,
                            100 * result.held,
                            100 * result.unbounded,
                            100 * result.crosses,
                            100 * result.doesNotCross);
                }
            }
        }
    }
}
