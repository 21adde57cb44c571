package org.passk.format;

/**
 * What reading a range came to.
 *
 * @param records samples and rejects: counted where a record ends, before any verdict
 * @param bytes bytes of the decompressed stream that were read
 * @param checksum CRC32C over the bytes of the range's records
 */
public record ReadSummary(long records, long bytes, long checksum) {}
