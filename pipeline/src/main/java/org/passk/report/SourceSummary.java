package org.passk.report;

import java.util.List;

/**
 * What became of one input file.
 *
 * @param path the file, relative to the study where it lies below it
 * @param format its format
 * @param read records read
 * @param verdicts records with a verdict
 * @param quarantined records rejected
 * @param rejects rejected records by reason, the commonest first
 */
public record SourceSummary(
        String path, String format, long read, long verdicts, long quarantined, List<RejectSummary> rejects) {
    /**
     * Rejected records of one reason.
     *
     * @param reason the stable code
     * @param count how many
     * @param position position of the first
     * @param message message of the first
     */
    public record RejectSummary(String reason, long count, long position, String message) {}

    /** Copies the list. */
    public SourceSummary {
        rejects = List.copyOf(rejects);
    }
}
