package org.passk.spark.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Reads table files on the driver: small ones whole, others row by row. */
public final class TableFileReader {
    private TableFileReader() {}

    /**
     * All rows of a file.
     *
     * @param file its path
     * @param conf Hadoop's configuration
     * @return a row is an array with one value for each column, null where one is absent; values are String, Long, Integer,
     *     Double, Boolean
     * @throws IOException if the file cannot be read
     */
    public static List<Object[]> read(String file, Configuration conf) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        forEach(file, conf, rows::add);
        return rows;
    }

    /**
     * Goes through the rows of a file, in order, and holds none of them.
     *
     * @param file its path
     * @param conf Hadoop's configuration
     * @param action takes a row, as {@link #read} gives it
     * @throws IOException if the file cannot be read
     */
    public static void forEach(String file, Configuration conf, Consumer<Object[]> action) throws IOException {
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), new Path(file))
                .withConf(conf)
                .build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                action.accept(row(group));
            }
        }
    }

    private static Object[] row(Group group) {
        GroupType type = group.getType();
        Object[] row = new Object[type.getFieldCount()];
        for (int i = 0; i < row.length; i++) {
            if (group.getFieldRepetitionCount(i) > 0) {
                row[i] = value(group, i, type.getType(i));
            }
        }
        return row;
    }

    private static Object value(Group group, int field, Type type) {
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case INT64 -> group.getLong(field, 0);
            case INT32 -> group.getInteger(field, 0);
            case DOUBLE -> group.getDouble(field, 0);
            case BOOLEAN -> group.getBoolean(field, 0);
            default -> group.getString(field, 0);
        };
    }
}
