package org.passk.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.passk.format.CountsRow;
import org.passk.format.CountsSink;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;
import org.passk.format.ScoreJsonl;
import org.passk.format.ScoreRecord;

/** Counts what a file of counts, or of log-probabilities, holds while it streams by. Keeps the ids of problems. */
final class RowSurvey implements CountsSink, ScoreJsonl.Records, RecordSink<Boolean> {
    /** Rows that are shown as they were understood. */
    private static final int FIRST = 3;

    private final RejectSurvey rejects;
    private final List<Map<String, String>> first = new ArrayList<>();
    private final Map<String, Map<String, Long>> stated = new TreeMap<>();
    private final Map<String, Long> totals = new LinkedHashMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private long used;
    private ScoreRecord held;
    private long heldPosition;

    /**
     * A survey.
     *
     * @param lineOf the line of a position, or 0
     */
    RowSurvey(LongUnaryOperator lineOf) {
        this.rejects = new RejectSurvey(lineOf);
    }

    @Override
    public void counts(CountsRow row) {
        Map<String, String> says = new LinkedHashMap<>();
        says.put("problem_id", row.fields().problemId());
        says.put("n", Long.toString(row.n()));
        says.put("c", Long.toString(row.correct()));
        says.put("undecided", Long.toString(row.undecided()));
        Map<String, String> about = FirstSample.stated(row.fields());
        // A source is "source=NAME".
        FirstSample.text(about, "source", row.source().substring(row.source().indexOf('=') + 1));
        says.putAll(about);
        row(says, about, row.fields().benchmark(), row.fields().problemId());
        total("samples", row.n());
        total("correct", row.correct());
        total("undecided", row.undecided());
        totals.merge("smallest n", row.n(), Math::min);
        totals.merge("largest n", row.n(), Math::max);
    }

    @Override
    public void take(long position, ScoreRecord found) {
        flush();
        held = found;
        heldPosition = position;
    }

    @Override
    public Boolean text(String text) {
        return Boolean.TRUE;
    }

    @Override
    public void sample(Sample<Boolean> sample) {
        throw new IllegalStateException("log-probabilities are no generations");
    }

    @Override
    public void reject(Reject reject) {
        if (held != null && heldPosition == reject.position()) {
            held = null;
        }
        rejects.add(reject);
    }

    /** A record counts when nothing has taken it back. */
    private void flush() {
        if (held == null) {
            return;
        }
        Map<String, String> about = new LinkedHashMap<>();
        about.put("model", held.model());
        about.put("scorer", held.scorer());
        about.put("benchmark", held.benchmark());
        Map<String, String> says = new LinkedHashMap<>(about);
        says.put("problem_id", held.problemId());
        says.put("sample_index", Long.toString(held.sampleIndex()));
        says.put("num_tokens", Long.toString(held.numTokens()));
        FirstSample.number(says, "sum_logprob", held.sumLogprob());
        FirstSample.number(says, "mean_entropy", held.meanEntropy());
        row(says, about, held.benchmark(), held.problemId());
        total("tokens", held.numTokens());
        held = null;
    }

    private void row(Map<String, String> says, Map<String, String> about, String benchmark, String problem) {
        used++;
        if (first.size() < FIRST) {
            first.add(says);
        }
        about.forEach(
                (field, value) -> GenerationSurvey.count(stated.computeIfAbsent(field, key -> new TreeMap<>()), value));
        problems.merge(benchmark + "\n" + problem, 1L, Long::sum);
    }

    private void total(String name, long value) {
        totals.merge(name, value, Long::sum);
    }

    RowFacts facts(
            String file,
            String content,
            String format,
            List<GenerationFacts.Field> fields,
            List<RowFacts.Missing> missing,
            boolean looked) {
        flush();
        Map<String, Long> all = new LinkedHashMap<>();
        if (looked) {
            all.put("problems", (long) problems.size());
        }
        all.putAll(totals);
        return new RowFacts(
                file,
                content,
                format,
                fields,
                missing,
                looked,
                used + rejects.count(),
                used,
                rejects.count(),
                rejects.list(),
                first,
                stated,
                all);
    }
}
