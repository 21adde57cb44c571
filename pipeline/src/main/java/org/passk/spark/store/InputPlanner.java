package org.passk.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;
import org.passk.format.BrokenStreamException;
import org.passk.format.FormatCatalog;
import org.passk.format.JsonLinesReader;
import org.passk.format.ReadLimits;
import org.passk.format.RecordFormat;
import org.passk.model.UnicodeText;
import org.passk.settings.GenerationSpec;
import org.passk.settings.PathTemplate;
import org.passk.settings.Study;
import org.passk.settings.StudyPaths;

/** Finds the input files of a study and cuts them into splits. Reads a first record where a format is to be found out. */
public final class InputPlanner {
    private static final String AUTO = "auto";
    private static final List<String> ENDINGS = List.of(".jsonl", ".json", ".csv", ".parquet", ".gz", ".zst");

    private final Study study;
    private final String base;
    private final long splitBytes;
    private final ReadLimits limits;
    private final Configuration conf;

    /**
     * A planner.
     *
     * @param study the study
     * @param base folder that relative paths start at
     * @param splitBytes size of a split, in bytes
     * @param limits what a record may cost
     * @param conf Hadoop's configuration
     */
    public InputPlanner(Study study, String base, long splitBytes, ReadLimits limits, Configuration conf) {
        this.study = study;
        this.base = base;
        this.splitBytes = splitBytes;
        this.limits = limits;
        this.conf = conf;
    }

    /**
     * The input files, sorted by path.
     *
     * @throws IOException if a file system fails
     * @throws PasskException if an entry matches no file, a file belongs to two entries, names an unknown
     *     model or benchmark, or has no known format
     */
    public List<InputFile> files() throws IOException {
        Map<String, InputFile> files = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        for (int entry = 0; entry < study.generations().size(); entry++) {
            GenerationSpec spec = study.generations().get(entry);
            PathTemplate template = PathTemplate.parse(StudyPaths.resolvePattern(base, spec.path()));
            int found = 0;
            for (FileStatus status : matches(template, entry)) {
                if (status.isDirectory()) {
                    if (isNamedLikeAFile(status.getPath())
                            && template.match(status.getPath().toString()).isPresent()) {
                        found++;
                        mistakes.add(
                                key(entry) + UnicodeText.plain(status.getPath().toString())
                                        + " is a folder; expected files, which a pattern such as "
                                        + UnicodeText.plain(status.getPath().getName()) + "/* finds in it");
                    }
                    continue;
                }
                Optional<Map<String, String>> parts =
                        template.match(status.getPath().toString());
                if (parts.isEmpty()) {
                    continue;
                }
                found++;
                if (!UnicodeText.isPlain(status.getPath().toString())) {
                    mistakes.add(key(entry) + UnicodeText.plain(status.getPath().toString())
                            + ": the name has control characters, shown as spaces here; expected plain text");
                    continue;
                }
                SourceContext context = context(entry, spec, parts.get());
                InputFile old = files.get(status.getPath().toString());
                if (old != null && old.context().entry() == entry) {
                    // Hadoop lists a file once for each of the alternatives {a,b} that it matches.
                    continue;
                }
                check(key(entry), status.getPath(), context, mistakes);
                if (old != null) {
                    mistakes.add(key(entry) + status.getPath() + " belongs to study.generations["
                            + old.context().entry() + "] too");
                } else if (mistakes.isEmpty()) {
                    InputFile file = file(status, spec, context);
                    files.put(file.path(), file);
                }
            }
            if (found == 0) {
                mistakes.add(key(entry) + "no file matches " + template);
            }
        }
        if (!mistakes.isEmpty()) {
            throw PasskException.configuration(String.join("\n", mistakes));
        }
        return List.copyOf(files.values());
    }

    private List<FileStatus> matches(PathTemplate template, int entry) throws IOException {
        Path glob = new Path(template.glob());
        FileSystem fileSystem = glob.getFileSystem(conf);
        try {
            FileStatus[] found = fileSystem.globStatus(glob);
            return found == null ? List.of() : List.of(found);
        } catch (IllegalArgumentException e) {
            // A colon, for one, in any name of a folder that is listed.
            throw PasskException.configuration(key(entry) + "beside what " + template
                    + " matches stands a name that Hadoop has no path for: " + UnicodeText.plain(e.getMessage()));
        }
    }

