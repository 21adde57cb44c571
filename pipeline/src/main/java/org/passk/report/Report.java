package org.passk.report;

import java.util.List;

/**
 * The content of a report: a function of the tables, the same on every machine.
 *
 * @param study name of the study
 * @param runs runs by benchmark, in the order of the study
 * @param metrics all rows of METRICS, in the order of the report
 * @param sources the input files, sorted by path
 * @param notes what readers have to know before they trust the numbers, a sentence each; mostly none
 */
public record Report(
        String study, List<RunSummary> runs, MetricTable metrics, List<SourceSummary> sources, List<String> notes) {
    /** Copies the lists. */
    public Report {
        runs = List.copyOf(runs);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /** Records read. */
    public long read() {
        return sources.stream().mapToLong(SourceSummary::read).sum();
    }

    /** Records rejected; records whose identity was read before are among them. */
    public long quarantined() {
        return sources.stream().mapToLong(SourceSummary::quarantined).sum();
    }

    /** Records with a verdict that counts. */
    public long verdicts() {
        return sources.stream().mapToLong(SourceSummary::verdicts).sum();
    }

    /** Records whose programs were not run. */
    public long waiting() {
        return read() - quarantined() - verdicts();
    }

    /** The names of the benchmarks, in the order of their first run. */
    public List<String> benchmarks() {
        return runs.stream().map(RunSummary::benchmark).distinct().toList();
    }
}
