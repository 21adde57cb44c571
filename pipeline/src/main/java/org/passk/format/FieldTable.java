package org.passk.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of names with their meanings, in the order in which they are written down. */
final class FieldTable {
    private static final String[][] SAMPLING_ROWS = {
        {"model", "the model"},
        {"benchmark", "the benchmark"},
        {"seed", "sampling seed: names the source"},
        {"step", "training step: part of the run"},
        {"prompt_kind", "kind of prompt: part of the run"},
        {"temperature", "sampling temperature: part of the run"},
        {"top_p", "nucleus mass: part of the run"},
        {"max_tokens", "limit of new tokens: part of the run"}
    };

    /** What {@link SamplingField} reads, in every format. */
    static final Map<String, String> SAMPLING = of(SAMPLING_ROWS);

    private FieldTable() {}

    /** A table of these rows. */
    static Map<String, String> of(String[][] rows) {
        return of(rows, Map.of());
    }

    /** A table of these rows, followed by those of another. */
    static Map<String, String> of(String[][] rows, Map<String, String> more) {
        Map<String, String> table = new LinkedHashMap<>();
        for (String[] row : rows) {
            table.put(row[0], row[1]);
        }
        table.putAll(more);
        return Collections.unmodifiableMap(table);
    }
}
