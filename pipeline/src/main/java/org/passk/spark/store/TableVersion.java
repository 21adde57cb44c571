package org.passk.spark.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one version of the store holds.
 *
 * @param version number of the version, 0 for a store that holds nothing
 * @param parts files that list the segments, relative to the store
 * @param tables the files of each table, and what they were computed from
 */
record TableVersion(long version, List<String> parts, Map<String, Table> tables) {
    /** A store that holds nothing. */
    static final TableVersion EMPTY = new TableVersion(0, List.of(), Map.of());

    /**
     * A table.
     *
     * @param basis digest of everything that the table was computed from
     * @param files its files, in the order of their rows
     */
    record Table(String basis, List<SegmentCommit.TableFile> files) {
        Table {
            files = List.copyOf(files);
        }
    }

    TableVersion {
        parts = List.copyOf(parts);
        tables = new TreeMap<>(tables);
    }
}
