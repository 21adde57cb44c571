package org.passk.stats;

/**
 * maj@k without chance. The votes of a random k-subset are multivariate hypergeometric, which is the distribution of
 * independent binomials with a common probability θ = k / n, given that they add up to k. For each correct answer and
 * each number of votes x that it may win with, a table holds the probability that the other answers have r votes
 * altogether, none more than x, and t of them x; the answer then scores 1 / (t + 1). Answers with fewer than x samples
 * cannot reach x: with the samples without an answer they are one pool, whatever they are drawn for.
 *
 * <p>All terms are positive, and the condition has a probability of about 1 / √(2 π k (1 − θ)), never small: nothing
 * cancels, overflows or underflows to the harm of the result. The relative error is some 10<sup>−13</sup>. The cost is
 * the sum over x of (answers with at least x samples) · (reachable r, t) · x.
 */
final class ExactMajority {
    private final AnswerVotes votes;
    private final long[] classes;
    private final long k;

    ExactMajority(AnswerVotes votes, long k) {
        this.votes = votes;
        this.classes = votes.classes();
        this.k = k;
    }

    /** The number of multiplications that {@link #value} takes, from above; it stops counting at the bound. */
    long steps() {
        long steps = 0;
        for (int own = 0; own < votes.correctClasses(); own++) {
            if (isRepeated(own)) {
                continue;
            }
            for (long x = Math.min(classes[own], k); x >= 1; x--) {
                steps += votes.n() + classes.length + stepsOfLevel(rivals(own, x), x);
                if (steps > MajorityAtK.EXACT_STEPS) {
                    return steps;
                }
            }
        }
        return steps;
    }

    private long stepsOfLevel(long rivals, long x) {
        double states = 0;
        for (long ties = 0; ties <= Math.min(rivals, (k - x) / x); ties++) {
            states += lastSum(rivals, ties, x) - ties * x + 1;
        }
        return (long) Math.min(states * rivals * (x + 1), 2.0 * MajorityAtK.EXACT_STEPS);
    }

    double value() {
        double share = (double) k / votes.n();
        double[][] probabilities = new double[classes.length][];
        for (int i = 0; i < classes.length; i++) {
            probabilities[i] = i > 0 && classes[i] == classes[i - 1]
                    ? probabilities[i - 1]
                    : Binomial.probabilities(classes[i], share);
        }
        CompensatedSum sum = new CompensatedSum();
        double chance = 0;
        for (int own = 0; own < votes.correctClasses(); own++) {
            if (!isRepeated(own)) {
                chance = chanceOf(own, probabilities, share);
            }
            sum.add(chance);
        }
        double condition = Binomial.probabilities(votes.n(), share)[Math.toIntExact(k)];
        return Math.min(1, sum.value() / condition);
    }

    /** Whether the correct answer has as many samples as the one before it, and so the same chance. */
    private boolean isRepeated(int own) {
        return own > 0 && classes[own] == classes[own - 1];
    }

    /** How many other answers have at least x samples. */
    private long rivals(int own, long x) {
        long rivals = 0;
        for (int i = 0; i < classes.length; i++) {
            rivals += i != own && classes[i] >= x ? 1 : 0;
        }
        return rivals;
    }

    /** The expected score of one correct answer times the probability of the condition. */
    private double chanceOf(int own, double[][] probabilities, double share) {
        CompensatedSum chance = new CompensatedSum();
        for (int x = 1; x <= Math.min(classes[own], k); x++) {
            double win = probabilities[own][x];
            if (win > 0) {
                chance.add(win * shareOfWin(own, x, probabilities, share));
            }
        }
        return chance.value();
    }

    /** The sum over r and t of the probability of (r, t) and of k − x − r out of the pool, divided by t + 1. */
    private double shareOfWin(int own, int x, double[][] probabilities, double share) {
        int rest = Math.toIntExact(k - x);
        int mostTies = (int) Math.min(rivals(own, x), rest / x);
        double[][] table = new double[mostTies + 1][rest + 1];
        table[0][0] = 1;
        int seen = 0;
        long pool = votes.silent();
        for (int i = 0; i < classes.length; i++) {
            if (i != own && classes[i] >= x) {
                seen++;
                addRival(table, probabilities[i], x, seen);
            } else if (i != own) {
                pool += classes[i];
            }
        }
        double[] others = Binomial.probabilities(pool, share);
        CompensatedSum sum = new CompensatedSum();
        for (int ties = 0; ties <= mostTies; ties++) {
            for (int r = ties * x; r <= lastSum(seen, ties, x); r++) {
                if (rest - r < others.length) {
                    sum.add(table[ties][r] * others[rest - r] / (ties + 1));
                }
            }
        }
        return sum.value();
    }

    /** Adds an answer with at most x votes to the table; it is the seen-th. In place, so from the large sums down. */
    private void addRival(double[][] table, double[] probability, int x, int seen) {
        for (int ties = Math.min(seen, table.length - 1); ties >= 0; ties--) {
            int last = (int) lastSum(seen, ties, x);
            for (int r = last; r >= ties * x; r--) {
                double sum = 0;
                for (int j = Math.min(x - 1, r - ties * x); j >= 0; j--) {
                    sum += table[ties][r - j] * probability[j];
                }
                if (ties > 0) {
                    sum += table[ties - 1][r - x] * probability[x];
                }
                table[ties][r] = sum;
            }
        }
    }

    /** The largest sum of the votes of this many answers of which so many have x and the others fewer; at most k − x. */
    private long lastSum(long answers, long ties, long x) {
        return Math.min(k - x, ties * x + (answers - ties) * (x - 1));
    }
}
