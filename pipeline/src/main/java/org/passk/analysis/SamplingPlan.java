package org.passk.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.passk.stats.BetaPosterior;
import org.passk.stats.PosteriorVariance;
import org.passk.stats.distribution.StudentT;

/**
 * Which problems need how many more samples until base pass@k less run pass@j is known to within ± a half-width.
 *
 * <p>The variance of the mean difference over P problems is (B + ΣV/P)/P: B, how the problems differ, which no further sample
 * changes, and V, the noise of sampling, a sum over both runs. B is the variance of the differences less the mean of V, or 0;
 * where the question is about these problems alone it has no part. V after further samples is what the posterior of each
 * problem's success rate lets one expect ({@link PosteriorVariance}, Jeffreys' prior). Samples are given out in chunks, always
 * to the run and problem whose expected variance falls most. Deterministic; a forecast, not a guarantee.
 *
 * @param outcome whether the aim can be reached
 * @param now the expected half-width with the samples that there are
 * @param planned the expected half-width with those of the work list
 * @param limit the half-width that no number of samples gets below
 * @param work the work list, by run and problem id
 */
public record SamplingPlan(Outcome outcome, double now, double planned, double limit, List<Item> work) {
    /** What can be said of an aim. */
    public enum Outcome {
        /** The samples that there are suffice. */
        ENOUGH,
        /** The work list suffices. */
        PLANNED,
        /** Every problem got the most samples that are allowed, and they do not suffice. */
        TOO_FEW_ALLOWED,
        /** No number of samples suffices, because the problems differ: only more problems help. */
        PROBLEMS_DIFFER
    }

    /**
     * A line of the work list.
     *
     * @param ofBase whether the samples are those of the base run
     * @param problemId the problem
     * @param n samples that there are
     * @param c correct ones of them
     * @param more samples to draw
     */
    public record Item(boolean ofBase, String problemId, long n, long c, long more) {}

    /**
     * What is asked for.
     *
     * @param baseK draws of the base run's pass@k
     * @param runK draws of the other's
     * @param halfWidth of the interval, above 0
     * @param level its nominal coverage
     * @param samePopulation whether the question is about other problems of the kind too, and not about these alone
     * @param chunk samples that are given out together, at least 1
     * @param most samples that a problem may get in all
     */
    public record Aim(
            long baseK, long runK, double halfWidth, double level, boolean samePopulation, long chunk, long most) {
        /** Checks the ranges. */
        public Aim {
            if (!(halfWidth > 0) || !(level > 0 && level < 1) || chunk < 1 || baseK < 1 || runK < 1) {
                throw new IllegalArgumentException("half-width " + halfWidth + ", level " + level + ", chunk " + chunk
                        + ", k " + baseK + ", " + runK);
            }
        }
    }

    /** The samples of one run and problem. */
    private static final class Cell {
        private final boolean ofBase;
        private final int index;
        private final long n;
        private final long c;
        private final long k;
        private long more;
        private double variance;
        private double next;

        Cell(boolean ofBase, int index, RunProblems problems, long k, long chunk) {
            this.ofBase = ofBase;
            this.index = index;
            this.n = problems.n()[index];
            this.c = problems.c()[index];
            this.k = k;
            this.variance = expected(n);
            this.next = expected(n + chunk);
        }

        private double expected(long samples) {
            return PosteriorVariance.of(n, c, samples, k, BetaPosterior.JEFFREYS);
        }

        double gain() {
            return variance - next;
        }

        int index() {
            return index;
        }

        boolean ofBase() {
            return ofBase;
        }

        void take(long chunk) {
            more += chunk;
            variance = next;
            next = expected(n + more + chunk);
        }
    }

    /** Copies the list. */
    public SamplingPlan {
        work = List.copyOf(work);
    }

    /**
     * Plans.
     *
     * @param problems the common problems, two or more, with at least as many samples as the aim's k
     * @param aim what is asked for
     */
    public static SamplingPlan of(PairProblems problems, Aim aim) {
        int count = problems.size();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(new Cell(true, i, problems.base(), aim.baseK, aim.chunk));
            cells.add(new Cell(false, i, problems.run(), aim.runK, aim.chunk));
        }
        double noise = noise(cells);
        double fixed = aim.samePopulation ? Math.max(0, spread(problems, aim) - noise / count) / count : 0;
        double t = StudentT.quantile((1 + aim.level) / 2, count - 1);
        double wanted = aim.halfWidth * aim.halfWidth / (t * t);
        double squared = (double) count * count;
        double now = t * Math.sqrt(fixed + noise / squared);
        double limit = t * Math.sqrt(fixed);
        if (now <= aim.halfWidth) {
            return new SamplingPlan(Outcome.ENOUGH, now, now, limit, List.of());
        }
        if (limit >= aim.halfWidth) {
            return new SamplingPlan(Outcome.PROBLEMS_DIFFER, now, now, limit, List.of());
        }
        PriorityQueue<Cell> queue = new PriorityQueue<>(Comparator.comparingDouble((Cell cell) -> -cell.gain())
                .thenComparingInt(Cell::index)
                .thenComparing(Cell::ofBase));
        cells.stream().filter(cell -> cell.n + aim.chunk <= aim.most).forEach(queue::add);
        while (fixed + noise / squared > wanted && !queue.isEmpty()) {
            Cell cell = queue.remove();
            noise -= cell.gain();
            cell.take(aim.chunk);
            if (cell.n + cell.more + aim.chunk <= aim.most) {
                queue.add(cell);
            }
        }
        // Added up again: the running difference has lost digits.
        double reached = t * Math.sqrt(fixed + noise(cells) / squared);
        Outcome outcome = fixed + noise / squared > wanted ? Outcome.TOO_FEW_ALLOWED : Outcome.PLANNED;
        return new SamplingPlan(outcome, now, reached, limit, work(cells, problems));
    }

    private static double noise(List<Cell> cells) {
        double noise = 0;
        for (Cell cell : cells) {
            noise += cell.variance;
        }
        return noise;
    }

    private static double spread(PairProblems problems, Aim aim) {
        double[] differences =
                PassAtKCurve.values(problems.base().n(), problems.base().c(), aim.baseK);
        double[] run = PassAtKCurve.values(problems.run().n(), problems.run().c(), aim.runK);
        for (int i = 0; i < run.length; i++) {
            differences[i] -= run[i];
        }
        double error = PassAtKCurve.standardError(differences);
        return error * error * run.length;
    }

    private static List<Item> work(List<Cell> cells, PairProblems problems) {
        return cells.stream()
                .filter(cell -> cell.more > 0)
                .sorted(Comparator.comparing((Cell cell) -> !cell.ofBase).thenComparingInt(Cell::index))
                .map(cell -> new Item(cell.ofBase, problems.run().ids().get(cell.index), cell.n, cell.c, cell.more))
                .toList();
    }
}
