package org.passk.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passk.fault.RejectReason;

/**
 * What a run must find, counted from the plan alone: nothing that was written is looked at, and no verifier is asked.
 * Collects the rejects of all problems that it has counted. Not thread-safe.
 */
public final class Truth {
    /** The counts of a problem, named as the columns of TALLIES. */
    public static final List<String> COUNTS = List.of(
            "n",
            "correct",
            "incorrect",
            "no_answer",
            "truncated",
            "stored",
            "stored_correct",
            "stored_disagrees",
            "correct_boxed",
            "correct_stated",
            "correct_hashes",
            "identical_text");

    private static final int N = 0;
    private static final int CORRECT = 1;
    private static final int INCORRECT = 2;
    private static final int NO_ANSWER = 3;
    private static final int TRUNCATED = 4;
    private static final int STORED = 5;
    private static final int STORED_CORRECT = 6;
    private static final int STORED_DISAGREES = 7;
    private static final int CORRECT_BOXED = 8;
    private static final int CORRECT_STATED = 9;
    private static final int CORRECT_HASHES = 10;
    private static final int IDENTICAL_TEXT = 11;

    private final SyntheticPlan plan;
    private final Map<RejectReason, Long> rejects = new TreeMap<>();

    /**
     * Starts to count.
     *
     * @param plan the study
     */
    public Truth(SyntheticPlan plan) {
        this.plan = plan;
    }

    /** Takes the counts of one run and problem. */
    public interface Sink {
        /**
         * Takes counts.
         *
         * @param runId the run
         * @param problemId the problem
         * @param counts in the order of {@link #COUNTS}
         */
        void accept(String runId, String problemId, long[] counts);
    }

    /** How many records of each kind are rejected, of all problems so far. */
    public Map<RejectReason, Long> rejects() {
        return new TreeMap<>(rejects);
    }

    /** Counts all samples of one problem; runs without any are left out. */
    public void count(int problem, Sink sink) {
        for (SyntheticRun run : plan.runs()) {
            long[] counts = new long[COUNTS.size()];
            long[] empty = new long[1];
            plan.setsOf(run).forEach(set -> count(set, problem, counts, empty));
            counts[IDENTICAL_TEXT] += Math.max(0, empty[0] - 1);
            if (Arrays.stream(counts).anyMatch(count -> count > 0)) {
                sink.accept(run.run().id(), SyntheticPlan.problemId(problem), counts);
            }
        }
    }

    private void count(FileSet set, int problem, long[] counts, long[] empty) {
        if (set.form() == RecordForm.WIDE) {
            countLine(set, problem, counts, empty);
            return;
        }
        for (int index = 0; index < set.samples(problem); index++) {
            Fate fate = plan.fate(set, problem, index);
            int copies = set.copies(problem, index);
            if (fate.defect().isPresent()) {
                reject(fate.defect().get().reason(), copies);
            } else if (fate.written()) {
                reject(RejectReason.DUPLICATE_ID, copies - 1);
                count(fate, index, SyntheticPlan.hasStored(set), counts, empty);
            }
        }
    }

    private void countLine(FileSet set, int problem, long[] counts, long[] empty) {
        int copies = set.copies(problem, 0);
        int samples = set.samples(problem);
        switch (plan.line(set, problem)) {
            case NONE -> countAnswers(set, problem, 0, samples, counts, empty);
            case CUT -> {
                reject(RejectReason.MALFORMED_JSON, copies);
                countAnswers(set, problem, 0, SyntheticPlan.wholeAnswers(set, problem), counts, empty);
            }
            case NULL_ANSWER -> {
                reject(RejectReason.WRONG_TYPE, copies);
                countAnswers(set, problem, 1, samples, counts, empty);
            }
            case NO_INDEX -> reject(RejectReason.MISSING_FIELD, (long) copies * samples);
            case UNKNOWN_PROBLEM -> reject(RejectReason.UNKNOWN_PROBLEM, (long) copies * samples);
            case EXTRA_SCORE -> reject(RejectReason.LENGTH_MISMATCH, (long) copies * samples);
            case NO_JSON -> reject(RejectReason.MALFORMED_JSON, copies);
        }
    }

    private void countAnswers(FileSet set, int problem, int from, int to, long[] counts, long[] empty) {
        boolean stored = SyntheticPlan.hasStored(set) && plan.line(set, problem) != LineDefect.CUT;
        for (int index = from; index < to; index++) {
            count(plan.fate(set, problem, index), index, stored, counts, empty);
        }
        reject(RejectReason.DUPLICATE_ID, (set.copies(problem, 0) - 1L) * (to - from));
    }

    private void reject(RejectReason reason, long count) {
        if (count > 0) {
            rejects.merge(reason, count, Long::sum);
        }
    }

    private static void count(Fate fate, long index, boolean stored, long[] counts, long[] empty) {
        counts[N]++;
        boolean correct = fate.correct();
        counts[correct ? CORRECT : fate.ending().answered() ? INCORRECT : NO_ANSWER]++;
        counts[TRUNCATED] += fate.ending().truncated() ? 1 : 0;
        if (stored) {
            counts[STORED]++;
            counts[STORED_CORRECT] += fate.storedCorrect() ? 1 : 0;
            counts[STORED_DISAGREES] += fate.storedCorrect() == correct ? 0 : 1;
        }
        switch (fate.ending()) {
            case BOXED, CUT_AFTER_ANSWER -> counts[CORRECT_BOXED] += correct ? 1 : 0;
            case STATED -> counts[CORRECT_STATED] += correct ? 1 : 0;
            case HASHES -> counts[CORRECT_HASHES] += correct ? 1 : 0;
            case EMPTY_TEXT -> empty[0]++;
            case UNSTATED, EMPTY_BOX, UNCLOSED_THOUGHT, CUT_REASONING, CUT_IN_ANSWER -> {
                // No answer, which the outcome says.
            }
        }
        if (fate.textIndex() != index && fate.ending() != Ending.EMPTY_TEXT) {
            counts[IDENTICAL_TEXT]++;
        }
    }
}
