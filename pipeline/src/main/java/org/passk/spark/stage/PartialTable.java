package org.passk.spark.stage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.StoredVerdict;
import org.passk.spark.schema.Tables;
import org.passk.tally.Count;
import org.passk.tally.IndexSet;
import org.passk.tally.TallyState;

/** The tallies and answers of a batch of samples, as rows of PARTIAL_TALLIES and PARTIAL_ANSWERS. Not thread-safe. */
final class PartialTable {
    private record Key(String runId, String benchmark, String problemId, String source, String path) {}

    private record AnswerKey(String runId, String benchmark, String problemId, String answer, Outcome outcome) {}

    private static final class Partial {
        private final TallyState state = new TallyState();
        private final IndexSet indexes = new IndexSet();
    }

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::runId, SharedText.ORDER)
            .thenComparing(Key::benchmark, SharedText.ORDER)
            .thenComparing(Key::problemId, SharedText.ORDER)
            .thenComparing(Key::source, SharedText.ORDER)
            .thenComparing(Key::path, SharedText.ORDER);
    private static final Comparator<AnswerKey> ANSWER_ORDER = Comparator.comparing(AnswerKey::runId, SharedText.ORDER)
            .thenComparing(AnswerKey::benchmark, SharedText.ORDER)
            .thenComparing(AnswerKey::problemId, SharedText.ORDER)
            .thenComparing(AnswerKey::answer, SharedText.ORDER)
            .thenComparing(AnswerKey::outcome);
    /** Channels that ANSWERS counts, in the order of its columns. */
    private static final List<Channel> CHANNELS =
            List.of(Channel.BOXED, Channel.STATED, Channel.HASHES, Channel.LAST_NUMBER, Channel.PROGRAM_RULE);

    private final Map<Key, Partial> partials = new HashMap<>();
    private final Map<Key, Partial> repeated = new HashMap<>();
    private final Map<AnswerKey, long[]> answers = new HashMap<>();

    /**
     * Adds a sample. Where its identity stands in the batch already, it goes into a second row of the same key: the
     * index sets overlap then, as those of two segments would, and whoever merges them finds the repetition.
     */
    void add(
            String[] key,
            long sampleIndex,
            Outcome outcome,
            Channel channel,
            String answer,
            boolean truncated,
            StoredVerdict stored,
            long textHash) {
        partial(new Key(key[0], key[1], key[2], key[3], key[4]), sampleIndex)
                .state
                .add(outcome, channel, truncated, stored, textHash);
        if (outcome != Outcome.FAULT) {
            long[] counts = answers.computeIfAbsent(
                    new AnswerKey(key[0], key[1], key[2], answer, outcome), k -> new long[1 + CHANNELS.size()]);
            counts[0]++;
            int at = CHANNELS.indexOf(channel);
            if (at >= 0) {
                counts[1 + at]++;
            }
        }
    }

    private Partial partial(Key key, long sampleIndex) {
        Partial first = partials.computeIfAbsent(key, k -> new Partial());
        if (first.indexes.add(sampleIndex)) {
            return first;
        }
        Partial again = repeated.computeIfAbsent(key, k -> new Partial());
        again.indexes.add(sampleIndex);
        return again;
    }

    /** Rows of {@link Tables#PARTIAL_TALLIES}, sorted. */
    List<Object[]> tallyRows() {
        return partials.keySet().stream()
                .sorted(ORDER)
                .flatMap(key -> Stream.of(partials, repeated)
                        .filter(rows -> rows.containsKey(key))
                        .map(rows -> tallyRow(key, rows.get(key))))
                .toList();
    }

    private static Object[] tallyRow(Key key, Partial partial) {
        Object[] row = new Object[5 + Count.size() + 2];
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

    /** Rows of {@link Tables#PARTIAL_ANSWERS}, sorted. */
    List<Object[]> answerRows() {
        return answers.keySet().stream()
                .sorted(ANSWER_ORDER)
                .map(key -> answerRow(key, answers.get(key)))
                .toList();
    }

    private static Object[] answerRow(AnswerKey key, long[] counts) {
        Object[] row = new Object[5 + counts.length];
        row[0] = key.runId;
        row[1] = key.benchmark;
        row[2] = key.problemId;
        row[3] = key.answer;
        row[4] = key.outcome.name();
        for (int i = 0; i < counts.length; i++) {
            row[5 + i] = counts[i];
        }
        return row;
    }
}
