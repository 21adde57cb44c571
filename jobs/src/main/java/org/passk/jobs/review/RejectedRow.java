package org.passk.jobs.review;

/**
 * A row of a file of labels that was not used.
 *
 * @param file the file
 * @param line where the row begins, from 1
 * @param reason what is wrong with it, and what was expected
 */
public record RejectedRow(String file, long line, String reason) {}
