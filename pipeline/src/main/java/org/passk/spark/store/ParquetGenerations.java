package org.passk.spark.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.passk.fault.RejectException;
import org.passk.format.LongRecord;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.spark.store.ParquetRows.Kind;

/** passk's own long form in Parquet: the columns of the JSON lines form, a row a generation. */
final class ParquetGenerations {
    /** The name of the format. */
    static final String NAME = "passk-parquet";

    private static final Map<String, Kind> COLUMNS = Map.ofEntries(
            Map.entry("model", Kind.STRING),
            Map.entry("benchmark", Kind.STRING),
            Map.entry("problem_id", Kind.STRING),
            Map.entry("sample_index", Kind.NATURAL),
            Map.entry("text", Kind.STRING),
            Map.entry("finish_reason", Kind.STRING),
            Map.entry("num_tokens", Kind.NATURAL),
            Map.entry("sum_logprob", Kind.NUMBER),
            Map.entry("mean_entropy", Kind.NUMBER),
            Map.entry("score", Kind.NUMBER),
            Map.entry("stored_verdict", Kind.TRUTH),
            Map.entry("seed", Kind.NATURAL),
            Map.entry("step", Kind.NATURAL),
            Map.entry("prompt_kind", Kind.STRING),
            Map.entry("temperature", Kind.NUMBER),
            Map.entry("top_p", Kind.NUMBER),
            Map.entry("max_tokens", Kind.NATURAL),
            Map.entry("question", Kind.STRING),
            Map.entry("answer", Kind.STRING));

    private static final List<String> REQUIRED = List.of("problem_id", "sample_index", "text");

    private ParquetGenerations() {}

    /** The number of row groups, after a check that the file has the required columns. */
    static int rowGroups(Path path, Configuration conf) throws IOException {
        return ParquetRows.rowGroups(path, REQUIRED, COLUMNS, conf);
    }

    /** Reads the rows of some row groups. */
    static <T> ReadSummary read(
            Path path, long firstGroup, long endGroup, ReadLimits limits, RecordSink<T> sink, Configuration conf)
            throws IOException {
        return ParquetRows.read(path, firstGroup, endGroup, COLUMNS, new Rows<>(limits, sink), conf);
    }

    /** A row is a record, whatever it holds. */
    private record Rows<T>(ReadLimits limits, RecordSink<T> sink) implements ParquetRows.Sink {
        @Override
        public long row(Group row, long position) {
            ParquetGenerations.row(row, position, limits, sink);
            return 1;
        }

        @Override
        public void reject(Reject reject) {
            sink.reject(reject);
        }
    }

    private static <T> void row(Group row, long position, ReadLimits limits, RecordSink<T> sink) {
        try {
            LongRecord<T> record = new LongRecord<>(limits);
            for (Type field : row.getType().getFields()) {
                if (row.getFieldRepetitionCount(field.getName()) > 0) {
                    set(record, row, field, limits, sink);
                }
            }
            record.end(position, sink);
        } catch (RejectException e) {
            sink.reject(new Reject(position, 0, e.reason(), e.getMessage(), ""));
        }
    }

    private static <T> void set(LongRecord<T> record, Group row, Type field, ReadLimits limits, RecordSink<T> sink)
            throws RejectException {
        String name = field.getName();
        switch (COLUMNS.get(name)) {
            case STRING -> {
                if (field.asPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
                    record.natural(name, ParquetRows.integer(row, field));
                    return;
                }
                record.string(name, ParquetRows.text(row, name, limits), sink);
            }
            case NATURAL -> record.natural(name, ParquetRows.integer(row, field));
            case NUMBER -> record.number(name, ParquetRows.number(row, field));
            case TRUTH -> record.stored(row.getBoolean(name, 0));
        }
    }
}
