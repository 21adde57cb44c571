package org.passk.jobs.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;
import org.passk.jobs.Sessions;
import org.passk.settings.Surroundings;

/**
 * What a command line printed and how it ended.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int code, String out, String err) {
    /** A session that must not be asked for. */
    static final Sessions NONE = new Sessions() {
        @Override
        public SparkSession open(String study) {
            throw new IllegalStateException("no master answers\nat all");
        }

        @Override
        public void close(SparkSession session) {
            throw new IllegalStateException("there is no session");
        }
    };

    static CommandRun of(Sessions sessions, String... args) {
        return of(sessions, "", args);
    }

    static CommandRun of(Sessions sessions, String in, String[] args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = Surroundings.of(Map.of(), Map.of());
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        // Every look at the clock is half a millisecond later.
        AtomicLong nanos = new AtomicLong();
        int code = CommandLineApp.run(args, terminal, surroundings, sessions, clock, () -> nanos.addAndGet(500_000));
        return new CommandRun(code, out.toString(), err.toString());
    }
}
