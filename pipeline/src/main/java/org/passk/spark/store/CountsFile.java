package org.passk.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.passk.fault.RejectException;
import org.passk.format.CountsCsv;
import org.passk.format.CountsRecord;
import org.passk.format.CountsRow;
import org.passk.format.CountsSink;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;
import org.passk.format.Reject;
import org.passk.spark.store.ParquetRows.Kind;

/** Files of counts: n and c of a run's problems, instead of generations. */
public final class CountsFile {
    /** The format's name in a study. A file whose name ends in {@code .parquet} is read as Parquet, others as CSV. */
    public static final String NAME = "counts";

    /** The format of files of counts in Parquet. */
    static final String PARQUET = "counts-parquet";

    private static final Map<String, Kind> COLUMNS = columns();

    private CountsFile() {}

    /** Whether a file of this format holds counts. */
    public static boolean holdsCounts(String format) {
        return format.equals(NAME) || format.equals(PARQUET);
    }

    private static Map<String, Kind> columns() {
        Map<String, Kind> columns = new TreeMap<>();
        CountsCsv.COLUMNS.forEach((name, kind) -> columns.put(
                name,
                switch (kind) {
                    case TEXT -> Kind.STRING;
                    case NATURAL -> Kind.NATURAL;
                    case NUMBER -> Kind.NUMBER;
                }));
        return Map.copyOf(columns);
    }

    /** The number of row groups of a Parquet file, after a check of its columns. */
    static int rowGroups(Path path, Configuration conf) throws IOException {
        return ParquetRows.rowGroups(path, CountsCsv.REQUIRED, COLUMNS, conf);
    }

    /**
     * Reads the rows of a split.
     *
     * @param split row groups of a Parquet file, or a whole file of comma-separated values
     * @param limits what a row may cost
     * @param firstBytes how many bytes of a rejected row are kept
     * @param sink receives rows and rejects
     * @param conf Hadoop's configuration
     * @return what was read; a row counts for its samples
     */
    static ReadSummary read(InputSplit split, ReadLimits limits, int firstBytes, CountsSink sink, Configuration conf)
            throws IOException {
        Path path = new Path(split.path());
        if (split.format().equals(PARQUET)) {
            return readRows(path, split.start(), split.end(), limits, sink, conf);
        }
        try (InputStream in =
                Decompression.of(path).open(path.getFileSystem(conf).open(path))) {
            return new CountsCsv(split.path(), limits, firstBytes).read(in, sink);
        }
    }

    /** Reads row groups of a Parquet file. */
    static ReadSummary readRows(
            Path path, long firstGroup, long endGroup, ReadLimits limits, CountsSink sink, Configuration conf)
            throws IOException {
        return ParquetRows.read(path, firstGroup, endGroup, COLUMNS, new Rows(limits, sink), conf);
    }

    private record Rows(ReadLimits limits, CountsSink sink) implements ParquetRows.Sink {
        @Override
        public long row(Group row, long position) {
            try {
                CountsRecord record = new CountsRecord();
                for (Type field : row.getType().getFields()) {
                    if (row.getFieldRepetitionCount(field.getName()) > 0) {
                        set(record, row, field);
                    }
                }
                CountsRow counts = record.row(position, limits);
                sink.counts(counts);
                return counts.n();
            } catch (RejectException e) {
                sink.reject(new Reject(position, 0, e.reason(), e.getMessage(), ""));
                return 1;
            }
        }

        private void set(CountsRecord record, Group row, Type field) throws RejectException {
            String name = field.getName();
            boolean text = field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
            if (COLUMNS.get(name) == Kind.NUMBER) {
                record.number(name, ParquetRows.number(row, field));
            } else if (text) {
                record.string(name, ParquetRows.text(row, name, limits));
            } else {
                record.natural(name, ParquetRows.integer(row, field));
            }
        }

        @Override
        public void reject(Reject reject) {
            sink.reject(reject);
        }
    }
}
