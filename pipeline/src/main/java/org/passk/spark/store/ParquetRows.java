package org.passk.spark.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.passk.fault.PasskException;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;
import org.passk.format.Reject;
import org.passk.model.UnicodeText;

/** Reads Parquet files of rows, whoever made them: damage is told from trouble of the file system, and costs a row group. */
final class ParquetRows {
    /** What a column holds. */
    enum Kind {
        STRING,
        NATURAL,
        NUMBER,
        TRUTH
    }

    private static final Pattern FROM_THE_DATA = Pattern.compile("can not read|Expected -?[0-9]+ values");

    private ParquetRows() {}

    /** Takes the rows, in order. */
    interface Sink {
        /**
         * Takes a row.
         *
         * @return how many records it is
         */
        long row(Group row, long position);

        /** Takes what cannot be read: one record. */
        void reject(Reject reject);
    }

    /** The number of row groups, after a check that the file has the required columns, and known ones of legal types. */
    static int rowGroups(Path path, List<String> requiredColumns, Map<String, Kind> known, Configuration conf)
            throws IOException {
        try (ParquetFileReader reader = open(path, conf)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (String required : requiredColumns) {
                if (!schema.containsField(required)) {
                    throw PasskException.input(path + ": the column " + required + " is missing (found: "
                            + String.join(
                                    ", ",
                                    schema.getFields().stream()
                                            .map(Type::getName)
                                            .toList()) + ")");
                }
            }
            projection(path, schema, known);
            return reader.getRowGroups().size();
        }
    }

    /** The names of the file's columns, known or not. */
    static List<String> columns(Path path, Configuration conf) throws IOException {
        try (ParquetFileReader reader = open(path, conf)) {
            return reader.getFileMetaData().getSchema().getFields().stream()
                    .map(Type::getName)
                    .toList();
        }
    }

    private static ParquetFileReader open(Path path, Configuration conf) throws IOException {
        try {
            // Where the pages carry checksums they are verified: decoders turn damaged text into other text.
            ParquetReadOptions options = HadoopReadOptions.builder(conf, path)
                    .usePageChecksumVerification(true)
                    .build();
            HadoopInputFile file = HadoopInputFile.fromPath(path, conf);
            ParquetFileReader reader = ParquetFileReader.open(file, options);
            String doubt = doubt(reader, file.getLength());
            if (doubt.isEmpty()) {
                return reader;
            }
            reader.close();
            throw unreadable(path, doubt);
        } catch (PasskException e) {
            throw e;
        } catch (IOException e) {
            if (isDamage(e)) {
                throw unreadable(path, firstLine(e));
            }
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(path, firstLine(e));
        }
    }

    private static PasskException unreadable(Path path, String why) {
        return PasskException.input(path + ": no readable Parquet file: " + UnicodeText.plain(why));
    }

