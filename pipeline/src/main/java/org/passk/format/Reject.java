package org.passk.format;

import org.passk.fault.RejectReason;

/**
 * A record that was not used.
 *
 * @param position byte offset of the record in the decompressed stream (Parquet: row number)
 * @param answerIndex index of the answer within its record; where the rest of a wide record is lost, that of the first
 *     lost answer
 * @param reason the stable code
 * @param message what is wrong and what is expected
 * @param excerpt the first bytes of the record as text, bounded
 */
public record Reject(long position, int answerIndex, RejectReason reason, String message, String excerpt) {}
