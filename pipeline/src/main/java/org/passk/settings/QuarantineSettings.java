package org.passk.settings;

import java.io.Serializable;

/**
 * What happens to records that cannot be used.
 *
 * @param maxShare the share of quarantined records above which the health gate fails, in [0, 1]
 * @param maxMessageChars length to which a message is cut, in characters, at least 1
 * @param firstBytes how many bytes of a rejected record are kept, at least 0
 */
public record QuarantineSettings(double maxShare, int maxMessageChars, int firstBytes) implements Serializable {
    /** Checks the ranges. */
    public QuarantineSettings {
        DoubleRange.SHARE.check("maxShare", maxShare);
        LongRange.POSITIVE_COUNT.check("maxMessageChars", maxMessageChars);
        LongRange.COUNT.check("firstBytes", firstBytes);
    }
}
