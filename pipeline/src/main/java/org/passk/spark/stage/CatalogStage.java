package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.benchmark.ProblemSet;
import org.passk.model.Digests;
import org.passk.model.Problem;
import org.passk.model.Reference;
import org.passk.model.Reference.MathAnswer;
import org.passk.model.Reference.TestSuite;
import org.passk.model.Run;
import org.passk.settings.ModelSpec;
import org.passk.settings.Settings;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;
import org.passk.spark.store.TableFileWriter;

/** Writes RUNS, SOURCES and PROBLEMS: what the driver knows anyway, as tables beside the others. No Spark job. */
public final class CatalogStage {
    private final SegmentStore store;
    private final Settings settings;
    private final Configuration conf;

    /**
     * A stage.
     *
     * @param store the segment list in, tables out
     * @param settings the settings
     * @param conf Hadoop's configuration
     */
    public CatalogStage(SegmentStore store, Settings settings, Configuration conf) {
        this.store = store;
        this.settings = settings;
        this.conf = conf;
    }

    /**
     * Brings the three tables up to date.
     *
     * @param problems problem sets by benchmark, where there are any
     * @throws IOException if a file system fails
     */
    public void run(Map<String, ProblemSet> problems) throws IOException {
        List<String> digests = new TreeMap<>(problems)
                .values().stream().map(ProblemSet::digest).toList();
        String basis = Digests.sha256(
                "catalog 1\n" + store.segmentsDigest() + "\n" + settings.study().models() + "\n" + digests);
        if (store.isFresh(Tables.RUNS.name(), basis)) {
            return;
        }
        List<SegmentCommit> segments = store.segmentsInOrder();
        Map<String, List<TableFile>> tables = new TreeMap<>();
        tables.put(Tables.RUNS.name(), write(Tables.RUNS, runs(segments)));
        tables.put(Tables.SOURCES.name(), write(Tables.SOURCES, sources(segments)));
        tables.put(Tables.PROBLEMS.name(), write(Tables.PROBLEMS, problems(problems)));
        store.publishTables(tables, basis);
    }

    private List<TableFile> write(TableSchema schema, List<Object[]> rows) throws IOException {
        if (rows.isEmpty()) {
            return List.of();
        }
        String name = "tables/" + (store.version() + 1) + "/" + schema.name() + ".parquet";
        long rowGroupBytes = settings.segments().rowGroupBytes();
        try (TableFileWriter writer = new TableFileWriter(new Path(store.root(), name), schema, rowGroupBytes, conf)) {
            for (Object[] row : rows) {
                writer.write(row);
            }
        }
        return List.of(new TableFile(name, rows.size()));
    }

    private List<Object[]> runs(Collection<SegmentCommit> segments) {
        List<Object[]> rows = new ArrayList<>();
        for (Run run : RunIndex.runs(segments)) {
            ModelSpec model = settings.study().model(run.model()).orElseThrow();
            rows.add(new Object[] {
                run.id(),
                run.label(),
                run.model(),
                model.role().name().toLowerCase(Locale.ROOT),
                model.base(),
                model.algorithm(),
                run.step() < 0 ? null : (Object) run.step(),
                run.promptKind(),
                Double.isNaN(run.temperature()) ? null : (Object) run.temperature(),
                Double.isNaN(run.topP()) ? null : (Object) run.topP(),
                run.maxTokens() < 0 ? null : (Object) run.maxTokens()
            });
        }
        return rows;
    }

    private static List<Object[]> sources(Collection<SegmentCommit> segments) {
        Map<List<String>, Long> sums =
                new TreeMap<>((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
        for (SegmentCommit segment : segments) {
            for (SegmentCommit.RunCount count : segment.runs()) {
                String path = count.source().isEmpty() ? segment.path() : "";
                sums.merge(
                        List.of(count.run().id(), count.benchmark(), count.source(), path),
                        count.verdicts(),
                        Long::sum);
            }
        }
        List<Object[]> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(new Object[] {key.get(0), key.get(1), key.get(2), key.get(3), sum}));
        return rows;
    }

    private static List<Object[]> problems(Map<String, ProblemSet> sets) {
        List<Object[]> rows = new ArrayList<>();
        for (ProblemSet set : new TreeMap<>(sets).values()) {
            for (Problem problem : set.problems()) {
                String reference = text(problem.reference());
                rows.add(new Object[] {
                    set.benchmark(),
                    problem.ordinal(),
                    problem.id(),
                    problem.questionDigest(),
                    reference,
                    problem.level(),
                    problem.subject()
                });
            }
        }
        return rows;
    }

    private static String text(Reference reference) {
        if (reference instanceof MathAnswer answer) {
            return answer.text();
        }
        return reference instanceof TestSuite suite ? suite.kind().word() + " " + suite.digest() : "";
    }
}
