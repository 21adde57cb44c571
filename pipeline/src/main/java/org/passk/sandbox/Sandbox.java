package org.passk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.passk.fault.PasskException;

/**
 * Runs candidates against suites of tests, one after the other, in one server that is started when it is needed and
 * again when it breaks. A failure of the sandbox is a {@link SandboxResult.End#FAULT}, never a wrong answer.
 *
 * <p>For one thread; {@link #close} ends the server and everything it started.
 */
public final class Sandbox implements AutoCloseable {
    /** Starting Python on a busy machine, and what a server adds to the limits of a candidate. */
    private static final long START_MILLIS = 60_000;

    /** The canonical program of a suite runs with it: up to half a minute of CPU time for MBPP+. */
    private static final long SUITE_MILLIS = 600_000;

    /** What the search for a program may take by the clock. */
    private static final double SANITIZE_SECONDS = 240;

    private static final long GRACE_MILLIS = 15_000;
    private static final double MILLIS = 1_000;
    private static final int MAX_TIMES = 10_000;

    private final SandboxSettings settings;
    private final Capabilities capabilities;
    private final ServerCommand command;
    private SandboxServer server;
    private final Map<String, Double> canonicalSeconds = new BoundedTimes();

    /** How many limits a program may use up one after the other: tests that are limited one by one. */
    private final Map<String, Double> parts = new BoundedTimes();

    /** What a program may take beyond its limit by the clock, as the server has said: suites may raise limits. */
    private final Map<String, Double> extraWallSeconds = new BoundedTimes();

    private long runs;

    /** The times of the suites that were used last; of the others they are measured again. */
    private static final class BoundedTimes extends LinkedHashMap<String, Double> {
        private static final long serialVersionUID = 1L;

        BoundedTimes() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > MAX_TIMES;
        }
    }

    /**
     * A sandbox; starts nothing yet.
     *
     * @param settings how candidates are run
     * @param capabilities what {@link SandboxProbe} found on this machine
     * @throws PasskException of the kind CONFIGURATION when nothing confines candidates here and the settings do not
     *     allow that
     */
    public Sandbox(SandboxSettings settings, Capabilities capabilities) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.capabilities = Objects.requireNonNull(capabilities, "capabilities");
        if (capabilities.confinement() == Confinement.NONE && !settings.unconfined()) {
            throw PasskException.configuration("programs are not run: nothing confines them here ("
                    + String.join("; ", capabilities.findings())
                    + "); install bubblewrap, or allow it with --unsafe-no-sandbox");
        }
        this.command = new ServerCommand(capabilities.python(), settings.bubblewrap(), SandboxProbe.isRoot());
    }

    /**
     * Runs one candidate.
     *
     * @param suite identifies the tests; equal ids mean equal tests
     * @param tests gives the tests where the server does not have them yet
     * @param program the complete source of the candidate
     * @param limits what it may use
     * @return how it did
     */
    public SandboxResult run(String suite, Supplier<ObjectNode> tests, String program, SandboxLimits limits) {
        return run(suite, tests, program, "", limits);
    }

    /**
     * Runs the candidate that evalplus' sanitize finds in a text.
     *
     * @param suite identifies the tests; equal ids mean equal tests
     * @param tests gives the tests where the server does not have them yet
     * @param text the text
     * @param sanitizeFor the tested function, whose definitions are kept; empty for a text that is the program
     * @param limits what it may use
     * @return how it did
     */
    public SandboxResult run(
            String suite, Supplier<ObjectNode> tests, String text, String sanitizeFor, SandboxLimits limits) {
        try {
            JsonNode answer = answer(suite, text, sanitizeFor, limits);
            if (answer.path("rule").asText().equals("unknown-suite")) {
                JsonNode stored = server().ask(ServerRequest.suite(suite, tests.get()), SUITE_MILLIS);
                if (!stored.path("ok").asBoolean()) {
                    return SandboxResult.fault("suite", stored.path("detail").asText());
                }
                parts.put(suite, Math.max(1, stored.path("parts").asDouble()));
                if (stored.has("canonical")) {
                    canonicalSeconds.put(suite, stored.path("canonical").asDouble());
                    extraWallSeconds.put(suite, stored.path("wall").asDouble());
                }
                answer = answer(suite, text, sanitizeFor, limits);
            }
            SandboxResult result = result(answer);
            if (result.rule().equals("harness")) {
                // A part of the server has died: the next candidate gets a whole one.
                close();
            }
            return result;
        } catch (IOException e) {
            close();
            return SandboxResult.fault("sandbox", Objects.requireNonNullElse(e.getMessage(), "broken"));
        }
    }

    /**
     * The CPU time that the canonical program of a suite took when its expected values were computed, both groups together.
     *
     * @param suite the id of a suite that {@link #run} was called with
     * @return empty for a suite that has not run here, and for the kinds whose tests hold their expected values: of those
     *     {@link SandboxResult#cpuSeconds} of a run of the canonical program says it
     */
    public OptionalDouble canonicalCpuSeconds(String suite) {
        Double seconds = canonicalSeconds.get(suite);
        return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    private SandboxServer server() throws IOException {
        if (server == null) {
            server = SandboxServer.start(command, capabilities.confinement(), START_MILLIS);
        }
        return server;
    }

    private JsonNode answer(String suite, String program, String sanitizeFor, SandboxLimits limits) throws IOException {
        runs++;
        ObjectNode request = ServerRequest.run(runs, suite, program, sanitizeFor, settings.mode(), limits);
        double seconds = (sanitizeFor.isEmpty() ? 0 : SANITIZE_SECONDS)
                + limits.wallSeconds() * parts.getOrDefault(suite, 1.0)
                + limits.slack() * extraWallSeconds.getOrDefault(suite, 0.0);
        JsonNode answer = server().ask(request, (long) (seconds * MILLIS) + GRACE_MILLIS);
        if (answer.path("id").asLong() != runs) {
            throw new IOException("the sandbox answered " + answer.path("id") + " instead of " + runs);
        }
        return answer;
    }

    private static SandboxResult result(JsonNode answer) throws IOException {
        SandboxResult.End end;
        try {
            end = SandboxResult.End.valueOf(answer.path("outcome").asText());
        } catch (IllegalArgumentException e) {
            throw new IOException("the sandbox answered the outcome " + answer.path("outcome"), e);
        }
        Map<String, Boolean> groups = new HashMap<>();
        for (Map.Entry<String, JsonNode> group : answer.path("groups").properties()) {
            groups.put(group.getKey(), group.getValue().asBoolean());
        }
        return new SandboxResult(
                end,
                answer.path("rule").asText(),
                answer.path("detail").asText(),
                answer.path("cpu").asDouble(),
                answer.path("wall").asDouble(),
                answer.path("memory").asLong(),
                groups,
                answer.path("load").asDouble());
    }

    /** Ends the server; the next candidate starts another one. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
