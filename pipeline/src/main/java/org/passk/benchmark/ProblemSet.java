package org.passk.benchmark;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.passk.model.Digests;
import org.passk.model.Problem;
import org.passk.model.Reference;
import org.passk.model.Reference.MathAnswer;
import org.passk.model.Reference.TestSuite;

/**
 * The problems of one benchmark, in the order of its file, found by id, position or question. Immutable and safe for
 * use by several threads. Its serial form holds the problems alone; the look-up tables are built again on arrival.
 */
public final class ProblemSet implements Serializable {
    private static final long serialVersionUID = 1;

    /** In the table of questions: more than one problem has this text. */
    private static final int SHARED = -1;

    private final String benchmark;
    private final String format;
    private final List<Problem> problems;
    private final List<String> notes;
    private final transient Map<String, Integer> ordinalOfId;
    private final transient Map<String, Integer> ordinalOfQuestion;

    /**
     * A set of problems.
     *
     * @param benchmark the benchmark's name in the study, which every problem carries
     * @param format the name of the format that the file was read with
     * @param problems at least one; each at the position that its ordinal says, the ids distinct
     * @param notes what readers should know about the references, one line each
     */
    ProblemSet(String benchmark, String format, List<Problem> problems, List<String> notes) {
        this.benchmark = Objects.requireNonNull(benchmark, "benchmark");
        this.format = Objects.requireNonNull(format, "format");
        this.problems = List.copyOf(problems);
        this.notes = List.copyOf(notes);
        if (this.problems.isEmpty()) {
            throw new IllegalArgumentException("benchmark " + benchmark + " has no problems");
        }
        this.ordinalOfId = new HashMap<>();
        this.ordinalOfQuestion = new HashMap<>();
        for (Problem problem : this.problems) {
            index(problem);
        }
    }

    private void index(Problem problem) {
        int position = ordinalOfId.size();
        if (problem.ordinal() != position || !problem.benchmark().equals(benchmark)) {
            throw new IllegalArgumentException("position " + position + " of " + benchmark + " holds " + problem);
        }
        if (ordinalOfId.put(problem.id(), position) != null) {
            throw new IllegalArgumentException("id " + problem.id() + " of " + benchmark + " is used twice");
        }
        if (!problem.questionDigest().isEmpty()) {
            ordinalOfQuestion.merge(problem.questionDigest(), position, (one, other) -> SHARED);
        }
    }

    /** The benchmark's name in the study. */
    public String benchmark() {
        return benchmark;
    }

    /** The name of the format that the file was read with; never {@code auto}. */
    public String format() {
        return format;
    }

    /** All problems; the position in the list is the ordinal. */
    public List<Problem> problems() {
        return problems;
    }

    /** What readers should know about the references (file, line, text), in the file's order; mostly empty. */
    public List<String> notes() {
        return notes;
    }

    /** The number of problems, at least 1. */
    public int size() {
        return problems.size();
    }

    /**
     * The problem with that id.
     *
     * @param id the file's own id, or the ordinal in decimal where the file has none
     */
    public Optional<Problem> byId(String id) {
        return Optional.ofNullable(ordinalOfId.get(id)).map(problems::get);
    }

    /**
     * The problem at that position.
     *
     * @param ordinal 0-based; any value
     */
    public Optional<Problem> byOrdinal(long ordinal) {
        return ordinal < 0 || ordinal >= problems.size() ? Optional.empty() : Optional.of(problems.get((int) ordinal));
    }

    /**
     * The one problem with that question; empty when there is none, and when several share the text, since nothing
     * tells them apart then.
     *
     * @param digest by {@link Digests#ofQuestion}
     */
    public Optional<Problem> byQuestion(String digest) {
        int ordinal = ordinalOfQuestion.getOrDefault(digest, SHARED);
        return ordinal == SHARED ? Optional.empty() : Optional.of(problems.get(ordinal));
    }

    /**
     * SHA-256 over what verdicts depend on: each problem's id, question digest and reference, in order, as 64
     * hexadecimal digits. Level and subject are not in it, nor are names of files. The same on every machine.
     */
    public String digest() {
        StringBuilder text = new StringBuilder("problems 1\n");
        for (Problem problem : problems) {
            append(text, problem.id());
            append(text, problem.questionDigest());
            append(text, problem.reference());
        }
        return Digests.sha256(text.toString());
    }

    private static void append(StringBuilder text, Reference reference) {
        if (reference instanceof MathAnswer answer) {
            append(text, "math");
            append(text, answer.text());
            append(text, answer.multiple() ? "multiple" : "single");
            append(text, answer.unit());
        } else if (reference instanceof TestSuite suite) {
            // The record's digest covers the prompt and the entry point as well; where the record lies does not matter.
            append(text, suite.kind().word());
            append(text, suite.digest());
        } else {
            // Leaving a new kind of reference out would let stale segments pass as fresh ones.
            throw new IllegalStateException("no digest of " + reference.getClass());
        }
    }

    /** The length goes first, so that no two lists of texts have the same form. */
    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part).append('\n');
    }

    @Serial
    private Object writeReplace() {
        return new Form(benchmark, format, problems, notes);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("written as " + Form.class.getName());
    }

    /** The serial form. */
    private record Form(String benchmark, String format, List<Problem> problems, List<String> notes)
            implements Serializable {
        @Serial
        private Object readResolve() {
            return new ProblemSet(benchmark, format, problems, notes);
        }
    }
}
