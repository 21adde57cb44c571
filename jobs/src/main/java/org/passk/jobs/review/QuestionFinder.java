package org.passk.jobs.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.jobs.FileTrouble;
import org.passk.model.Digests;
import org.passk.spark.store.Decompression;

/**
 * Finds the texts of questions in a problem file, of which passk otherwise keeps the digest alone: in a file of JSON lines,
 * whatever its form, the question of a problem is the field whose text has its digest.
 */
final class QuestionFinder {
    private QuestionFinder() {}

    /**
     * Looks for questions.
     *
     * @param file the problem file
     * @param digests digests of the wanted ones
     * @return digest to question, for those that were found
     */
    static Map<String, String> find(Path file, Set<String> digests, Configuration conf) {
        Map<String, String> found = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Decompression.of(file).open(file.getFileSystem(conf).open(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && found.size() < digests.size(); ) {
                for (JsonNode field : fields(line)) {
                    String digest = field.isTextual() ? Digests.ofQuestion(field.textValue()) : "";
                    if (digests.contains(digest)) {
                        found.put(digest, field.textValue());
                    }
                }
                line = lines.readLine();
            }
            return found;
        } catch (IOException e) {
            throw FileTrouble.of(file.toString(), e);
        }
    }

    /** The fields of a line; none where it is no JSON, which is then no file of JSON lines. */
    private static Iterable<JsonNode> fields(String line) {
        try {
            return ReviewJson.tree(line.startsWith("\uFEFF") ? line.substring(1) : line);
        } catch (JsonProcessingException e) {
            return java.util.List.of();
        }
    }
}
