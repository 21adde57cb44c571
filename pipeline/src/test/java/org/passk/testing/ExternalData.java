package org.passk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Test data that is not part of the repository: the folder that the environment variable PASSK_DATA names. */
public final class ExternalData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExternalData() {}

    /** The file below PASSK_DATA; the calling test is skipped, with the reason, when it is not there. */
    public static Path file(String relative) {
        String root = System.getenv("PASSK_DATA");
        Assumptions.assumeTrue(root != null, "PASSK_DATA is not set: " + relative + " is not checked");
        Path file = Path.of(root, relative);
        Assumptions.assumeTrue(Files.exists(file), file + " does not exist");
        return file.toAbsolutePath();
    }

    /** The records of a JSON lines file below PASSK_DATA. */
    public static List<JsonNode> jsonLines(String relative) {
        try (var lines = Files.lines(file(relative))) {
            return lines.map(ExternalData::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
