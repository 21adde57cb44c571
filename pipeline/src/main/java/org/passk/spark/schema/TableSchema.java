package org.passk.spark.schema;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of one table, in order. A row is an array with one value for each column.
 *
 * @param name the table's name
 * @param columns the columns
 */
public record TableSchema(String name, List<Column> columns) implements Serializable {
    /**
     * One column.
     *
     * @param name the name, in snake case
     * @param type the type
     * @param optional whether a row may leave it out (null)
     */
    public record Column(String name, ColumnType type, boolean optional) implements Serializable {}

    /** Copies the columns. */
    public TableSchema {
        columns = List.copyOf(columns);
    }

    /** The names of the columns, in order. */
    public String[] names() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    /** The schema for Spark. */
    public StructType spark() {
        List<StructField> fields = new ArrayList<>();
        for (Column column : columns) {
            fields.add(DataTypes.createStructField(column.name(), column.type().spark(), column.optional()));
        }
        return DataTypes.createStructType(fields);
    }

    /**
     * The rows of files of this table; none for none.
     *
     * @param session the session
     * @param files the files' full paths
     */
    public Dataset<Row> read(SparkSession session, List<String> files) {
        return files.isEmpty()
                ? session.createDataFrame(new ArrayList<Row>(), spark())
                : session.read().schema(spark()).parquet(files.toArray(String[]::new));
    }

    /** The schema for Parquet. */
    public MessageType parquet() {
        List<Type> fields = new ArrayList<>();
        for (Column column : columns) {
            fields.add(column.type().parquet(column.name(), column.optional()));
        }
        return new MessageType("passk_" + name, fields);
    }

    /** Writes rows as Parquet records. */
    public RowWriter writer(RecordConsumer consumer) {
        return new RowWriter(this, consumer);
    }

    /** Writes rows of one table, one after the other. Not thread-safe. */
    public static final class RowWriter {
        private final List<Column> columns;
        private final RecordConsumer consumer;
        private final Object[] texts;
        private final Binary[] encoded;

        private RowWriter(TableSchema schema, RecordConsumer consumer) {
            this.columns = schema.columns;
            this.consumer = consumer;
            this.texts = new Object[columns.size()];
            this.encoded = new Binary[columns.size()];
        }

        /** Writes one row. */
        public void write(Object[] row) {
            consumer.startMessage();
            for (int i = 0; i < row.length; i++) {
                if (row[i] != null) {
                    Column column = columns.get(i);
                    consumer.startField(column.name(), i);
                    if (column.type() == ColumnType.STRING) {
                        consumer.addBinary(text(i, row[i]));
                    } else {
                        column.type().write(consumer, row[i]);
                    }
                    consumer.endField(column.name(), i);
                }
            }
            consumer.endMessage();
        }

        /** Sorted rows mostly hold the very text of the row before: it is encoded once. */
        private Binary text(int column, Object text) {
            if (texts[column] != text) {
                texts[column] = text;
                encoded[column] = ColumnType.encode((String) text);
            }
            return encoded[column];
        }
    }

    /** Starts a schema. */
    public static Builder of(String name) {
        return new Builder(name);
    }

    /** Collects columns. */
    public static final class Builder {
        private final String name;
        private final List<Column> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds columns that every row has. */
        public Builder required(ColumnType type, String... names) {
            for (String column : names) {
                columns.add(new Column(column, type, false));
            }
            return this;
        }

        /** Adds columns that a row may leave out. */
        public Builder optional(ColumnType type, String... names) {
            for (String column : names) {
                columns.add(new Column(column, type, true));
            }
            return this;
        }

        /** The schema. */
        public TableSchema build() {
            return new TableSchema(name, columns);
        }
    }
}
