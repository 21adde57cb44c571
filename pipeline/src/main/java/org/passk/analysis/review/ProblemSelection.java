package org.passk.analysis.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.passk.analysis.RunProblems;
import org.passk.model.Digests;

/**
 * Draws the problems of a run on a benchmark: a sample without replacement of each band of accuracy. The problems of a band
 * are put in the order of a seeded hash of benchmark and id, and the first ones are taken: of two runs the same problems,
 * as far as both have them in the band. Bands share the problems in proportion to their sizes (largest remainders), but
 * each gets two, or all it has, because one problem says nothing of how problems differ.
 */
public final class ProblemSelection {
    private static final int LEAST = 2;

    private ProblemSelection() {}

    /**
     * A band.
     *
     * @param band its number, from 0
     * @param low where it begins
     * @param high where it ends
     * @param eligible how many problems it has
     * @param chosen those that were drawn, in the order of ids
     */
    public record Band(int band, double low, double high, long eligible, List<Chosen> chosen) {}

    /**
     * A problem that was drawn.
     *
     * @param problemId its id
     * @param n samples
     * @param c correct ones
     * @param wanted how many of these are to be drawn
     */
    public record Chosen(String problemId, long n, long c, int wanted) {}

    /**
     * Draws.
     *
     * @param benchmark the benchmark's name
     * @param problems the problems of the run on it
     * @param options what to draw
     * @return the bands with eligible problems, in order; none where no problem is eligible
     * @throws IllegalArgumentException if too few problems are asked for to represent every band
     */
    public static List<Band> of(String benchmark, RunProblems problems, ReviewOptions options) {
        TreeMap<Integer, List<Chosen>> bands = new TreeMap<>();
        long[] n = problems.n();
        long[] c = problems.c();
        for (int i = 0; i < n.length; i++) {
            if (options.isEligible(n[i], c[i])) {
                bands.computeIfAbsent(options.band(n[i], c[i]), band -> new ArrayList<>())
                        .add(new Chosen(problems.ids().get(i), n[i], c[i], (int) Math.min(c[i], options.perProblem())));
            }
        }
        List<List<Chosen>> eligible = List.copyOf(bands.values());
        int[] sizes = allocate(eligible.stream().mapToInt(List::size).toArray(), options.problems());
        List<Band> drawn = new ArrayList<>();
        int next = 0;
        for (int band : bands.keySet()) {
            List<Chosen> all = eligible.get(next);
            List<Chosen> chosen = all.stream()
                    .sorted(Comparator.comparing(one -> rank(options.seed(), benchmark, one.problemId())))
                    .limit(sizes[next++])
                    .sorted(Comparator.comparing(Chosen::problemId))
                    .toList();
            drawn.add(new Band(band, options.bound(band), options.bound(band + 1), all.size(), chosen));
        }
        return drawn;
    }

    private static String rank(long seed, String benchmark, String problemId) {
        return Digests.sha256("review problem 1\n" + seed + "\n" + benchmark + "\n" + problemId);
    }

    /** How many of each band are drawn, for this many in all; all where that is 0 or no fewer than there are. */
    static int[] allocate(int[] sizes, int wanted) {
        int all = 0;
        int least = 0;
        for (int size : sizes) {
            all += size;
            least += Math.min(LEAST, size);
        }
        if (wanted == 0 || wanted >= all) {
            return sizes.clone();
        }
        if (wanted < least) {
            throw new IllegalArgumentException(wanted + " problems cannot represent " + sizes.length
                    + " bands of accuracy with two problems each: expected at least " + least + ", or fewer bands");
        }
        int[] shares = new int[sizes.length];
        int given = 0;
        for (int i = 0; i < sizes.length; i++) {
            shares[i] = (int) Math.max(Math.min(LEAST, sizes[i]), (long) wanted * sizes[i] / all);
            given += shares[i];
        }
        // The least numbers may have taken more than the proportion leaves, or the rounding less.
        for (; given < wanted; given++) {
            shares[most(sizes, shares, wanted, all, 1)]++;
        }
        for (; given > wanted; given--) {
            shares[most(sizes, shares, wanted, all, -1)]--;
        }
        return shares;
    }

    /** The band that is farthest from its proportion, below it (1) or above (−1), and can still be changed. */
    private static int most(int[] sizes, int[] shares, int wanted, int all, int direction) {
        int found = -1;
        long farthest = Long.MIN_VALUE;
        for (int i = 0; i < sizes.length; i++) {
            boolean possible = direction > 0 ? shares[i] < sizes[i] : shares[i] > Math.min(LEAST, sizes[i]);
            long distance = direction * ((long) wanted * sizes[i] - (long) shares[i] * all);
            if (possible && distance > farthest) {
                farthest = distance;
                found = i;
            }
        }
        return found;
    }
}
