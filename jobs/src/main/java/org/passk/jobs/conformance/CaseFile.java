package org.passk.jobs.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cases of one file of JSON lines.
 *
 * @param name its path below the folder
 * @param probes its cases, in the order of the lines
 * @param skipped why it is left out; empty when it is not
 * @param badLines a message for each line that is no case
 */
record CaseFile(String name, List<Probe> probes, String skipped, List<String> badLines) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    CaseFile {
        probes = List.copyOf(probes);
        badLines = List.copyOf(badLines);
    }

    /** Reads a file; a broken line costs that line. */
    static CaseFile read(String name, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Probe> probes = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        int line = 0;
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            line++;
            String where = name + " line " + line + ": ";
            try {
                JsonNode record = JSON.readTree(bytes, start, end - start);
                // A line of white space is no record.
                if (!record.isMissingNode()) {
                    Optional<Probe> probe = ProbeReader.read(record, line);
                    probe.ifPresentOrElse(probes::add, () -> strange.add(where + "no known shape of a case"));
                }
            } catch (JsonProcessingException e) {
                bad.add(where + "no JSON: "
                        + e.getOriginalMessage().lines().findFirst().orElse(""));
            } catch (ProbeReader.BadProbeException e) {
                bad.add(where + e.getMessage());
            }
            start = end + 1;
        }
        if (probes.isEmpty() && bad.isEmpty()) {
            String why = strange.isEmpty() ? "no cases" : strange.size() + " lines of no known shape";
            return new CaseFile(name, probes, why, List.of());
        }
        bad.addAll(strange);
        return new CaseFile(name, probes, "", bad);
    }
}
