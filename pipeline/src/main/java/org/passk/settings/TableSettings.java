package org.passk.settings;

import java.io.Serializable;

/**
 * How the reduced tables are written.
 *
 * @param rowsPerFile rows of one file that are aimed at, at least 1
 */
public record TableSettings(long rowsPerFile) implements Serializable {
    /** Checks the range. */
    public TableSettings {
        LongRange.POSITIVE.check("rowsPerFile", rowsPerFile);
    }
}
