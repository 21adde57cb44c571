package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.PerplexityComparison;
import org.passk.analysis.PerplexityRoles;
import org.passk.analysis.PerplexityTexts;
import org.passk.fault.RejectReason;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;

/**
 * Rows of SCORES, sorted, become rows of metrics: one benchmark and scorer at a time, of whose texts some 40 bytes each are
 * held. Of rows about the same text the first one counts; the others go to SCORE_DUPLICATES.
 */
final class ScoreGroups implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    /** The columns that it reads; all but the last three give the order. */
    static final List<String> COLUMNS = List.of(
            Tables.BENCHMARK,
            "scorer",
            "author",
            Tables.PROBLEM_ID,
            Tables.SAMPLE_INDEX,
            Tables.PATH,
            Tables.POSITION,
            "num_tokens",
            "sum_logprob",
            "mean_entropy");

    static final int ORDERING = 7;

    private final PerplexityRoles roles;
    private final MetricOptions options;

    ScoreGroups(PerplexityRoles roles, MetricOptions options) {
        this.roles = roles;
        this.options = options;
    }

    @Override
    public List<TableSchema> tables() {
        return List.of(Tables.SCORE_METRICS, Tables.SCORE_DUPLICATES);
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        Optional<Group> group = Optional.empty();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (group.isEmpty() || !group.get().owns(row)) {
                if (group.isPresent()) {
                    group.get().write(outputs.get(0));
                }
                group = Optional.of(new Group(row.getString(0), row.getString(1)));
            }
            group.get().add(row, outputs.get(1));
        }
        if (group.isPresent()) {
            group.get().write(outputs.get(0));
        }
    }

    private final class Group {
        private final String benchmark;
        private final String scorer;
        private final Map<String, Integer> problems = new TreeMap<>();
        private final List<PerplexityTexts> authors = new ArrayList<>();
        private final List<double[]> texts = new ArrayList<>();
        private String author = "";
        private String problem = "";
        private long sample = -1;
        private String place = "";

        Group(String benchmark, String scorer) {
            this.benchmark = benchmark;
            this.scorer = scorer;
        }

        boolean owns(Row row) {
            return benchmark.equals(row.getString(0)) && scorer.equals(row.getString(1));
        }

        void add(Row row, TableFileTask.Output duplicates) throws IOException {
            if (author.equals(row.getString(2)) && problem.equals(row.getString(3)) && sample == row.getLong(4)) {
                String message = "the text " + sample + " of " + author + " on " + problem + " under " + scorer
                        + " was read before, at " + place;
                duplicates.write(
                        row.getString(5),
                        row.getLong(6),
                        0,
                        RejectReason.DUPLICATE_ID.name(),
                        SegmentWriter.printable(message),
                        "");
                return;
            }
            if (!author.equals(row.getString(2))) {
                end();
                author = row.getString(2);
            }
            problem = row.getString(3);
            sample = row.getLong(4);
            place = row.getString(5) + " " + row.getLong(6);
            long tokens = row.getLong(7);
            texts.add(new double[] {
                -row.getDouble(8) / tokens,
                tokens,
                problems.computeIfAbsent(problem, id -> problems.size()),
                row.isNullAt(9) ? Double.NaN : row.getDouble(9)
            });
        }

        private void end() {
            if (!texts.isEmpty()) {
                authors.add(new PerplexityTexts(
                        author,
                        texts.stream().mapToDouble(text -> text[0]).toArray(),
                        texts.stream().mapToLong(text -> (long) text[1]).toArray(),
                        texts.stream().mapToInt(text -> (int) text[2]).toArray(),
                        texts.stream().mapToDouble(text -> text[3]).toArray()));
                texts.clear();
            }
        }

        void write(TableFileTask.Output output) throws IOException {
            end();
            for (Metric metric : new PerplexityComparison(scorer, roles, options).of(authors)) {
                output.write(MetricRows.of(metric, "", "", benchmark, List.of()));
            }
        }
    }
}
