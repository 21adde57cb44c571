package org.passk.jobs.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.passk.spark.stage.Progress;

/** Prints how verification goes on: a line whenever something has changed, at most every few seconds. */
final class ProgressPrinter implements Progress {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final Clock clock;
    private final Instant start;
    private Instant next;
    private int printed;

    ProgressPrinter(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.start = clock.instant();
        this.next = start.plus(INTERVAL);
    }

    @Override
    public void verified(int doneSplits, int allSplits, long doneBytes, long allBytes, long records, long quarantined) {
        Instant now = clock.instant();
        boolean done = doneSplits == allSplits;
        if (now.isBefore(next) || (done && printed == 0)) {
            return;
        }
        next = now.plus(INTERVAL);
        printed++;
        double seconds = Math.max(1, Duration.between(start, now).toMillis()) / 1000.0;
        String eta = done || doneBytes == 0
                ? ""
                : String.format(Locale.ROOT, ", about %.0f s left", seconds * (allBytes - doneBytes) / doneBytes);
        err.println(String.format(
                Locale.ROOT,
                "verify: %d of %d splits, %,d records, %,.0f records/s, %,d quarantined%s",
                doneSplits,
                allSplits,
                records,
                records / seconds,
                quarantined,
                eta));
    }

    @Override
    public void programs(long run) {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(INTERVAL);
            err.println(String.format(Locale.ROOT, "programs: %,d run", run));
        }
    }
}
