package org.passk.spark.store;

import java.io.Serializable;

/**
 * An input file as the run was planned.
 *
 * @param path fully qualified
 * @param length in bytes
 * @param modificationTime in milliseconds since 1970
 * @param etag the store's own version mark, or empty
 * @param format the name of its format
 * @param context what the study and the path say of its records
 */
public record InputFile(
        String path, long length, long modificationTime, String etag, String format, SourceContext context)
        implements Serializable {}
