package org.passk.jobs;

import java.util.List;
import java.util.Map;

/**
 * What a file of counts, or of log-probabilities, holds.
 *
 * @param file the file as the user named it
 * @param content {@code counts} or {@code scores}
 * @param format how it is written: {@code csv}, {@code jsonl} or {@code parquet}
 * @param fields its columns, or the fields of its first record, in the file's order
 * @param missing what passk knows and the file has not
 * @param looked whether its rows were looked at
 * @param rows all rows
 * @param used rows that can be read
 * @param rejected rows that cannot
 * @param rejects why, by reason
 * @param first the first rows that can be read, as they were understood: name to value
 * @param stated what the rows say of themselves: field to value to number of rows
 * @param totals what the rows come to: name to number
 */
public record RowFacts(
        String file,
        String content,
        String format,
        List<GenerationFacts.Field> fields,
        List<Missing> missing,
        boolean looked,
        long rows,
        long used,
        long rejected,
        List<GenerationFacts.Rejects> rejects,
        List<Map<String, String>> first,
        Map<String, Map<String, Long>> stated,
        Map<String, Long> totals)
        implements Explanation {
    /**
     * A column or field that the file has not.
     *
     * @param name its name
     * @param required whether a run refuses rows without it
     * @param instead what is taken in its place, or what it would be
     */
    public record Missing(String name, boolean required, String instead) {}

    /** Copies the lists. */
    public RowFacts {
        fields = List.copyOf(fields);
        missing = List.copyOf(missing);
        rejects = List.copyOf(rejects);
        first = List.copyOf(first);
    }

    @Override
    public boolean isUsable() {
        return missing.stream().noneMatch(Missing::required);
    }
}
