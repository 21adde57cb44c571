package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.model.StoredVerdict;

/**
 * One record of a wide form while its arrays arrive: it holds what the sink kept of each answer, never a text. Every
 * answer ends as a sample or as a reject, whatever becomes of the record.
 */
final class WideRecord<T> {
    private static final int MAX_REASON_CHARS = 16;

    final RecordFields fields = new RecordFields();
    private final long position;
    private final ReadLimits limits;
    private final RecordSink<T> sink;
    private final List<T> answers = new ArrayList<>();
    private final Map<Integer, RejectException> badAnswers = new TreeMap<>();
    private final BitSet right = new BitSet();
    private int scores;
    private final List<String> finishReasons = new ArrayList<>();

    WideRecord(long position, ReadLimits limits, RecordSink<T> sink) {
        this.position = position;
        this.limits = limits;
        this.sink = sink;
    }

    int size() {
        return answers.size();
    }

    void index(JsonParser json) throws IOException, RejectException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            fields.problemId = JsonValues.string(json, "idx");
            return;
        }
        long index = JsonValues.natural(json, "idx");
        if (index > Integer.MAX_VALUE) {
            throw JsonValues.wrongType(json, "idx", "an integer below 2^31");
        }
        fields.problemOrdinal = (int) index;
    }

    void answer(T held) throws RejectException {
        requireRoom("code", answers.size());
        answers.add(held);
    }

    void badAnswer(RejectException reason) throws RejectException {
        requireRoom("code", answers.size());
        badAnswers.put(answers.size(), reason);
        answers.add(null);
    }

    void score(boolean correct) throws RejectException {
        requireRoom("score", scores);
        right.set(scores++, correct);
    }

    void finishReason(String reason) throws RejectException {
        requireRoom("finish_reason", finishReasons.size());
        // The usual few reasons are shared, so that a record of many answers holds one string each; none has a length.
        String kept = reason.length() <= MAX_REASON_CHARS ? reason : reason.substring(0, MAX_REASON_CHARS);
        finishReasons.add(kept.intern());
    }

    /** What is kept of an answer is small, but it is kept until the record ends. */
    private void requireRoom(String field, int size) throws RejectException {
        if (size >= limits.maxAnswers()) {
            throw new RejectException(
                    RejectReason.TOO_LARGE,
                    "\"" + field + "\" has more than " + limits.maxAnswers() + " entries (limits.max_answers)");
        }
    }

    /** The record was read to its end. */
    void end() throws RejectException {
        RejectException problem = problem();
        if (problem != null) {
            if (answers.isEmpty()) {
                throw problem;
            }
            for (int i = 0; i < answers.size(); i++) {
                reject(i, problem);
            }
            return;
        }
        emit();
    }

    /** The record broke in its middle: what was read completely counts, the caller reports the rest. */
    void endBroken() {
        if (unidentified()) {
            rejectAll(QwenMathJsonl.missing("idx"));
            return;
        }
        try {
            fields.requireNames(limits.maxNameChars());
        } catch (RejectException e) {
            rejectAll(e);
            return;
        }
        // The columns may have been cut anywhere: none of them is known to belong to its answer.
        scores = 0;
        finishReasons.clear();
        emit();
    }

    /** A field of the record is unusable: every answer read so far is rejected for it. */
    void rejectAll(RejectException reason) {
        for (int i = 0; i < answers.size(); i++) {
            reject(i, reason);
        }
    }

    private boolean unidentified() {
        return fields.problemOrdinal < 0 && fields.problemId.isEmpty();
    }

    /** Why no answer of the complete record can be used, or null. */
    private RejectException problem() {
        int n = answers.size();
        try {
            fields.requireNames(limits.maxNameChars());
        } catch (RejectException e) {
            return e;
        }
        if (unidentified()) {
            return QwenMathJsonl.missing("idx");
        }
        if (n == 0) {
            return new RejectException(RejectReason.NO_GENERATION, "\"code\" is missing or empty");
        }
        if (scores != 0 && scores != n) {
            return mismatch("score", scores);
        }
        if (!finishReasons.isEmpty() && finishReasons.size() != n) {
            return mismatch("finish_reason", finishReasons.size());
        }
        return null;
    }

    private RejectException mismatch(String field, int length) {
        return new RejectException(
                RejectReason.LENGTH_MISMATCH,
                "\"" + field + "\" has " + length + " entries, \"code\" has " + answers.size());
    }

    private void emit() {
        for (int i = 0; i < answers.size(); i++) {
            RejectException bad = badAnswers.get(i);
            if (bad != null) {
                reject(i, bad);
                continue;
            }
            StoredVerdict stored = scores == 0 ? StoredVerdict.ABSENT : StoredVerdict.of(right.get(i));
            String finishReason = finishReasons.isEmpty() ? "" : finishReasons.get(i);
            sink.sample(new Sample<>(position, i, fields, i, finishReason, stored, SampleStats.NONE, answers.get(i)));
        }
    }

    private void reject(int answerIndex, RejectException reason) {
        sink.reject(new Reject(position, answerIndex, reason.reason(), reason.getMessage(), ""));
    }
}
