package org.passk.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.passk.benchmark.ProblemReader;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.BrokenStreamException;
import org.passk.format.FormatCatalog;
import org.passk.format.ReadLimits;
import org.passk.format.RecordFormat;
import org.passk.settings.StudyLoader;
import org.passk.settings.Surroundings;
import org.passk.spark.store.CountsTable;
import org.passk.spark.store.Decompression;
import org.passk.spark.store.GenerationFile;

/** Finds out what a file is and what passk makes of it, without Spark and without verifying anything. */
public final class Explainer {
    /** How much of a file is looked at to find out what it is, in bytes. */
    private static final int HEAD_BYTES = 1 << 20;

    private static final Pattern STUDY = Pattern.compile("(?:^|[{,\\s])\"?study\"?\\s*[{:=.+]");

    /** The limits of a record do not depend on a study unless it says so. */
    private static final String SMALLEST_STUDY = """
            study {
              name = none, output = none, benchmarks = [{ name = none }]
              models = [{ name = none, role = base }], generations = [{ path = none }]
            }
            """;

    private final Surroundings surroundings;
    private final Configuration conf;

    /**
     * An explainer.
     *
     * @param surroundings environment variables for the substitutions of study files
     * @param conf Hadoop's configuration
     */
    public Explainer(Surroundings surroundings, Configuration conf) {
        this.surroundings = surroundings;
        this.conf = conf;
    }

    /**
     * Explains one file.
     *
     * @param file a study, a problem file, or a file of generations, counts or log-probabilities; of the local
     *     file system unless it has a scheme
     * @throws PasskException of kind CONFIGURATION for a missing file or a mistaken study; of kind INPUT for a file that is
     *     empty, cannot be read, or whose format is not known
     */
    public Explanation explain(String file) {
        Path path = LoadedStudyFile.qualified(file, conf);
        try {
            FileStatus status = path.getFileSystem(conf).getFileStatus(path);
            if (status.isDirectory()) {
                throw PasskException.configuration(
                        file + ": is a folder; expected a study, a file of generations or a problem file");
            }
            if (file.endsWith(".conf")) {
                return study(file);
            }
            return data(file, path, status);
        } catch (FileNotFoundException e) {
            throw FileTrouble.known(file, e)
                    .map(Explainer::unreadable)
                    .orElseGet(() -> PasskException.configuration(file + ": no such file"));
        } catch (IOException e) {
            throw unreadable(FileTrouble.of(file, e));
        } catch (PasskException e) {
            throw e;
        } catch (RuntimeException e) {
            throw FileTrouble.known(file, e).orElseThrow(() -> e);
        }
    }

    /** For one file by itself, a file system that fails is a file that cannot be read. */
    private static PasskException unreadable(PasskException e) {
        return e.kind() == FaultKind.EXTERNAL ? new PasskException(FaultKind.INPUT, e.getMessage(), e.getCause()) : e;
    }

    private StudyFacts study(String file) throws IOException {
        LoadedStudyFile study = LoadedStudyFile.load(file, Optional.empty(), Map.of(), surroundings, conf);
        return new StudySurvey(study, conf).facts();
    }

    private Explanation data(String file, Path path, FileStatus status) throws IOException {
        if (status.getLen() == 0) {
            throw PasskException.input(file + ": is empty; expected records");
        }
        ReadLimits limits = limits();
        RowExplainer rows = new RowExplainer(limits, conf);
        if (GenerationFile.isParquet(path)) {
            return parquet(file, path, limits, rows);
        }
        String head = head(path);
        if (head.startsWith("PAR1")) {
            throw PasskException.input(file + ": is a Parquet file by its content; expected the ending .parquet");
        }
        List<String> keys =
                new GenerationFile(path, FormatCatalog.names().iterator().next(), limits, conf).fieldNames();
        if (RowExplainer.looksLikeScores(keys)) {
            return rows.scores(file, path, keys);
        }
        Optional<RowFacts> counts = keys.isEmpty() ? rows.counts(file, path) : Optional.empty();
        if (counts.isPresent()) {
            return counts.get();
        }
        Optional<String> format = FormatCatalog.recognise(Set.copyOf(keys)).map(RecordFormat::name);
        if (format.isPresent()) {
            return generations(file, path, format.get(), "the fields of its first record", limits);
        }
        if (ProblemReader.recognises(firstRecord(head))) {
            return problems(file, path);
        }
        if (STUDY.matcher(head).find()) {
            return study(file);
        }
        throw unknown(file, head, keys);
    }

