package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.passk.analysis.Analyses;
import org.passk.analysis.Bootstraps;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricGroup;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.PairAnalysis;
import org.passk.analysis.PairProblems;
import org.passk.analysis.ProblemComparison;
import org.passk.analysis.RunAnalysis;
import org.passk.analysis.RunProblems;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.tally.Count;

/**
 * Counts of problems, sorted, become rows of METRICS and of PAIR_PROBLEMS: one run, base run and benchmark at a time,
 * whose problems are held together.
 */
final class MetricReduction implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    /** What one set of problems is about, and the problem. */
    static final List<String> KEY = List.of(Tables.RUN_ID, "base_run_id", Tables.BENCHMARK, Tables.PROBLEM_ID);

    private static final int COUNTS = 1 + Count.size();

    /** The columns that it reads, in order: the counts under the run, then under its base run (0 where there is none). */
    static final List<String> COLUMNS = Stream.of(
                    KEY.stream(), Stream.of(Tables.N), counts(""), Stream.of("base_n"), counts("base_"))
            .flatMap(names -> names)
            .toList();

    private final MetricOptions options;
    private final Set<MetricGroup> groups;
    private final Set<String> samplingDiffers;

    /**
     * A reduction.
     *
     * @param options what all analyses are told
     * @param groups what is computed
     * @param samplingDiffers ids of runs that are compared with a base run of other sampling parameters
     */
    MetricReduction(MetricOptions options, Set<MetricGroup> groups, Set<String> samplingDiffers) {
        this.options = options;
        this.groups = new TreeSet<>(groups);
        this.samplingDiffers = new TreeSet<>(samplingDiffers);
    }

    private static Stream<String> counts(String prefix) {
        return Arrays.stream(Count.values()).map(count -> prefix + count.column());
    }

    @Override
    public List<TableSchema> tables() {
        return List.of(Tables.METRICS, Tables.PAIR_PROBLEMS);
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        Bootstraps bootstraps = new Bootstraps();
        List<RunAnalysis> ofRuns = Analyses.ofRuns(bootstraps, groups);
        List<PairAnalysis> ofPairs = Analyses.ofPairs(bootstraps, groups);
        Group group = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (group == null || !group.owns(row)) {
                if (group != null) {
                    group.write(ofRuns, ofPairs, outputs);
                }
                group = new Group(row);
            }
            group.add(row);
        }
        if (group != null) {
            group.write(ofRuns, ofPairs, outputs);
        }
    }

    private final class Group {
        private final String run;
        private final String base;
        private final String benchmark;
        private final List<String> ids = new ArrayList<>();
        private final List<long[]> counts = new ArrayList<>();

        Group(Row row) {
            this.run = row.getString(0);
            this.base = row.getString(1);
            this.benchmark = row.getString(2);
        }

        boolean owns(Row row) {
            return run.equals(row.getString(0)) && base.equals(row.getString(1)) && benchmark.equals(row.getString(2));
        }

        void add(Row row) {
            ids.add(row.getString(3));
            long[] numbers = new long[base.isEmpty() ? COUNTS : 2 * COUNTS];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(KEY.size() + i);
            }
            counts.add(numbers);
        }

        private RunProblems problems(int first) {
            Map<Count, long[]> columns = new EnumMap<>(Count.class);
            for (Count count : Count.values()) {
                columns.put(count, column(first + 1 + count.ordinal()));
            }
            return new RunProblems(ids, column(first), columns);
        }

        private long[] column(int index) {
            return counts.stream().mapToLong(numbers -> numbers[index]).toArray();
        }

        void write(List<RunAnalysis> ofRuns, List<PairAnalysis> ofPairs, List<TableFileTask.Output> outputs)
                throws IOException {
            if (base.isEmpty()) {
                RunProblems problems = problems(0);
                for (RunAnalysis analysis : ofRuns) {
                    write(analysis.of(problems, options), outputs.get(0));
                }
            } else {
                PairProblems problems = new PairProblems(problems(COUNTS), problems(0));
                for (PairAnalysis analysis : ofPairs) {
                    write(analysis.of(problems, options), outputs.get(0));
                }
                if (groups.contains(MetricGroup.PROBLEMS)) {
                    for (ProblemComparison one : ProblemComparison.of(problems)) {
                        outputs.get(1).write(row(one));
                    }
                }
            }
        }

        private void write(List<Metric> metrics, TableFileTask.Output output) throws IOException {
            for (Metric metric : metrics) {
                output.write(row(metric));
            }
        }

        private Object[] row(ProblemComparison one) {
            return new Object[] {
                run,
                base,
                benchmark,
                one.problemId(),
                one.baseN(),
                one.baseC(),
                one.n(),
                one.c(),
                one.set().label(),
                one.pValue(),
                one.qValue(),
                value(one.upperBound())
            };
        }

        private Object[] row(Metric metric) {
            boolean differs = !base.isEmpty() && samplingDiffers.contains(run);
            List<String> flags = differs ? List.of(Comparison.SAMPLING_DIFFERS) : List.of();
            return MetricRows.of(metric, run, base, benchmark, flags);
        }
    }

    private static Object value(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : null;
    }
}
