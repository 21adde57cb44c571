package org.passk.format;

import org.passk.model.StoredVerdict;

/**
 * One generation without its text: the text was handed to {@link RecordSink#text} as it streamed by, and {@code held} is
 * what the sink chose to keep of it.
 *
 * @param <T> what the sink keeps of a text
 * @param position byte offset of the record in the decompressed stream (Parquet: row number)
 * @param answerIndex index of the answer within its record, 0 where a record is one answer
 * @param fields what the record says of itself
 * @param sampleIndex index of the sample within its source
 * @param finishReason why the generation ended ({@code stop}, {@code length}, ...), or empty
 * @param stored the input's own verdict
 * @param stats numbers beside the text
 * @param held what the sink kept
 */
public record Sample<T>(
        long position,
        int answerIndex,
        RecordFields fields,
        long sampleIndex,
        String finishReason,
        StoredVerdict stored,
        SampleStats stats,
        T held) {}
