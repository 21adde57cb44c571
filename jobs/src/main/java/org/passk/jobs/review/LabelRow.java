package org.passk.jobs.review;

import org.passk.analysis.review.Label;

/**
 * A label that a reviewer gave.
 *
 * @param file the file that it stands in
 * @param line where its row begins, from 1
 * @param item the response
 * @param reviewer who gave it
 * @param label what they said
 */
record LabelRow(String file, long line, String item, String reviewer, Label label) {
    /** Where it stands, for messages. */
    String place() {
        return file + " line " + line;
    }
}
