package org.passk.report;

import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of METRICS in the order of the report. There may be millions: they are gone through, one at a time, and not held.
 */
public interface MetricTable {
    /**
     * Goes through all rows, in order; the same ones each time.
     *
     * @param action takes a row
     * @throws java.io.UncheckedIOException if they are read from files, and these fail
     */
    void forEach(Consumer<MetricRow> action);

    /** A table of few rows. */
    static MetricTable of(List<MetricRow> rows) {
        return List.copyOf(rows)::forEach;
    }
}
