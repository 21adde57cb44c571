package org.passk.verify.math;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JSON lines of the test data outside of the repository; tests without it are skipped and say so. */
final class Lines {
    private Lines() {}

    static List<JsonNode> of(String file) {
        String root = System.getenv("PASSK_DATA");
        assumeTrue(root != null, "PASSK_DATA names no folder with test data");
        Path path = Path.of(root, file);
        assumeTrue(Files.isRegularFile(path), path + " is absent");
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> records = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(path)) {
                records.add(mapper.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }
}
