package org.passk.analysis;

/** A metric of the whole that is reported as one of a part. */
final class SlicedMetric {
    private SlicedMetric() {}

    /** The same row under a slice. */
    static Metric of(Metric row, String slice) {
        return new Metric(
                row.name(),
                slice,
                row.k(),
                row.x(),
                row.estimate(),
                row.upperUndecided(),
                row.standardError(),
                row.interval(),
                row.target(),
                row.problems(),
                row.samples(),
                row.minN(),
                row.maxN(),
                row.flags());
    }
}