    /** What the footer says that cannot be, or empty: the library believes it, and rows would be lost or made up. */
    private static String doubt(ParquetFileReader reader, long fileBytes) {
        MessageType schema = reader.getFileMetaData().getSchema();
        for (BlockMetaData block : reader.getRowGroups()) {
            if (block.getRowCount() < 0) {
                return "a row group of " + block.getRowCount() + " rows";
            }
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                long start = chunk.getStartingPos();
                if (start < 0 || chunk.getTotalSize() < 0 || start > fileBytes - chunk.getTotalSize()) {
                    return "the column " + chunk.getPath().toDotString() + " lies outside of the file";
                }
                String[] column = chunk.getPath().toArray();
                if (!schema.containsPath(column)) {
                    return "the column " + chunk.getPath().toDotString() + " is not in the schema";
                }
                boolean repeated = schema.getMaxRepetitionLevel(column) > 0;
                if (!repeated && chunk.getValueCount() != block.getRowCount()) {
                    return "the column " + chunk.getPath().toDotString() + " has " + chunk.getValueCount()
                            + " values for " + block.getRowCount() + " rows";
                }
            }
        }
        return "";
    }

    /**
     * Whether the data is to blame and not the file system: Parquet says "can not read" of a header or footer that it has
     * in memory and cannot decode, "Expected N values" of pages that hold another number than the footer says, and the end of a stream comes early only where lengths in the file are wrong.
     */
    private static boolean isDamage(IOException e) {
        return e instanceof EOFException
                || FROM_THE_DATA.matcher(String.valueOf(e.getMessage())).lookingAt();
    }

    /** Reads the rows of some row groups. */
    static ReadSummary read(
            Path path, long firstGroup, long endGroup, Map<String, Kind> known, Sink sink, Configuration conf)
            throws IOException {
        long records = 0;
        long bytes = 0;
        try (ParquetFileReader reader = open(path, conf)) {
            MessageType projection = projection(path, reader.getFileMetaData().getSchema(), known);
            reader.setRequestedSchema(projection);
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(projection);
            long position = 0;
            List<BlockMetaData> groups = reader.getRowGroups();
            if (endGroup > groups.size()) {
                throw PasskException.input(path + ": has " + groups.size() + " row groups, but had " + endGroup
                        + " when the run was planned; run again when the file is complete");
            }
            for (int group = 0; group < endGroup; group++) {
                BlockMetaData block = groups.get(group);
                if (group < firstGroup) {
                    position += block.getRowCount();
                    continue;
                }
                bytes += block.getTotalByteSize();
                long read = rowGroup(reader, group, columns, position, sink);
                records += read;
                position += block.getRowCount();
            }
        }
        return new ReadSummary(records, bytes, 0);
    }

    /** Reads one row group; when its pages are damaged, what follows in it is one rejected record. */
    private static long rowGroup(ParquetFileReader reader, int group, MessageColumnIO columns, long firstRow, Sink sink)
            throws IOException {
        long position = firstRow;
        long records = 0;
        Group row;
        // On the heap, as the options say: Spark 3.5's Parquet has no way to close it, and nothing has to be released.
        PageReadStore pages;
        try {
            pages = reader.readRowGroup(group);
        } catch (IOException e) {
            if (isDamage(e)) {
                return damaged(position, e, sink);
            }
            throw e;
        } catch (RuntimeException e) {
            return damaged(position, e, sink);
        }
        RecordReader<Group> rows = null;
        long end = firstRow + pages.getRowCount();
        while (position < end) {
            try {
                if (rows == null) {
                    rows = columns.getRecordReader(pages, new GroupRecordConverter(columns.getType()));
                }
                row = rows.read();
            } catch (RuntimeException e) {
                return records + damaged(position, e, sink);
            }
            records += sink.row(row, position);
            position++;
        }
        return records;
    }

    /** What is left of a row group is one rejected record. */
    private static long damaged(long position, Exception e, Sink sink) {
        String message = "the row group is damaged: " + firstLine(e);
        sink.reject(new Reject(position, 0, RejectReason.BROKEN_STREAM, message, ""));
        return 1;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    static String text(Group row, String name, ReadLimits limits) throws RejectException {
        // A character takes 1 to 3 bytes: a longer text is not even decoded.
        if (row.getBinary(name, 0).length() <= 3L * limits.maxTextChars()) {
            String text = decoded(row, name);
            if (text.length() <= limits.maxTextChars()) {
                return text;
            }
        }
        throw new RejectException(
                RejectReason.TOO_LARGE,
                "\"" + name + "\" is longer than " + limits.maxTextChars() + " (limits.max_text_bytes)");
    }

    /** The library would put the same replacement character for different bytes. */
    private static String decoded(Group row, String name) throws RejectException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(row.getBinary(name, 0).toByteBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RejectException(RejectReason.WRONG_TYPE, "\"" + name + "\" is no UTF-8 text, expected a string");
        }
    }

    static long integer(Group row, Type field) {
        return field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32
                ? row.getInteger(field.getName(), 0)
                : row.getLong(field.getName(), 0);
    }

    static double number(Group row, Type field) {
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case FLOAT -> row.getFloat(field.getName(), 0);
            case INT32 -> row.getInteger(field.getName(), 0);
            case INT64 -> row.getLong(field.getName(), 0);
            default -> row.getDouble(field.getName(), 0);
        };
    }

    /** The known columns of the file, each checked for its type. */
    private static MessageType projection(Path path, MessageType schema, Map<String, Kind> known) {
        List<Type> fields = new ArrayList<>();
        for (Type field : schema.getFields()) {
            Kind kind = known.get(field.getName());
            if (kind == null) {
                continue;
            }
            if (!legal(kind, field)) {
                throw PasskException.input(path + ": the column " + field.getName() + " has the type " + field
                        + ", expected " + expected(kind));
            }
            fields.add(field);
        }
        return new MessageType(schema.getName(), fields);
    }

    private static boolean legal(Kind kind, Type field) {
        if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
            return false;
        }
        PrimitiveTypeName type = field.asPrimitiveType().getPrimitiveTypeName();
        Set<PrimitiveTypeName> integers = Set.of(PrimitiveTypeName.INT32, PrimitiveTypeName.INT64);
        return switch (kind) {
            case STRING ->
                type == PrimitiveTypeName.BINARY || (field.getName().equals("problem_id") && integers.contains(type));
            case NATURAL -> integers.contains(type);
            case NUMBER ->
                integers.contains(type) || type == PrimitiveTypeName.DOUBLE || type == PrimitiveTypeName.FLOAT;
            case TRUTH -> type == PrimitiveTypeName.BOOLEAN;
        };
    }

    private static String expected(Kind kind) {
        return switch (kind) {
            case STRING -> "a string";
            case NATURAL -> "an integer";
            case NUMBER -> "a number";
            case TRUTH -> "a truth value";
        };
    }
}
