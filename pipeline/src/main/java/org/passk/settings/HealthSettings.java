package org.passk.settings;

import java.io.Serializable;

/**
 * When a finished run is called unhealthy.
 *
 * @param maxFaultShare the share of verdicts that are faults above which the health gate fails, in [0, 1]
 */
public record HealthSettings(double maxFaultShare) implements Serializable {
    /** Checks the range. */
    public HealthSettings {
        DoubleRange.SHARE.check("maxFaultShare", maxFaultShare);
    }
}
