package org.passk.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.fault.RejectReason;
import org.passk.report.Report;
import org.passk.report.RunSummary;
import org.passk.report.SourceSummary;
import org.passk.settings.Settings;

/** Whether the result of a run can be trusted: asked after its tables are written, so that people can look at them. */
public final class HealthGate {
    private static final int REASONS = 3;

    private HealthGate() {}

    /**
     * What is wrong, if anything.
     *
     * @param report the report
     * @param settings the shares that are allowed
     * @return trouble of kind INPUT for an empty or damaged source or too many rejects, of kind HEALTH for too many faults of ours
     */
    public static Optional<PasskException> check(Report report, Settings settings) {
        List<String> input = new ArrayList<>();
        for (SourceSummary source : report.sources()) {
            if (source.read() == 0) {
                input.add(source.path() + ": holds no records");
            } else if (source.quarantined() > settings.quarantine().maxShare() * source.read()) {
                input.add(tooManyRejects(source, settings.quarantine().maxShare()));
            } else if (isBroken(source) && settings.quarantine().maxShare() < 1) {
                input.add(source.path() + ": is damaged, and how many records are lost is unknown" + reasons(source));
            }
        }
        if (!input.isEmpty()) {
            return Optional.of(PasskException.input(String.join("\n", input)));
        }
        if (report.waiting() > 0) {
            return Optional.of(new PasskException(
                    FaultKind.HEALTH,
                    report.waiting() + " samples have no verdict, because their programs were not run"));
        }
        long faults =
                report.runs().stream().mapToLong(run -> run.count("fault")).sum();
        long samples = report.runs().stream()
                .mapToLong((RunSummary run) -> run.count("n"))
                .sum();
        if (faults > settings.health().maxFaultShare() * (samples + faults)) {
            return Optional.of(new PasskException(
                    FaultKind.HEALTH,
                    faults + " of " + (samples + faults) + " verdicts are faults of passk (health.max_fault_share = "
                            + settings.health().maxFaultShare() + "); the next run tries them again"));
        }
        return Optional.empty();
    }

    /** The lost end of a stream is one rejected record, whatever it held: its share says nothing. */
    private static boolean isBroken(SourceSummary source) {
        return source.rejects().stream()
                .anyMatch(reject -> reject.reason().equals(RejectReason.BROKEN_STREAM.name()) && reject.count() > 0);
    }

    private static String tooManyRejects(SourceSummary source, double maxShare) {
        return String.format(
                        Locale.ROOT,
                        "%s: %d of %d records are quarantined (%.1f %%, quarantine.max_share = %s)",
                        source.path(),
                        source.quarantined(),
                        source.read(),
                        100.0 * source.quarantined() / source.read(),
                        maxShare)
                + reasons(source);
    }

    private static String reasons(SourceSummary source) {
        StringBuilder text = new StringBuilder();
        source.rejects().stream()
                .limit(REASONS)
                .forEach(reject -> text.append("\n  ")
                        .append(reject.reason())
                        .append(" × ")
                        .append(reject.count())
                        .append(", for example at ")
                        .append(reject.position())
                        .append(": ")
                        .append(reject.message()));
        return text.toString();
    }
}
