package org.passk.report.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.passk.report.MetricRow;
import org.passk.report.MetricRow.Limits;
import org.passk.report.Report;
import org.passk.report.RunSummary;
import org.passk.report.SourceSummary;

/** The report for machines: {@code metrics.csv} and {@code report.json}. */
public final class ReportData {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final Report report;
    private final Map<String, String> labels = new HashMap<>();

    /**
     * A rendering.
     *
     * @param report what to tell
     */
    public ReportData(Report report) {
        this.report = report;
        report.runs().forEach(run -> labels.putIfAbsent(run.runId(), run.label()));
    }

    /**
     * METRICS as comma-separated values with a header; text cells in quotes (RFC 4180), numbers unrounded. Written row by row:
     * there may be millions.
     *
     * @param out where to; stays open
     * @throws IOException if it cannot be written to
     */
    public void csv(Writer out) throws IOException {
        out.write("metric,run,run_id,base_run,base_run_id,benchmark,slice,k,x,estimate,"
                + "upper_undecided,standard_error,low,high,level,method,target,problems,samples,min_n,max_n,flags\n");
        rows(row -> {
            out.write(line(row));
            out.write('\n');
        });
    }

    private String line(MetricRow row) {
        return String.join(
                ",",
                quoted(row.metric()),
                quoted(label(row.runId())),
                quoted(row.runId()),
                quoted(row.baseRunId().isEmpty() ? "" : label(row.baseRunId())),
                quoted(row.baseRunId()),
                quoted(row.benchmark()),
                quoted(row.slice()),
                Long.toString(row.k()),
                cell(row.x()),
                Numbers.exact(row.estimate()),
                Numbers.exact(row.upperUndecided()),
                cell(row.standardError()),
                cell(row, Limits::low),
                cell(row, Limits::high),
                cell(row, Limits::level),
                quoted(row.method()),
                quoted(row.target()),
                Long.toString(row.problems()),
                Long.toString(row.samples()),
                Long.toString(row.minN()),
                Long.toString(row.maxN()),
                quoted(row.flags()));
    }

    private String label(String runId) {
        return labels.getOrDefault(runId, runId);
    }

    private interface RowWriter {
        void write(MetricRow row) throws IOException;
    }

    private void rows(RowWriter writer) throws IOException {
        try {
            report.metrics().forEach(row -> {
                try {
                    writer.write(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String cell(OptionalDouble value) {
        return value.isPresent() ? Numbers.exact(value.getAsDouble()) : "";
    }

    private static String cell(MetricRow row, ToDoubleFunction<Limits> value) {
        return row.interval()
                .map(limits -> Numbers.exact(value.applyAsDouble(limits)))
                .orElse("");
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /**
     * Everything that the report holds, written row by row.
     *
     * @param out where to; stays open
     * @throws IOException if it cannot be written to
     */
    public void json(Writer out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            json.writeStringField("study", report.study());
            json.writeNumberField("records_read", report.read());
            json.writeNumberField("verdicts", report.verdicts());
            json.writeNumberField("quarantined", report.quarantined());
            if (!report.notes().isEmpty()) {
                json.writeArrayFieldStart("notes");
                for (String note : report.notes()) {
                    json.writeString(note);
                }
                json.writeEndArray();
            }
            array(json, "runs", report.runs(), ReportData::run);
            json.writeArrayFieldStart("metrics");
            rows(row -> {
                json.writeStartObject();
                metric(json, row);
                json.writeEndObject();
            });
            json.writeEndArray();
            array(json, "sources", report.sources(), ReportData::source);
            json.writeEndObject();
        }
        out.write('\n');
    }

    private interface Element<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    private static <T> void array(JsonGenerator json, String name, List<T> values, Element<T> writer)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            writer.write(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void run(JsonGenerator json, RunSummary run) throws IOException {
        json.writeStringField("run_id", run.runId());
        json.writeStringField("run", run.label());
        json.writeStringField("model", run.model());
        json.writeStringField("role", run.role());
        json.writeStringField("base", run.base());
        json.writeStringField("algorithm", run.algorithm());
        json.writeStringField("benchmark", run.benchmark());
        json.writeNumberField("problems", run.problems());
        optional(json, "problems_in_benchmark", run.problemsInBenchmark());
        json.writeNumberField("min_n", run.minN());
        json.writeNumberField("max_n", run.maxN());
        optional(json, "missing", run.missing());
        for (Map.Entry<String, Long> count : run.counts().entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
    }

    private static void optional(JsonGenerator json, String name, long value) throws IOException {
        if (value >= 0) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private static void optional(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsDouble());
        } else {
            json.writeNullField(name);
        }
    }

    private static OptionalDouble limit(MetricRow row, ToDoubleFunction<Limits> value) {
        return row.interval().isPresent()
                ? OptionalDouble.of(value.applyAsDouble(row.interval().get()))
                : OptionalDouble.empty();
    }

    private static void metric(JsonGenerator json, MetricRow row) throws IOException {
        json.writeStringField("metric", row.metric());
        json.writeStringField("run_id", row.runId());
        json.writeStringField("base_run_id", row.baseRunId());
        json.writeStringField("benchmark", row.benchmark());
        json.writeStringField("slice", row.slice());
        json.writeNumberField("k", row.k());
        optional(json, "x", row.x());
        json.writeNumberField("estimate", row.estimate());
        json.writeNumberField("upper_undecided", row.upperUndecided());
        optional(json, "standard_error", row.standardError());
        optional(json, "low", limit(row, Limits::low));
        optional(json, "high", limit(row, Limits::high));
        optional(json, "level", limit(row, Limits::level));
        json.writeStringField("method", row.method());
        json.writeStringField("target", row.target());
        json.writeNumberField("problems", row.problems());
        json.writeNumberField("samples", row.samples());
        json.writeNumberField("min_n", row.minN());
        json.writeNumberField("max_n", row.maxN());
        json.writeStringField("flags", row.flags());
    }

    private static void source(JsonGenerator json, SourceSummary source) throws IOException {
        json.writeStringField("path", source.path());
        json.writeStringField("format", source.format());
        json.writeNumberField("read", source.read());
        json.writeNumberField("verdicts", source.verdicts());
        json.writeNumberField("quarantined", source.quarantined());
        array(json, "rejects", source.rejects(), ReportData::reject);
    }

    private static void reject(JsonGenerator json, SourceSummary.RejectSummary reject) throws IOException {
        json.writeStringField("reason", reject.reason());
        json.writeNumberField("count", reject.count());
        json.writeNumberField("position", reject.position());
        json.writeStringField("message", reject.message());
    }
}
