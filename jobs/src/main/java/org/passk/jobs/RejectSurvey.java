package org.passk.jobs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.passk.fault.RejectReason;
import org.passk.format.Reject;

/** Counts rejected records by reason, with the first of each. Not thread-safe. */
final class RejectSurvey {
    /** The first record that is rejected for a reason, and how many there are. */
    private static final class First {
        private final Reject reject;
        private final long line;
        private long count;

        First(Reject reject, long line) {
            this.reject = reject;
            this.line = line;
        }
    }

    private final LongUnaryOperator lineOf;
    private final Map<RejectReason, First> rejects = new EnumMap<>(RejectReason.class);
    private long count;

    /**
     * A survey.
     *
     * @param lineOf the line of a position, or 0
     */
    RejectSurvey(LongUnaryOperator lineOf) {
        this.lineOf = lineOf;
    }

    void add(Reject reject) {
        count++;
        rejects.computeIfAbsent(reject.reason(), reason -> new First(reject, lineOf.applyAsLong(reject.position())))
                .count++;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** Those of each reason, in the order of reasons. */
    List<GenerationFacts.Rejects> list() {
        List<GenerationFacts.Rejects> list = new ArrayList<>();
        rejects.forEach((reason, first) -> list.add(new GenerationFacts.Rejects(
                reason, first.count, first.reject.position(), first.line, first.reject.message())));
        return list;
    }
}
