package org.passk.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.passk.fault.PasskException;
import org.passk.report.Report;
import org.passk.report.SourceSummary;
import org.passk.spark.store.InputFile;

/**
 * What is written of a run beside its tables: {@code manifest.json} and {@code _STATUS.json}. These two alone hold times
 * and versions; everything else is a function of the input.
 */
public final class RunRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String command;
    private final String passkVersion;
    private final String sparkVersion;
    private final LoadedStudyFile study;
    private final Instant started;

    /**
     * A record.
     *
     * @param command the command
     * @param passkVersion version of passk
     * @param sparkVersion version of Spark
     * @param study the study
     * @param started when it began
     */
    public RunRecord(String command, String passkVersion, String sparkVersion, LoadedStudyFile study, Instant started) {
        this.command = command;
        this.passkVersion = passkVersion;
        this.sparkVersion = sparkVersion;
        this.study = study;
        this.started = started;
    }

    /** How the run ended, for the scheduler that started it. */
    public String status(Optional<Evaluation.Outcome> outcome, Optional<PasskException> trouble, Instant now) {
        ObjectNode root = JSON.createObjectNode();
        root.put("state", trouble.isEmpty() ? "done" : "failed");
        root.put("code", trouble.map(t -> t.kind().exitCode()).orElse(0));
        root.put("kind", trouble.map(t -> t.kind().name()).orElse("NONE"));
        root.put("message", trouble.map(Throwable::getMessage).orElse(""));
        root.put("tables_written", outcome.isPresent());
        outcome.ifPresent(o -> counts(root, o));
        times(root, now);
        return text(root);
    }

    private static void counts(ObjectNode root, Evaluation.Outcome outcome) {
        Report report = outcome.report();
        ObjectNode counts = root.putObject("counts");
        counts.put("files", report.sources().size());
        counts.put("read", report.read());
        counts.put("verdicts", report.verdicts());
        counts.put("quarantined", report.quarantined());
        counts.put("splits_verified", outcome.verifiedSplits());
        counts.put("splits_reused", outcome.reusedSplits());
    }

    private void times(ObjectNode root, Instant now) {
        root.put("command", command);
        root.put("study", study.file());
        root.put("started", started.toString());
        root.put("finished", now.toString());
    }

    /** What the run was made of: versions, the resolved study, every input file with its fingerprint, counts. */
    public String manifest(Evaluation.Outcome outcome, Instant now) {
        ObjectNode root = JSON.createObjectNode();
        root.put("passk_version", passkVersion);
        root.put("spark_version", sparkVersion);
        root.put("java_version", Runtime.version().toString());
        times(root, now);
        counts(root, outcome);
        outcome.programs().capabilities().ifPresent(found -> {
            ObjectNode programs = root.putObject("programs");
            programs.put("python_version", found.python().version());
            programs.put("numpy_version", found.numpy());
            programs.put("confinement", found.confinement().text());
            programs.put("run", outcome.programs().result().run());
            programs.put("cpu_seconds", outcome.programs().result().cpuSeconds());
            programs.put(
                    "sampled_under_official_limits", outcome.programs().result().sampled());
            programs.put(
                    "changed_by_official_limits", outcome.programs().result().changed());
        });
        ArrayNode sources = root.putArray("sources");
        for (int i = 0; i < outcome.files().size(); i++) {
            InputFile file = outcome.files().get(i);
            SourceSummary summary = outcome.report().sources().get(i);
            ObjectNode source = sources.addObject();
            source.put("path", file.path());
            source.put("format", file.format());
            source.put("bytes", file.length());
            source.put("modified", Instant.ofEpochMilli(file.modificationTime()).toString());
            source.put("etag", file.etag());
            ArrayNode checksums = source.putArray("crc32c");
            outcome.checksums(file.path()).forEach(sum -> checksums.add(Long.toHexString(sum)));
            source.put("read", summary.read());
            source.put("verdicts", summary.verdicts());
            source.put("quarantined", summary.quarantined());
        }
        try {
            root.set("resolved_study", JSON.readTree(study.study().resolvedJson()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return text(root);
    }

    private static String text(ObjectNode root) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