    /** A pattern may well match folders beside files; one that is called like a file was meant to be read. */
    private static boolean isNamedLikeAFile(Path path) {
        String name = path.getName().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static SourceContext context(int entry, GenerationSpec spec, Map<String, String> parts) {
        return new SourceContext(
                entry,
                parts.getOrDefault("model", spec.model()),
                parts.getOrDefault("benchmark", spec.benchmark()),
                spec.promptKind(),
                parts.containsKey("temperature") ? Double.parseDouble(parts.get("temperature")) : spec.temperature(),
                spec.topP(),
                spec.maxTokens(),
                parts.containsKey("seed") ? Long.parseLong(parts.get("seed")) : spec.seed(),
                parts.containsKey("step") ? Long.parseLong(parts.get("step")) : spec.step());
    }

    private static String key(int entry) {
        return "study.generations[" + entry + "].path: ";
    }

    private void check(String key, Path path, SourceContext context, List<String> mistakes) {
        boolean knownModel =
                context.model().isEmpty() || study.model(context.model()).isPresent();
        if (!knownModel) {
            mistakes.add(key + path + ": the study declares no model \"" + context.model() + "\"");
        }
        boolean knownBenchmark = context.benchmark().isEmpty()
                || study.benchmarks().stream().anyMatch(b -> b.name().equals(context.benchmark()));
        if (!knownBenchmark) {
            mistakes.add(key + path + ": the study declares no benchmark \"" + context.benchmark() + "\"");
        }
    }

    private InputFile file(FileStatus status, GenerationSpec spec, SourceContext context) throws IOException {
        PlannedFile planned = PlannedFile.of(status);
        Path path = status.getPath();
        String format = spec.format();
        if (format.equals(AUTO)) {
            format = planned.during(path.getFileSystem(conf), () -> detect(path, limits, conf));
        } else if (format.equals(CountsFile.NAME) && GenerationFile.isParquet(path)) {
            format = CountsFile.PARQUET;
        }
        return new InputFile(
                planned.path(), planned.length(), planned.modificationTime(), planned.etag(), format, context);
    }

    /**
     * Finds out the format of a file from its name and its first record.
     *
     * @param path the file
     * @param limits what a record may cost
     * @param conf Hadoop's configuration
     * @return the name of a format; for an empty file the first that would do, for it has no records anyway
     * @throws IOException if the file system fails
     */
    public static String detect(Path path, ReadLimits limits, Configuration conf) throws IOException {
        if (GenerationFile.isParquet(path)) {
            return ParquetGenerations.NAME;
        }
        Set<String> keys = firstKeys(path, limits, conf);
        if (keys.isEmpty()) {
            return FormatCatalog.names().iterator().next();
        }
        return FormatCatalog.recognise(keys)
                .map(RecordFormat::name)
                .orElseThrow(() -> PasskException.input(path + ": no known format has the fields "
                        + String.join(", ", keys) + " (known: " + String.join(", ", FormatCatalog.names())
                        + ", " + ParquetGenerations.NAME + ")"));
    }

    private static Set<String> firstKeys(Path path, ReadLimits limits, Configuration conf) throws IOException {
        try (InputStream in =
                Decompression.of(path).open(path.getFileSystem(conf).open(path))) {
            return JsonLinesReader.decidingKeys(in, limits);
        } catch (BrokenStreamException e) {
            return Set.of();
        }
    }

    /**
     * Cuts a file into splits: byte ranges of a plain file, row groups of a Parquet file, or the whole file where its
     * codec cannot be cut or its first line is needed to read the others.
     *
     * @param file the file
     * @throws IOException if the file system fails
     */
    public List<InputSplit> splits(InputFile file) throws IOException {
        Path path = new Path(file.path());
        if (file.format().equals(ParquetGenerations.NAME) || file.format().equals(CountsFile.PARQUET)) {
            return rowGroups(file, path);
        }
        // The columns of comma-separated values are named at the start of the file alone.
        if (file.format().equals(CountsFile.NAME) || Decompression.of(path) != Decompression.NONE) {
            return List.of(split(file, 0, Long.MAX_VALUE));
        }
        List<InputSplit> splits = new ArrayList<>();
        for (long start = 0; start < file.length() || start == 0; start += splitBytes) {
            splits.add(split(file, start, Math.min(file.length(), start + splitBytes)));
        }
        return splits;
    }

    private List<InputSplit> rowGroups(InputFile file, Path path) throws IOException {
        int groups = PlannedFile.of(file)
                .during(
                        path.getFileSystem(conf),
                        () -> file.format().equals(CountsFile.PARQUET)
                                ? CountsFile.rowGroups(path, conf)
                                : ParquetGenerations.rowGroups(path, conf));
        long groupBytes = Math.max(1, file.length() / Math.max(1, groups));
        int step = (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, splitBytes / groupBytes));
        List<InputSplit> splits = new ArrayList<>();
        for (int start = 0; start < groups || start == 0; start += step) {
            splits.add(split(file, start, Math.min(groups, start + step)));
        }
        return splits;
    }

    private static InputSplit split(InputFile file, long start, long end) {
        return new InputSplit(
                file.path(),
                file.length(),
                file.modificationTime(),
                file.etag(),
                file.format(),
                start,
                end,
                file.context());
    }
}
