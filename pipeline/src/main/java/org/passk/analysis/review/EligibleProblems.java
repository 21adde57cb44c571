package org.passk.analysis.review;

import java.util.ArrayList;
import java.util.List;
import org.passk.analysis.RunProblems;
import org.passk.stats.PassAtK;

/** pass@k by answers, of the eligible problems of a run on a benchmark and of those above the threshold. */
final class EligibleProblems {
    private final RunProblems all;
    private final List<Integer> eligible = new ArrayList<>();
    private final List<Integer> others = new ArrayList<>();

    private EligibleProblems(RunProblems all) {
        this.all = all;
    }

    static EligibleProblems of(RunProblems problems, ReviewOptions options) {
        EligibleProblems found = new EligibleProblems(problems);
        long[] n = problems.n();
        long[] c = problems.c();
        for (int i = 0; i < n.length; i++) {
            if (options.isEligible(n[i], c[i])) {
                found.eligible.add(i);
            } else if (c[i] > 0) {
                found.others.add(i);
            }
        }
        return found;
    }

    /** How many problems are eligible. */
    int size() {
        return eligible.size();
    }

    /** The fewest samples of an eligible problem. */
    long smallestN() {
        return eligible.stream().mapToLong(i -> all.n()[i]).min().orElse(0);
    }

    /** The mean of pass@k over the eligible problems. */
    double meanPass(long k) {
        return sum(eligible, k) / eligible.size();
    }

    /** The largest pass@k of an eligible problem. */
    double largestPass(long k) {
        return eligible.stream()
                .mapToDouble(i -> PassAtK.estimate(all.n()[i], all.c()[i], k).orElseThrow())
                .max()
                .orElse(1);
    }

    /** What problems above the threshold add to the mean of pass@k over the benchmark. */
    double othersPass(long k) {
        return sum(others, k) / all.size();
    }

    private double sum(List<Integer> some, long k) {
        return some.stream()
                .mapToDouble(i -> PassAtK.estimate(all.n()[i], all.c()[i], k).orElseThrow())
                .sum();
    }
}
