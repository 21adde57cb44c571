package org.passk.spark.store;

import java.io.Serializable;
import org.passk.model.Digests;

/**
 * A part of an input file that one task reads.
 *
 * @param path the file, fully qualified
 * @param fileLength its length when the run was planned, in bytes
 * @param modificationTime its modification time then, in milliseconds since 1970
 * @param etag the store's own version mark, or empty
 * @param format the name of its format
 * @param start first byte, or first row group of a Parquet file
 * @param end first byte or row group after the split
 * @param context what the study and the path say of its records
 */
public record InputSplit(
        String path,
        long fileLength,
        long modificationTime,
        String etag,
        String format,
        long start,
        long end,
        SourceContext context)
        implements Serializable {

    /**
     * The key of the segment that this split becomes: equal when neither the input nor anything that a verdict depends
     * on has changed.
     *
     * @param meaning what else the rows depend on: verifier, settings, references
     */
    public String segmentKey(String meaning) {
        return Digests.sha256("segment 1\n" + withoutEntry() + "\n" + meaning).substring(0, 32);
    }

    /** The order of a study's entries means nothing to a verdict. */
    private InputSplit withoutEntry() {
        return new InputSplit(path, fileLength, modificationTime, etag, format, start, end, context.withEntry(0));
    }

    /** How much there is to read, in bytes, as far as the file's length tells. */
    public long bytes() {
        return Math.min(end, fileLength) - Math.min(start, fileLength);
    }
}
