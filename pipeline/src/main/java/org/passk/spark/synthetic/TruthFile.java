package org.passk.spark.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;

/**
 * The sums of a study's truth, with the files that hold it by run and problem: {@code truth.json}.
 *
 * @param study the study's name
 * @param seed its seed
 * @param problems its problems
 * @param runs its runs
 * @param read records that must be read
 * @param verdicts samples that must count
 * @param rejects records that must be rejected, by reason
 * @param rows rows of all files
 * @param files names of the files, in the same folder
 */
record TruthFile(
        String study,
        long seed,
        int problems,
        int runs,
        long read,
        long verdicts,
        Map<String, Long> rejects,
        long rows,
        List<String> files) {
    static final String NAME = "truth.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    TruthFile {
        rejects = new TreeMap<>(rejects);
        files = List.copyOf(files);
    }

    void write(Path folder, Configuration conf) throws IOException {
        Path path = new Path(folder, NAME);
        try (OutputStream out = path.getFileSystem(conf).create(path, true)) {
            out.write(JSON.writeValueAsBytes(this));
            out.write('\n');
        }
    }

    static TruthFile read(Path folder, Configuration conf) throws IOException {
        Path path = new Path(folder, NAME);
        try (InputStream in = path.getFileSystem(conf).open(path)) {
            return JSON.readValue(in.readAllBytes(), TruthFile.class);
        } catch (FileNotFoundException e) {
            throw PasskException.configuration(path + " does not exist: the truth of a study lies in the folder that"
                    + " passk generate wrote; name it by --truth");
        } catch (JsonProcessingException e) {
            throw PasskException.input(path + " is no truth that passk generate wrote: " + e.getOriginalMessage());
        }
    }
}
