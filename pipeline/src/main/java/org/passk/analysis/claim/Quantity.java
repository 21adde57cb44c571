package org.passk.analysis.claim;

/** What a claim is about. A run is named by its label, its model, its algorithm or its role; empty for the only one. */
public sealed interface Quantity {
    /** How it is written. */
    String text();

    /**
     * A metric of a run.
     *
     * @param metric the name as in METRICS, for example {@code pass@k}
     * @param k the number of draws; 0 where none is written
     * @param run names the run
     */
    record Value(String metric, long k, String run) implements Quantity {
        @Override
        public String text() {
            return (k == 0 ? metric : metric.replace("@k", "") + "@" + k) + "(" + run + ")";
        }
    }

    /**
     * pass@k of one run less that of another, paired by problem.
     *
     * @param left the first
     * @param right the one that is taken from it
     */
    record Difference(Value left, Value right) implements Quantity {
        @Override
        public String text() {
            return left.text() + " - " + right.text();
        }
    }

    /**
     * The k from which the base is at least as good, for all larger k too.
     *
     * @param run names the run that is compared with its base
     */
    record Crossing(String run) implements Quantity {
        @Override
        public String text() {
            return "k*" + (run.isEmpty() ? "" : "(" + run + ")");
        }
    }

    /**
     * By how much pass@k of the last training step differs from that of the step before, without a sign.
     *
     * @param k the number of draws
     * @param run names the training
     */
    record Drift(long k, String run) implements Quantity {
        @Override
        public String text() {
            return "drift(pass@" + k + (run.isEmpty() ? "" : "(" + run + ")") + ", last)";
        }
    }
}
