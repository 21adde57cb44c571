package org.passk.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.passk.benchmark.ProblemReader;
import org.passk.fault.PasskException;
import org.passk.format.FormatCatalog;
import org.passk.settings.BenchmarkSpec;
import org.passk.settings.LegalNames;
import org.passk.settings.LoadedStudy;
import org.passk.settings.StudyLoader;
import org.passk.settings.StudyPaths;
import org.passk.settings.Surroundings;
import org.passk.spark.stage.VerifyContext;
import org.passk.spark.store.CountsFile;
import org.passk.verify.catalog.VerifierCatalog;
import org.passk.verify.math.MathOptions;

/**
 * A study read from its file.
 *
 * @param study the settings
 * @param file the file as the user named it
 * @param base the folder that relative paths start at
 */
public record LoadedStudyFile(LoadedStudy study, String file, String base) {
    /** Far above any study; a file of generations that is given by mistake is not read into memory. */
    private static final int MAX_BYTES = 1 << 24;

    /**
     * Reads a study file.
     *
     * @param file its path: of the local file system unless it has a scheme
     * @param baseDir the folder that relative paths start at; the file's own where empty
     * @param overrides keys with values that win over the file's
     * @param surroundings environment variables for substitutions
     * @param conf Hadoop's configuration
     * @throws PasskException if the file is missing or holds mistakes
     */
    public static LoadedStudyFile load(
            String file,
            Optional<String> baseDir,
            Map<String, String> overrides,
            Surroundings surroundings,
            Configuration conf) {
        Path path = shipped(qualified(file, conf), surroundings, conf);
        String folder = path.getParent() == null ? "/" : path.getParent().toString();
        String text = read(path, conf).orElseThrow(() -> PasskException.configuration(file + ": no such file"));
        LoadedStudy study = new StudyLoader(surroundings, legalNames())
                .load(text, file, name -> read(qualified(StudyPaths.resolve(folder, name), conf), conf), overrides);
        String base = baseDir.map(dir -> qualified(dir, conf).toString()).orElse(folder);
        return new LoadedStudyFile(study, file, base);
    }

    /**
     * The study where spark-submit put it: in the working folder of the driver (YARN, Kubernetes), or, on a standalone
     * cluster, still where {@code spark.files} says.
     */
    private static Path shipped(Path path, Surroundings surroundings, Configuration conf) {
        for (String file : surroundings.property("spark.files").orElse("").split(",")) {
            if (!file.isEmpty() && new Path(file).getName().equals(path.getName()) && !exists(path, conf)) {
                return qualified(file, conf);
            }
        }
        return path;
    }

    private static boolean exists(Path path, Configuration conf) {
        try {
            return path.getFileSystem(conf).exists(path);
        } catch (IOException e) {
            return false;
        }
    }

    private static LegalNames legalNames() {
        List<String> formats = new ArrayList<>(FormatCatalog.names());
        formats.add("passk-parquet");
        formats.add(CountsFile.NAME);
        VerifierCatalog verifiers = new VerifierCatalog(MathOptions.defaults());
        List<String> names = new ArrayList<>(List.of(BenchmarkSpec.AUTO));
        names.addAll(verifiers.names());
        names.add(VerifyContext.CODE);
        return new LegalNames(ProblemReader.formatNames(), formats, names);
    }

    /** A path without a scheme is meant on this machine: the study is shipped, its data need not be. */
    static Path qualified(String file, Configuration conf) {
        Path path;
        try {
            path = new Path(file);
        } catch (IllegalArgumentException e) {
            throw PasskException.configuration("\"" + file + "\" is no path: " + e.getMessage());
        }
        if (path.toUri().getScheme() != null) {
            return path;
        }
        try {
            return FileSystem.getLocal(conf).makeQualified(path);
        } catch (IOException e) {
            throw PasskException.external(file + ": " + e.getMessage(), e);
        }
    }

    /** Some file systems call a folder, and a file that may not be read, not found. */
    private static Optional<String> missing(Path path, Configuration conf, FileNotFoundException thrown) {
        Optional<PasskException> known = FileTrouble.known(path.toString(), thrown);
        if (known.isPresent()) {
            throw known.get();
        }
        try {
            if (path.getFileSystem(conf).getFileStatus(path).isDirectory()) {
                throw PasskException.configuration(path + ": is a folder; expected a file");
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    static Optional<String> read(Path path, Configuration conf) {
        try (var in = path.getFileSystem(conf).open(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw PasskException.configuration(
                        path + ": is longer than " + MAX_BYTES + " bytes; expected a study file");
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw PasskException.configuration(path + ": is no UTF-8 text; expected a study file");
        } catch (FileNotFoundException e) {
            return missing(path, conf, e);
        } catch (IOException e) {
            throw FileTrouble.of(path.toString(), e);
        } catch (RuntimeException e) {
            throw FileTrouble.known(path.toString(), e).orElseThrow(() -> e);
        }
    }
}
