package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.passk.analysis.EntropyComparison;
import org.passk.analysis.EntropyMatch;
import org.passk.analysis.EntropyMean;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.PairProblems;
import org.passk.analysis.RunProblems;
import org.passk.model.Digests;
import org.passk.model.Run;
import org.passk.settings.ModelSpec;
import org.passk.settings.Settings;
import org.passk.settings.Study;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;
import org.passk.spark.store.TableFileReader;
import org.passk.spark.store.TableFileWriter;
import org.passk.tally.Count;

/**
 * Mean entropies of runs become comparisons at equal entropy. There are few matches, each of two runs on one benchmark: they
 * are made on the driver, from the rows of TALLIES that they are about.
 */
public final class EntropyMetricStage {
    private static final List<String> COLUMNS =
            List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID, Tables.N, "correct", "undecided");

    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;
    private final Configuration conf;

    /** A match of a base run with runs of a model that started from it. */
    private record Matched(Run base, Run nearest, String benchmark, EntropyMatch match) {}

    /** Runs that differ in nothing but their temperature. */
    private record Family(String model, long step, String promptKind, double topP, long maxTokens) {
        static Family of(Run run) {
            return new Family(run.model(), run.step(), run.promptKind(), run.topP(), run.maxTokens());
        }
    }

    /**
     * A stage.
     *
     * @param session the session
     * @param store SAMPLE_METRICS and TALLIES in, ENTROPY_METRICS out
     * @param settings the settings
     */
    public EntropyMetricStage(SparkSession session, SegmentStore store, Settings settings) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.conf = session.sparkContext().hadoopConfiguration();
    }

    /**
     * Brings the comparisons up to date with SAMPLE_METRICS.
     *
     * @param runs the runs that were found
     * @return whether anything had to be computed
     * @throws IOException if a file system fails on the driver
     */
    public boolean run(Collection<Run> runs) throws IOException {
        MetricOptions options = settings.metrics().options(settings.study().ks());
        String basis = Digests.sha256("entropy metrics 1\n" + store.segmentsDigest() + "\n" + options + "\n"
                + settings.study().models());
        if (store.isFresh(Tables.ENTROPY_METRICS.name(), basis)) {
            return false;
        }
        List<Matched> matches = matches(runs, entropies());
        List<TableFile> files = matches.isEmpty() ? List.of() : write(matches, options);
        store.publishTables(Map.of(Tables.ENTROPY_METRICS.name(), files), basis);
        return !matches.isEmpty();
    }

    /** Mean entropy by run id and benchmark, joined with a space. */
    private Map<String, Double> entropies() throws IOException {
        Map<String, Double> entropies = new TreeMap<>();
        for (String file : store.table(Tables.SAMPLE_METRICS.name()).orElse(List.of())) {
            for (Object[] row : TableFileReader.read(file, conf)) {
                if (row[0].equals(EntropyMean.NAME)) {
                    entropies.put(row[1] + " " + row[3], (Double) row[7]);
                }
            }
        }
        return entropies;
    }

    private List<Matched> matches(Collection<Run> runs, Map<String, Double> entropies) {
        Study study = settings.study();
        List<Matched> matches = new ArrayList<>();
        Map<Family, List<Run>> families = new TreeMap<>(Comparator.comparing(Family::toString));
        for (Run run : runs) {
            if (run.temperatureIfStated().isPresent()) {
                families.computeIfAbsent(Family.of(run), family -> new ArrayList<>())
                        .add(run);
            }
        }
        families.forEach((family, members) -> {
            String base = study.model(family.model()).map(ModelSpec::base).orElse("");
            for (Run run : runs) {
                if (run.model().equals(base) && run.promptKind().equals(family.promptKind())) {
                    study.benchmarks().forEach(benchmark -> match(run, members, benchmark.name(), entropies, matches));
                }
            }
        });
        return matches;
    }

    private static void match(
            Run base, List<Run> members, String benchmark, Map<String, Double> entropies, List<Matched> matches) {
        Double wanted = entropies.get(base.id() + " " + benchmark);
        if (wanted == null) {
            return;
        }
        Map<String, Run> byId = new HashMap<>();
        List<EntropyMatch.Point> points = new ArrayList<>();
        for (Run run : members) {
            Double entropy = entropies.get(run.id() + " " + benchmark);
            if (entropy != null) {
                byId.put(run.id(), run);
                points.add(new EntropyMatch.Point(run.id(), run.temperature(), entropy));
            }
        }
        EntropyMatch.of(wanted, points)
                .ifPresent(found -> matches.add(new Matched(base, byId.get(found.nearest()), benchmark, found)));
    }

    private List<TableFile> write(List<Matched> matches, MetricOptions options) throws IOException {
        Map<String, List<Row>> tallies = tallies(matches);
        String name = "tables/" + (store.version() + 1) + "/entropy_metrics.parquet";
        long rowGroupBytes = settings.segments().rowGroupBytes();
        long rows = 0;
        try (TableFileWriter writer =
                new TableFileWriter(new Path(store.root(), name), Tables.ENTROPY_METRICS, rowGroupBytes, conf)) {
            for (Matched matched : matches) {
                List<Row> base = tallies.getOrDefault(matched.base.id() + " " + matched.benchmark, List.of());
                List<Row> run = tallies.getOrDefault(matched.nearest.id() + " " + matched.benchmark, List.of());
                Set<String> common = ids(base);
                common.retainAll(ids(run));
                if (!common.isEmpty()) {
                    PairProblems problems = new PairProblems(problems(base, common), problems(run, common));
                    for (Metric metric :
                            EntropyComparison.of(matched.match, matched.nearest.temperature(), problems, options)) {
                        writer.write(MetricRows.of(
                                metric, matched.nearest.id(), matched.base.id(), matched.benchmark, List.of()));
                        rows++;
                    }
                }
            }
        }
        return rows == 0 ? List.of() : List.of(new TableFile(name, rows));
    }

    private Map<String, List<Row>> tallies(List<Matched> matches) {
        TreeSet<String> ids = new TreeSet<>();
        for (Matched matched : matches) {
            ids.add(matched.base.id());
            ids.add(matched.nearest.id());
        }
        Dataset<Row> rows = Tables.TALLIES
                .read(session, store.table(Tables.TALLIES.name()).orElse(List.of()))
                .where(col(Tables.RUN_ID).isin(ids.toArray()).and(col(Tables.N).gt(0)))
                .select(TableJob.columns(COLUMNS));
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        spark.setJobGroup("passk entropy metrics", "runs of equal entropy", true);
        try {
            Map<String, List<Row>> tallies = new HashMap<>();
            for (Row row : rows.collectAsList()) {
                tallies.computeIfAbsent(row.getString(0) + " " + row.getString(1), key -> new ArrayList<>())
                        .add(row);
            }
            return tallies;
        } finally {
            spark.clearJobGroup();
        }
    }

    private static Set<String> ids(List<Row> rows) {
        TreeSet<String> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(row.getString(2)));
        return ids;
    }

    private static RunProblems problems(List<Row> rows, Set<String> ids) {
        List<Row> kept = rows.stream()
                .filter(row -> ids.contains(row.getString(2)))
                .sorted(Comparator.comparing((Row row) -> row.getString(2)))
                .toList();
        long[] n = kept.stream().mapToLong(row -> row.getLong(3)).toArray();
        long[] correct = kept.stream().mapToLong(row -> row.getLong(4)).toArray();
        long[] undecided = kept.stream().mapToLong(row -> row.getLong(5)).toArray();
        return new RunProblems(List.copyOf(ids), n, Map.of(Count.CORRECT, correct, Count.UNDECIDED, undecided));
    }
}
