package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.StoredVerdict;
import org.passk.spark.schema.Tables;
import org.passk.tally.Count;
import org.passk.tally.IndexSet;
import org.passk.tally.TallyState;

/**
 * The samples of a batch by problem, with their tallies and answers: rows of SAMPLES, PARTIAL_TALLIES and
 * PARTIAL_ANSWERS. Not thread-safe.
 */
final class PartialTable {
    private record Key(String runId, String benchmark, String problemId, String source, String path) {}

    private record AnswerKey(String answer, Outcome outcome) {}

    /** What is counted of a sample. */
    record Counted(
            Outcome outcome,
            Channel channel,
            String answer,
            boolean truncated,
            StoredVerdict stored,
            long textHash,
            boolean nearLimit,
            long numTokens) {}

    private static final class Partial {
        private final TallyState state = new TallyState();
        private final IndexSet indexes = new IndexSet();
    }

    private static final class Problem {
        private final Partial first = new Partial();
        private final Map<AnswerKey, long[]> answers = new HashMap<>();
        private final List<Object[]> samples = new ArrayList<>();
        private Partial repeated;
    }

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::runId)
            .thenComparing(Key::benchmark)
            .thenComparing(Key::problemId)
            .thenComparing(Key::source)
            .thenComparing(Key::path);
    private static final Comparator<AnswerKey> ANSWER_ORDER =
            Comparator.comparing(AnswerKey::answer).thenComparing(AnswerKey::outcome);
    /** Channels that ANSWERS counts, in the order of its columns. */
    private static final List<Channel> CHANNELS =
            List.of(Channel.BOXED, Channel.STATED, Channel.HASHES, Channel.LAST_NUMBER, Channel.PROGRAM_RULE);

    private final Map<Key, Problem> problems = new HashMap<>();

    /** Takes the rows of one table, in order. */
    interface Rows {
        /** Takes one row. */
        void write(Object... row) throws IOException;
    }

    /**
     * Adds a sample. Where its identity stands in the batch already, it goes into a second row of the same key: the
     * index sets overlap then, as those of two segments would, and whoever merges them finds the repetition.
     *
     * @param key run id, benchmark, problem id, source and path
     * @param counted what is counted of it
     * @param sample its row of SAMPLES, or null where none is wanted
     */
    void add(String[] key, long sampleIndex, Counted counted, Object[] sample) {
        Problem problem = problems.computeIfAbsent(new Key(key[0], key[1], key[2], key[3], key[4]), k -> new Problem());
        partial(problem, sampleIndex)
                .state
                .add(
                        counted.outcome,
                        counted.channel,
                        counted.truncated,
                        counted.stored,
                        counted.textHash,
                        counted.nearLimit,
                        counted.numTokens);
        if (sample != null) {
            problem.samples.add(sample);
        }
        if (counted.outcome != Outcome.FAULT) {
            long[] counts = problem.answers.computeIfAbsent(
                    new AnswerKey(counted.answer, counted.outcome), k -> new long[1 + CHANNELS.size()]);
            counts[0]++;
            int at = CHANNELS.indexOf(counted.channel);
            if (at >= 0) {
                counts[1 + at]++;
            }
        }
    }

    private static Partial partial(Problem problem, long sampleIndex) {
        if (problem.first.indexes.add(sampleIndex)) {
            return problem.first;
        }
        if (problem.repeated == null) {
            problem.repeated = new Partial();
        }
        problem.repeated.indexes.add(sampleIndex);
        return problem.repeated;
    }

    /** Whether nothing was added. */
    boolean isEmpty() {
        return problems.isEmpty();
    }

    /**
     * Writes everything, problem by problem; the samples of a problem in the order in which they came.
     *
     * @param samples takes rows of {@link Tables#SAMPLES}
     * @param tallies takes rows of {@link Tables#PARTIAL_TALLIES}
     * @param answers takes rows of {@link Tables#PARTIAL_ANSWERS}
     */
    void write(Rows samples, Rows tallies, Rows answers) throws IOException {
        for (Key key : problems.keySet().stream().sorted(ORDER).toList()) {
            Problem problem = problems.get(key);
            for (Object[] row : problem.samples) {
                samples.write(row);
            }
            tallies.write(tallyRow(key, problem.first));
            if (problem.repeated != null) {
                tallies.write(tallyRow(key, problem.repeated));
            }
            for (AnswerKey answer :
                    problem.answers.keySet().stream().sorted(ANSWER_ORDER).toList()) {
                answers.write(answerRow(key, answer, problem.answers.get(answer)));
            }
        }
    }

    private static Object[] tallyRow(Key key, Partial partial) {
        Object[] row = new Object[5 + Count.size() + 3];
        row[0] = key.runId;
        row[1] = key.benchmark;
        row[2] = key.problemId;
        row[3] = key.source;
        row[4] = key.path;
        long[] counts = partial.state.counts();
        for (int i = 0; i < counts.length; i++) {
            row[5 + i] = counts[i];
        }
        row[5 + counts.length] = partial.indexes.encode();
        row[6 + counts.length] = partial.state.textHashes();
        return row;
    }

    private static Object[] answerRow(Key key, AnswerKey answer, long[] counts) {
        Object[] row = new Object[5 + counts.length];
        row[0] = key.runId;
        row[1] = key.benchmark;
        row[2] = key.problemId;
        row[3] = answer.answer;
        row[4] = answer.outcome.name();
        for (int i = 0; i < counts.length; i++) {
            row[5 + i] = counts[i];
        }
        return row;
    }
}
