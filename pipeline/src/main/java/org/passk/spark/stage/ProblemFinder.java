package org.passk.spark.stage;

import java.util.Optional;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.format.RecordFields;
import org.passk.model.Digests;
import org.passk.model.Problem;
import org.passk.model.Reference;

/** Finds the problem that a record is about. */
final class ProblemFinder {
    private ProblemFinder() {}

    /** The problem's id and its position in the problem file, with what answers to it are compared with. */
    record Found(String id, int ordinal, Reference reference) {}

    /**
     * Finds the problem of a record.
     *
     * @param benchmark name for messages
     * @param problems the benchmark's problems, or null where records bring their references
     * @param fields what the record says
     * @throws RejectException if it names none, an unknown one, or one whose question is another
     */
    static Found find(String benchmark, ProblemSet problems, RecordFields fields) throws RejectException {
        if (problems == null) {
            return ofRecord(benchmark, fields);
        }
        Optional<Problem> named = fields.problemId().isEmpty()
                ? problems.byOrdinal(fields.problemOrdinal())
                : problems.byId(fields.problemId());
        if (!fields.question().isEmpty()) {
            named = sameQuestion(named, problems, fields);
        }
        Problem problem = named.orElseThrow(() -> new RejectException(
                RejectReason.UNKNOWN_PROBLEM,
                "problem " + name(fields) + " is not in benchmark " + benchmark + " (" + problems.size()
                        + " problems)"));
        return new Found(problem.id(), problem.ordinal(), problem.reference());
    }

    /** Numberings differ between files (AIME 2024: 60 … 89 and 0 … 29), so a question that is given decides. */
    private static Optional<Problem> sameQuestion(Optional<Problem> named, ProblemSet problems, RecordFields fields)
            throws RejectException {
        String digest = Digests.ofQuestion(fields.question());
        if (named.isPresent()
                && (named.get().questionDigest().isEmpty()
                        || named.get().questionDigest().equals(digest))) {
            return named;
        }
        Optional<Problem> asked = problems.byQuestion(digest);
        if (asked.isEmpty() && named.isPresent()) {
            throw new RejectException(
                    RejectReason.QUESTION_MISMATCH,
                    "the question is not that of problem " + named.get().id()
                            + ", nor of any other problem of the benchmark");
        }
        return asked;
    }

    private static Found ofRecord(String benchmark, RecordFields fields) throws RejectException {
        String reference = fields.reference();
        if (reference.isEmpty()) {
            throw new RejectException(
                    RejectReason.NO_REFERENCE,
                    "benchmark " + benchmark + " has no problem file, and the record has neither answer nor gt");
        }
        return new Found(name(fields), fields.problemOrdinal(), Reference.MathAnswer.of(reference));
    }

    private static String name(RecordFields fields) {
        return fields.problemId().isEmpty() ? Integer.toString(fields.problemOrdinal()) : fields.problemId();
    }
}
