package org.passk.spark.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.passk.analysis.RunProblems;
import org.passk.analysis.StudyRow;
import org.passk.analysis.StudyRun;
import org.passk.analysis.claim.ClaimStudy;
import org.passk.model.Run;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;
import org.passk.spark.store.TableFileReader;
import org.passk.tally.Count;

/** The small tables of a finished study, read on the driver without a Spark job. TALLIES are read when first asked for. */
public final class StoredStudy implements ClaimStudy {
    private final SegmentStore store;
    private final Configuration conf;
    private final List<StudyRun> runs;
    private final List<StudyRow> metrics;
    private Map<String, RunProblems> tallies;

    /**
     * Reads RUNS and METRICS.
     *
     * @param store where the tables lie
     * @param conf Hadoop's configuration
     * @throws IOException if a file system fails
     */
    public StoredStudy(SegmentStore store, Configuration conf) throws IOException {
        this(store, conf, row -> true);
    }

    /**
     * Reads RUNS and some rows of METRICS.
     *
     * @param store where the tables lie
     * @param conf Hadoop's configuration
     * @param isKept which rows
     * @throws IOException if a file system fails
     */
    StoredStudy(SegmentStore store, Configuration conf, Predicate<StudyRow> isKept) throws IOException {
        this.store = store;
        this.conf = conf;
        this.runs = rows(Tables.RUNS.name()).stream()
                .map(StoredStudy::run)
                .sorted(Comparator.comparing(StudyRun::label))
                .toList();
        List<StudyRow> kept = new ArrayList<>();
        new MetricFiles(conf).forEach(store.table(Tables.METRICS.name()).orElse(List.of()), row -> {
            if (isKept.test(row)) {
                kept.add(row);
            }
        });
        this.metrics = List.copyOf(kept);
    }

    private List<Object[]> rows(String table) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (String file : store.table(table).orElse(List.of())) {
            rows.addAll(TableFileReader.read(file, conf));
        }
        return rows;
    }

    private static StudyRun run(Object[] row) {
        Run sampling = new Run(
                "-",
                -1,
                (String) row[7],
                row[8] == null ? Double.NaN : (Double) row[8],
                row[9] == null ? Double.NaN : (Double) row[9],
                row[10] == null ? -1 : (Long) row[10]);
        return new StudyRun(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                row[6] == null ? -1 : (Long) row[6],
                sampling.label());
    }

    @Override
    public List<StudyRun> runs() {
        return runs;
    }

    @Override
    public List<StudyRow> metrics() {
        return metrics;
    }

    @Override
    public List<String> benchmarks() {
        return metrics.stream().map(StudyRow::benchmark).distinct().sorted().toList();
    }

    @Override
    public Optional<RunProblems> problems(String runId, String benchmark) {
        if (tallies == null) {
            tallies = readTallies();
        }
        return Optional.ofNullable(tallies.get(runId + " " + benchmark));
    }

    /** How many rows TALLIES has. */
    public long tallyRows() {
        return store.tableFiles(Tables.TALLIES.name()).stream()
                .mapToLong(TableFile::rows)
                .sum();
    }

    private Map<String, RunProblems> readTallies() {
        Map<String, TreeMap<String, Object[]>> byRun = new TreeMap<>();
        try {
            for (Object[] row : rows(Tables.TALLIES.name())) {
                if ((Long) row[3] > 0) {
                    byRun.computeIfAbsent(row[0] + " " + row[1], key -> new TreeMap<>())
                            .put((String) row[2], row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, RunProblems> problems = new TreeMap<>();
        byRun.forEach((key, rows) -> {
            Map<Count, long[]> counts = new EnumMap<>(Count.class);
            for (Count count : Count.values()) {
                counts.put(count, column(rows, 4 + count.ordinal()));
            }
            problems.put(key, new RunProblems(List.copyOf(rows.keySet()), column(rows, 3), counts));
        });
        return problems;
    }

    private static long[] column(Map<String, Object[]> rows, int index) {
        return rows.values().stream().mapToLong(row -> (Long) row[index]).toArray();
    }
}
