package org.passk.settings;

import java.io.Serializable;

/**
 * How input files are cut.
 *
 * @param bytes size of a split that is aimed at, in bytes, at least 1
 */
public record SplitSettings(long bytes) implements Serializable {
    /** Checks the range. */
    public SplitSettings {
        LongRange.POSITIVE.check("bytes", bytes);
    }
}
