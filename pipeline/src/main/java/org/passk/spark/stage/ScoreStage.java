package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.passk.fault.PasskException;
import org.passk.format.ReadLimits;
import org.passk.model.Digests;
import org.passk.settings.Settings;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.ScoreFiles;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/** Reads the files with log-probabilities into SCORES, with a quarantine of their own; all of them when one has changed. */
public final class ScoreStage {
    private static final StructType ORDINALS = new StructType().add("part", DataTypes.IntegerType, false);

    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;
    private final ReadLimits limits;
    private final TableJob jobs;

    /**
     * A stage.
     *
     * @param session the session
     * @param store SCORES out
     * @param settings the settings
     * @param limits what a record may cost
     */
    public ScoreStage(SparkSession session, SegmentStore store, Settings settings, ReadLimits limits) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.limits = limits;
        this.jobs = new TableJob(session, store, settings);
    }

    /**
     * Brings SCORES up to date with the files.
     *
     * @param base folder that relative paths start at
     * @return what SCORES were computed from; empty where the study has no such files and never had
     * @throws IOException if a file system fails
     * @throws PasskException if a file is missing or cannot be used
     */
    public Optional<String> run(String base) throws IOException {
        boolean never = store.table(Tables.SCORES.name()).isEmpty();
        if (settings.study().scores().isEmpty() && never) {
            return Optional.empty();
        }
        List<ScoreFiles.Part> parts = ScoreFiles.find(
                settings.study().scores(),
                base,
                settings.splits().bytes(),
                session.sparkContext().hadoopConfiguration());
        ScoreWriter.Known known = ScoreWriter.Known.of(settings);
        String basis = Digests.sha256("scores 1\n" + parts + "\n" + known + "\n" + limits);
        if (!store.isFresh(Tables.SCORES.name(), basis)) {
            Map<String, List<TableFile>> written = new TreeMap<>();
            ScoreWriter.TABLES.forEach(table -> written.put(table.name(), new ArrayList<>()));
            lines(parts.stream().filter(part -> !part.parquet()).toList(), known)
                    .forEach((table, files) -> written.get(table).addAll(files));
            List<ScoreFiles.Part> parquet =
                    parts.stream().filter(ScoreFiles.Part::parquet).toList();
            for (int i = 0; i < parquet.size(); i++) {
                rows(i, parquet.get(i).path(), known)
                        .forEach((table, files) -> written.get(table).addAll(files));
            }
            store.publishTables(written, basis);
        }
        return Optional.of(basis);
    }

    private Map<String, List<TableFile>> lines(List<ScoreFiles.Part> parts, ScoreWriter.Known known) {
        if (parts.isEmpty()) {
            return Map.of();
        }
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Broadcast<HadoopSettings> hadoop = spark.broadcast(new HadoopSettings(spark.hadoopConfiguration()));
        try {
            List<Row> ordinals = IntStream.range(0, parts.size())
                    .mapToObj(RowFactory::create)
                    .toList();
            JavaRDD<Row> each = spark.parallelize(ordinals, ordinals.size());
            return jobs.run(
                    "scores",
                    session.createDataFrame(each, ORDINALS),
                    new ScorePartReduction(parts, known, limits, hadoop));
        } finally {
            hadoop.destroy();
        }
    }

    private Map<String, List<TableFile>> rows(int ordinal, String path, ScoreWriter.Known known) {
        Dataset<Row> file = session.read().parquet(path);
        List<Column> columns = new ArrayList<>();
        columns.add(col("_metadata.row_index").as("position"));
        ScoreRowReduction.TEXTS.forEach(name -> columns.add(column(path, file, name, DataTypes.StringType)));
        ScoreRowReduction.NATURALS.forEach(name -> columns.add(column(path, file, name, DataTypes.LongType)));
        ScoreRowReduction.NUMBERS.forEach(name -> columns.add(column(path, file, name, DataTypes.DoubleType)));
        columns.add(column(path, file, ScoreRowReduction.TOKENS, DataTypes.createArrayType(DataTypes.DoubleType)));
        return jobs.run(
                "scores " + ordinal,
                file.select(columns.toArray(Column[]::new)),
                new ScoreRowReduction(path, known, limits.maxNameChars()));
    }

    /** A column in the type that it is read as; one that the file lacks is null in every row. */
    private static Column column(String path, Dataset<Row> file, String name, DataType wanted) {
        Optional<DataType> found = Arrays.stream(file.schema().fields())
                .filter(field -> field.name().equals(name))
                .map(StructField::dataType)
                .findFirst();
        if (found.isPresent() && !isLegal(name, found.get(), wanted)) {
            throw PasskException.input(path + ": the column " + name + " has the type "
                    + found.get().simpleString() + "; expected " + wanted.simpleString());
        }
        return (found.isPresent() ? col(name) : lit(null)).cast(wanted).as(name);
    }

    private static boolean isLegal(String name, DataType found, DataType wanted) {
        boolean whole = found.equals(DataTypes.LongType) || found.equals(DataTypes.IntegerType);
        if (wanted.equals(DataTypes.StringType)) {
            return found.equals(DataTypes.StringType) || (name.equals("problem_id") && whole);
        }
        if (wanted.equals(DataTypes.LongType)) {
            return whole;
        }
        return wanted instanceof ArrayType
                ? found instanceof ArrayType array && array.elementType() instanceof NumericType
                : found instanceof NumericType;
    }
}
