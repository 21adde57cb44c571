package org.passk.settings;

import java.io.Serializable;
import java.time.Duration;

/**
 * How segments are written and committed.
 *
 * @param batchRows rows that a task holds before it writes them, at least 1
 * @param commitInterval time between two commits of finished segments by the driver, in [1 ms, 1 h]
 * @param rowGroupBytes size of a row group that is aimed at, in bytes, at least 1
 */
public record SegmentSettings(int batchRows, Duration commitInterval, long rowGroupBytes) implements Serializable {
    static final LongRange COMMIT_MILLIS = new LongRange(1, 3_600_000);

    /** Checks the ranges. */
    public SegmentSettings {
        LongRange.POSITIVE_COUNT.check("batchRows", batchRows);
        COMMIT_MILLIS.check("commitInterval in milliseconds", commitInterval.toMillis());
        LongRange.POSITIVE.check("rowGroupBytes", rowGroupBytes);
    }
}
