package org.passk.settings;

import java.io.Serializable;
import java.util.Objects;

/**
 * Everything that a study file and the defaults say.
 *
 * @param study what is measured
 * @param quarantine what happens to records that cannot be used
 * @param splits how input files are cut
 * @param limits the bounds on one record
 * @param verify how generations are verified
 * @param health when a run is unhealthy
 * @param segments how segments are written
 * @param tables how tables are written
 * @param metrics how metrics are computed
 */
public record Settings(
        Study study,
        QuarantineSettings quarantine,
        SplitSettings splits,
        LimitSettings limits,
        VerifySettings verify,
        HealthSettings health,
        SegmentSettings segments,
        TableSettings tables,
        MetricSettings metrics)
        implements Serializable {
    /** Checks that every part is present. */
    public Settings {
        Objects.requireNonNull(study, "study");
        Objects.requireNonNull(quarantine, "quarantine");
        Objects.requireNonNull(splits, "splits");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(verify, "verify");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(segments, "segments");
        Objects.requireNonNull(tables, "tables");
        Objects.requireNonNull(metrics, "metrics");
    }
}
