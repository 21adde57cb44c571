package org.passk.jobs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.passk.fault.PasskException;
import org.passk.sandbox.Sandbox;
import org.passk.sandbox.SandboxLimits;
import org.passk.sandbox.SandboxResult;

/**
 * Hostile and broken programs, each with the verdicts that are right for it, and with what has to hold of the machine
 * after each: a folder with a {@code manifest.json}.
 */
final class AbuseFolder {
    /** The file that makes a folder one of these. */
    static final String MANIFEST = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "kept";
    private static final double CPU_SECONDS = 3;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int POLL_MILLIS = 20;

    private final Path folder;
    private final String name;
    private final JsonNode manifest;
    private final Sandbox sandbox;

    private AbuseFolder(Path folder, String name, JsonNode manifest, Sandbox sandbox) {
        this.folder = folder;
        this.name = name;
        this.manifest = manifest;
        this.sandbox = sandbox;
    }

    /**
     * Runs the programs of a folder.
     *
     * @param folder the folder
     * @param name what it is called in the report
     * @param sandbox runs them
     * @return how they came out, times by the clock of the programs' own CPU
     */
    static FileScore score(Path folder, String name, Sandbox sandbox) {
        try {
            JsonNode manifest = JSON.readTree(folder.resolve(MANIFEST).toFile());
            if (!manifest.path("programs").isArray()
                    || !manifest.path("problem").has("test")) {
                throw PasskException.input(folder.resolve(MANIFEST) + ": has no programs and problem.test");
            }
            return new AbuseFolder(folder, name, manifest, sandbox).score();
        } catch (IOException e) {
            throw PasskException.input(folder + ": cannot be read: " + e.getMessage());
        }
    }

    private FileScore score() throws IOException {
        Path place = Files.createTempDirectory("passk-abuse");
        try {
            Path canary = Files.createDirectory(place.resolve("canary"));
            Files.writeString(canary.resolve("secret"), SECRET);
            return score(canary, place.resolve("outside"));
        } finally {
            delete(place);
        }
    }

    private FileScore score(Path canary, Path outside) throws IOException {
        Map<Score, Integer> counts = new EnumMap<>(Score.class);
        List<Miss> misses = new ArrayList<>();
        double slowest = 0;
        // The server is running from here on.
        requirePassing("before the first program");
        long processes = ProcessHandle.current().descendants().count();
        for (JsonNode program : manifest.path("programs")) {
            String file = program.path("file").asText();
            String source = text(Files.readAllBytes(folder.resolve(file)))
                    .replace("@CANARY@", canary.toString())
                    .replace("@OUTSIDE@", outside.toString());
            SandboxResult result = run(source);
            slowest = Math.max(slowest, result.cpuSeconds());
            List<String> broken = broken(canary, outside, processes, result);
            List<String> expected = new ArrayList<>();
            program.path("expected").forEach(one -> expected.add(one.asText()));
            Score score = score(expected, result, broken);
            counts.merge(score, 1, Integer::sum);
            if (score != Score.RIGHT) {
                String rule = result.rule() + (broken.isEmpty() ? "" : "; " + String.join("; ", broken));
                misses.add(new Miss(file, score, "", "", String.join(" or ", expected), got(result), Excerpt.of(rule)));
            }
        }
        int total = manifest.path("programs").size();
        return new FileScore(
                name,
                total,
                counts.getOrDefault(Score.RIGHT, 0),
                counts.getOrDefault(Score.FALSE_POSITIVE, 0),
                counts.getOrDefault(Score.FALSE_NEGATIVE, 0),
                counts.getOrDefault(Score.UNDECIDED, 0),
                Math.round(slowest * 1e6) / 1e3,
                misses);
    }

    /** UTF-8 that may hold halves of surrogate pairs, as the JSON texts of generations may. */
    private static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            boolean half = (bytes[i] & 0xFF) == 0xED && (bytes[i + 1] & 0xE0) == 0xA0;
            if (half) {
                text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                text.append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | (bytes[i + 2] & 0x3F)));
                start = i + 3;
            }
        }
        return text.append(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8))
                .toString();
    }

    private static Score score(List<String> expected, SandboxResult result, List<String> broken) {
        if (!broken.isEmpty() || result.outcome() == SandboxResult.End.FAULT) {
            return Score.UNDECIDED;
        }
        if (expected.contains(word(result.outcome()))) {
            return Score.RIGHT;
        }
        return result.outcome() == SandboxResult.End.PASSED ? Score.FALSE_POSITIVE : Score.FALSE_NEGATIVE;
    }

    private static String word(SandboxResult.End end) {
        return switch (end) {
            case PASSED -> "passed";
            case FAILED, RESOURCE -> "failed";
            case TIMEOUT -> "timed out";
            case FAULT -> "fault";
        };
    }

    private static String got(SandboxResult result) {
        String detail = result.detail().isEmpty() ? "" : ": " + result.detail();
        return Excerpt.of(result.outcome().name().toLowerCase(Locale.ROOT) + detail);
    }

    /** What no longer holds; empty when all does. */
    private List<String> broken(Path canary, Path outside, long processes, SandboxResult result) throws IOException {
        List<String> broken = new ArrayList<>();
        if (!settled(processes)) {
            broken.add("a process is left");
        }
        boolean secret = Files.isReadable(canary.resolve("secret"))
                && Files.readString(canary.resolve("secret")).equals(SECRET);
        if (!secret) {
            broken.add("the canary is gone");
        }
        try (Stream<Path> files = Files.list(canary)) {
            if (files.count() != 1 || Files.exists(outside)) {
                broken.add("a file was written outside");
            }
        }
        if (result.wallSeconds() > limits().wallSeconds() + 1) {
            broken.add("the verdict came late");
        }
        if (run(right()).outcome() != SandboxResult.End.PASSED) {
            broken.add("the sandbox did not survive");
        }
        return broken;
    }

    /** Whether the processes are as many as before; what was killed may take a moment to go. */
    private static boolean settled(long processes) {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += POLL_MILLIS) {
            if (ProcessHandle.current().descendants().count() <= processes) {
                return true;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private void requirePassing(String when) {
        SandboxResult result = run(right());
        if (result.outcome() != SandboxResult.End.PASSED) {
            throw PasskException.external(
                    "a right program does not pass " + when + ": " + result.rule() + " " + result.detail(), null);
        }
    }

    private static String right() {
        return "def add(x, y):\n    return x + y\n";
    }

    private static SandboxLimits limits() {
        return SandboxLimits.ofCpu(CPU_SECONDS);
    }

    private SandboxResult run(String program) {
        return sandbox.run(name, this::tests, program, limits());
    }

    private ObjectNode tests() {
        JsonNode problem = manifest.path("problem");
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "check")
                .put("prompt", problem.path("prompt").asText())
                .put("entry", problem.path("entry_point").asText())
                .put("test", problem.path("test").asText());
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
