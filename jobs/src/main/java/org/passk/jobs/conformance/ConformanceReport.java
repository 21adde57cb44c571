package org.passk.jobs.conformance;

import java.util.List;

/**
 * How all files of a folder came out.
 *
 * @param files the files with cases, sorted by path
 * @param skipped what was left out, a line for each file: its path and why
 * @param badLines lines that are no case, a message for each: path, line and what is wrong
 */
public record ConformanceReport(List<FileScore> files, List<String> skipped, List<String> badLines) {
    /** Copies the lists. */
    public ConformanceReport {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
        badLines = List.copyOf(badLines);
    }
}