    /** The names of the columns say what a Parquet file holds; without any sign it should be generations. */
    private Explanation parquet(String file, Path path, ReadLimits limits, RowExplainer rows) throws IOException {
        List<String> columns = new CountsTable(path, limits, conf).columns();
        if (RowExplainer.looksLikeScores(columns)) {
            return rows.scores(file, path, columns);
        }
        Optional<RowFacts> counts = rows.counts(file, path);
        return counts.isPresent()
                ? counts.get()
                : generations(file, path, GenerationFile.PARQUET, "the ending of its name", limits);
    }

    private static PasskException unknown(String file, String head, List<String> keys) {
        if (head.isBlank()) {
            return PasskException.input(file + ": holds no records");
        }
        String found = keys.isEmpty()
                ? "no JSON object stands in its first hundred lines"
                : "no known format has the fields " + String.join(", ", keys);
        List<String> problems = ProblemReader.formatNames();
        return PasskException.input(file + ": " + found + " (known for generations: "
                + String.join(", ", FormatCatalog.names()) + ", " + GenerationFile.PARQUET + "; for problems: "
                + String.join(", ", problems.subList(1, problems.size())) + ")");
    }

    private GenerationFacts generations(String file, Path path, String format, String recognisedBy, ReadLimits limits)
            throws IOException {
        GenerationFile generations = new GenerationFile(path, format, limits, conf);
        List<GenerationFacts.Field> fields = new ArrayList<>();
        for (String name : generations.fieldNames()) {
            fields.add(new GenerationFacts.Field(name, generations.meanings().getOrDefault(name, "skipped")));
        }
        SurveyLines lines = new SurveyLines();
        GenerationSurvey survey = new GenerationSurvey(lines::lineOf);
        generations.read(lines::watch, survey);
        GenerationFacts facts = survey.facts(file, format, recognisedBy, fields, generations.words());
        if (facts.records() == 0) {
            throw PasskException.input(file + ": holds no records");
        }
        return facts;
    }

    private ProblemFacts problems(String file, Path path) throws IOException {
        // The name decides between formats that look alike, as the name of a benchmark does in a study.
        try (InputStream in =
                Decompression.of(path).open(path.getFileSystem(conf).open(path))) {
            return ProblemFacts.of(
                    file,
                    ProblemReader.read(
                            in,
                            file,
                            path.getName(),
                            ProblemReader.formatNames().get(0)));
        }
    }

    /** The beginning of a file; of a damaged stream, what stands before the damage. */
    private String head(Path path) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        int length = 0;
        try (InputStream in =
                Decompression.of(path).open(path.getFileSystem(conf).open(path))) {
            for (int read = 0; read >= 0 && length < HEAD_BYTES; length += Math.max(0, read)) {
                read = in.read(head, length, HEAD_BYTES - length);
            }
        } catch (BrokenStreamException e) {
            if (length == 0) {
                throw PasskException.input(path + ": " + e.getMessage());
            }
        }
        return new String(head, 0, length, StandardCharsets.UTF_8);
    }

    private static String firstRecord(String head) {
        String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private ReadLimits limits() {
        return Evaluation.limits(new StudyLoader(surroundings)
                .load(SMALLEST_STUDY, "defaults", name -> Optional.empty(), Map.of())
                .settings()
                .limits());
    }
}
