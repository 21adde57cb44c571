package org.passk.settings;

import java.io.Serializable;
import java.util.List;

/**
 * A set of files with log-probabilities of texts.
 *
 * @param path pattern of their paths, as written
 * @param format {@code jsonl}, {@code parquet}, or {@code auto}: parquet for names that end so, else jsonl
 */
public record ScoreSpec(String path, String format) implements Serializable {
    /** The formats; the first is the default. */
    static final List<String> FORMATS = List.of(LegalNames.AUTO, "jsonl", "parquet");

    /** Checks both. */
    public ScoreSpec {
        if (!NameRule.isPlain(path)) {
            throw new IllegalArgumentException("path is empty or has control characters");
        }
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException("format \"" + format + "\" is not one of " + FORMATS);
        }
    }

    /**
     * Whether a file of this set is Parquet.
     *
     * @param name the file's name
     */
    public boolean isParquet(String name) {
        return format.equals("parquet") || (format.equals(LegalNames.AUTO) && name.endsWith(".parquet"));
    }
}
