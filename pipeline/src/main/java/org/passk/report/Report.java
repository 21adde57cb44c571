package org.passk.report;

import java.util.List;
import java.util.Optional;

/**
 * The content of a report: a function of the tables, the same on every machine.
 *
 * @param study name of the study
 * @param runs runs by benchmark, in the order of the study
 * @param metrics all rows of METRICS
 * @param sources the input files, sorted by path
 * @param notes what readers have to know before they trust the numbers, a sentence each; mostly none
 */
public record Report(
        String study, List<RunSummary> runs, List<MetricRow> metrics, List<SourceSummary> sources, List<String> notes) {
    /** Copies the lists. */
    public Report {
        runs = List.copyOf(runs);
        metrics = List.copyOf(metrics);
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

    /** The row of a run at k about the population of problems and the whole of the data, if there is one. */
    public Optional<MetricRow> metric(String name, String runId, String benchmark, long k) {
        return metrics.stream()
                .filter(m -> m.metric().equals(name)
                        && m.runId().equals(runId)
                        && m.benchmark().equals(benchmark)
                        && m.slice().isEmpty()
                        && m.target().equals(MetricRow.POPULATION)
                        && m.k() == k)
                .findFirst();
    }

    /** How a run is called in tables. */
    public String label(String runId) {
        return runs.stream()
                .filter(r -> r.runId().equals(runId))
                .map(RunSummary::label)
                .findFirst()
                .orElse(runId);
    }
}
