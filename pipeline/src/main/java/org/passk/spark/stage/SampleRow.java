package org.passk.spark.stage;

import org.passk.format.SampleStats;
import org.passk.model.StoredVerdict;

/**
 * What is kept of a sample beside its verdict; the columns of SAMPLES.
 *
 * @param runId id of its run
 * @param benchmark name of its benchmark
 * @param problemId id of its problem
 * @param source what separates equal sample indexes of one run
 * @param path the input file
 * @param position byte offset in the decompressed stream, or row number
 * @param answerIndex index of the answer within its record
 * @param sampleIndex index of the sample within its source
 * @param truncated whether it was cut off at the token limit
 * @param textHash 64-bit hash of its text
 * @param stored the input's own verdict
 * @param stats numbers beside the text
 */
record SampleRow(
        String runId,
        String benchmark,
        String problemId,
        String source,
        String path,
        long position,
        int answerIndex,
        long sampleIndex,
        boolean truncated,
        long textHash,
        StoredVerdict stored,
        SampleStats stats) {

    /** What its share of the tallies is kept by. */
    String[] key() {
        return new String[] {runId, benchmark, problemId, source, path};
    }
}
