package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.passk.fault.RejectReason;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.tally.Count;
import org.passk.tally.IndexSet;
import org.passk.tally.TallyState;

/**
 * Merges rows of PARTIAL_TALLIES, sorted by run, benchmark and problem, into rows of TALLIES, and lists the identities of
 * samples that stand twice. Rows of the source {@link #CORRECTION} are taken out. A row of a file of counts
 * whose samples are there already is left out as a whole, and listed with the repeated samples.
 */
final class TallyReduction implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    /** Identities of samples that stand twice; the column {@code file} is empty where a seed tells the source. */
    static final TableSchema REPEATED = TableSchema.of("repeated")
            .required(ColumnType.STRING, Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID, Tables.SOURCE, "file")
            .required(ColumnType.LONG, Tables.SAMPLE_INDEX)
            .build();

    /** The source of rows of PARTIAL_TALLIES that are to be taken out again: no seed and no file has this name. */
    static final String CORRECTION = "-";

    private final Map<String, Long> expected;

    /**
     * A reduction.
     *
     * @param expected samples that the study expects per problem, by run id and benchmark joined with a space
     */
    TallyReduction(Map<String, Long> expected) {
        this.expected = new TreeMap<>(expected);
    }

    @Override
    public List<TableSchema> tables() {
        return List.of(Tables.TALLIES, REPEATED, Tables.SUMMARIES, Tables.DUPLICATES, DuplicateReduction.COUNTS);
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        Problem problem = null;
        Summary summary = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (problem == null || !problem.owns(row)) {
                if (problem != null) {
                    summary = end(problem, summary, outputs);
                }
                problem = new Problem(row.getString(0), row.getString(1), row.getString(2));
            }
            problem.add(row);
        }
        if (problem != null) {
            end(problem, summary, outputs).write(outputs.get(2));
        }
    }

    /** Writes a problem, and the summary before it where this one begins another. */
    private Summary end(Problem problem, Summary summary, List<TableFileTask.Output> outputs) throws IOException {
        problem.end();
        problem.write(outputs);
        Summary current = summary;
        if (current == null || !current.owns(problem)) {
            if (current != null) {
                current.write(outputs.get(2));
            }
            long samples = expected.getOrDefault(problem.runId + " " + problem.benchmark, 0L);
            current = new Summary(problem.runId, problem.benchmark, samples);
        }
        current.add(problem.state);
        return current;
    }

    private static final class Summary {
        private final String runId;
        private final String benchmark;
        private final long expected;
        private final long[] counts = new long[Count.size()];
        private long n;
        private long identicalText;
        private long problems;
        private long minN = Long.MAX_VALUE;
        private long maxN;
        private long missing;

        Summary(String runId, String benchmark, long expected) {
            this.runId = runId;
            this.benchmark = benchmark;
            this.expected = expected;
        }

        boolean owns(Problem problem) {
            return runId.equals(problem.runId) && benchmark.equals(problem.benchmark);
        }

        void add(TallyState state) {
            long[] more = state.counts();
            for (int i = 0; i < counts.length; i++) {
                counts[i] += more[i];
            }
            long samples = state.samples();
            n += samples;
            identicalText += state.identicalText();
            problems++;
            minN = Math.min(minN, samples);
            maxN = Math.max(maxN, samples);
            missing += Math.max(0, expected - samples);
        }

        void write(TableFileTask.Output output) throws IOException {
            Object[] row = new Object[3 + counts.length + 5];
            row[0] = runId;
            row[1] = benchmark;
            row[2] = n;
            for (int i = 0; i < counts.length; i++) {
                row[3 + i] = counts[i];
            }
            int at = 3 + counts.length;
            row[at++] = identicalText;
            row[at++] = problems;
            row[at++] = minN;
            row[at++] = maxN;
            row[at] = missing;
            output.write(row);
        }
    }

    private record Repeated(String seed, String file, long index) {}

    /** A row of a file of counts: it counts as a whole, or not at all. */
    private static final class CountedRow {
        private final String seed;
        private final String path;
        private final long position;
        private final long[] counts;

        CountedRow(String seed, String path, long position, long[] counts) {
            this.seed = seed;
            this.path = path;
            this.position = position;
            this.counts = counts;
        }

        String path() {
            return path;
        }

        /** n: a row has no faults. */
        long samples() {
            return counts[Count.CORRECT.ordinal()]
                    + counts[Count.INCORRECT.ordinal()]
                    + counts[Count.UNDECIDED.ordinal()];
        }

        long position() {
            return position;
        }

        /** Without a seed the file itself is the source. */
        String source() {
            return seed.isEmpty() ? path : seed;
        }
    }

    private static final class Problem {
        private final String runId;
        private final String benchmark;
        private final String problemId;
        private final TallyState state = new TallyState();
        private final Map<String, IndexSet> sources = new HashMap<>();
        private final TallyState corrections = new TallyState();
        private final List<Repeated> repeated = new ArrayList<>();
        private final List<CountedRow> counted = new ArrayList<>();
        private final Set<String> countedSources = new HashSet<>();
        private final List<CountedRow> superfluous = new ArrayList<>();

        Problem(String runId, String benchmark, String problemId) {
            this.runId = runId;
            this.benchmark = benchmark;
            this.problemId = problemId;
        }

        boolean owns(Row row) {
            return problemId.equals(row.getString(2))
                    && benchmark.equals(row.getString(1))
                    && runId.equals(row.getString(0));
        }

        void add(Row row) {
            String seed = row.getString(3);
            // Without a seed the file itself is the source.
            String source = seed.isEmpty() ? row.getString(4) : seed;
            long[] counts = new long[Count.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = row.getLong(5 + i);
            }
            byte[] indexes = row.getAs(5 + counts.length);
            byte[] hashes = row.getAs(6 + counts.length);
            if (seed.equals(CORRECTION)) {
                corrections.merge(counts, hashes);
                return;
            }
            if (!row.isNullAt(7 + counts.length)) {
                counted.add(new CountedRow(seed, row.getString(4), row.getLong(7 + counts.length), counts));
                return;
            }
            sources.computeIfAbsent(source, key -> new IndexSet())
                    .addAll(indexes, index -> repeated.add(new Repeated(seed, seed.isEmpty() ? source : "", index)));
            state.merge(counts, hashes);
        }

        /** What is taken out has to be there: so at the end. */
        void end() {
            counted.sort(Comparator.comparing(CountedRow::path).thenComparingLong(CountedRow::position));
            for (CountedRow row : counted) {
                if (isNew(row)) {
                    state.merge(row.counts, new byte[0]);
                } else {
                    superfluous.add(row);
                }
            }
            state.subtract(corrections.counts(), corrections.textHashes());
        }

        /** Whether none of the row's samples, 0 … n − 1, is there. Generations, the closer witnesses, go first. */
        private boolean isNew(CountedRow row) {
            IndexSet there = sources.get(row.source());
            boolean apart = there == null || there.smallest().orElse(Long.MAX_VALUE) >= row.samples();
            return apart && countedSources.add(row.source());
        }

        void write(List<TableFileTask.Output> outputs) throws IOException {
            long[] counts = state.counts();
            Object[] row = new Object[4 + counts.length + 1];
            row[0] = runId;
            row[1] = benchmark;
            row[2] = problemId;
            row[3] = state.samples();
            for (int i = 0; i < counts.length; i++) {
                row[4 + i] = counts[i];
            }
            row[4 + counts.length] = state.identicalText();
            outputs.get(0).write(row);
            for (Repeated one : repeated) {
                outputs.get(1).write(runId, benchmark, problemId, one.seed, one.file, one.index);
            }
            for (CountedRow left : superfluous) {
                String message = SegmentWriter.printable("the counts of problem " + problemId
                        + (left.seed.isEmpty() ? "" : ", " + left.seed)
                        + " are about samples that are known already, from another row or from generations");
                outputs.get(3).write(left.path, left.position, 0, RejectReason.DUPLICATE_ID.name(), message, "");
                outputs.get(4).write(left.path, left.samples(), left.position, message);
            }
        }
    }
}
