package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;

class TableFileWriterTest {
    private static final TableSchema SCHEMA = TableSchema.of("all_types")
            .required(ColumnType.STRING, "s")
            .required(ColumnType.LONG, "l")
            .required(ColumnType.INT, "i")
            .optional(ColumnType.DOUBLE, "d")
            .required(ColumnType.BOOLEAN, "b")
            .optional(ColumnType.BINARY, "x")
            .build();

    private final Configuration conf = new Configuration(false);

    @TempDir
    java.nio.file.Path folder;

    private Path path() {
        return new Path(folder.resolve("t.parquet").toString());
    }

    @Test
    void rowsComeBackAsTheyWereWritten() throws IOException {
        // An attempt that was never listed left a file of this name.
        try (TableFileWriter writer = new TableFileWriter(path(), SCHEMA, 1 << 20, conf)) {
            writer.write("old", 0L, 0, null, false, null);
        }
        try (TableFileWriter writer = new TableFileWriter(path(), SCHEMA, 1 << 20, conf)) {
            writer.write("é😀", Long.MIN_VALUE, Integer.MAX_VALUE, -0.0, true, new byte[] {0, -1});
            writer.write("", 5L, -1, null, false, null);
            assertThat(writer.rows()).isEqualTo(2);
        }
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), path())
                .withConf(conf)
                .build()) {
            Group first = reader.read();
            assertThat(first.getString("s", 0)).isEqualTo("é😀");
            assertThat(first.getLong("l", 0)).isEqualTo(Long.MIN_VALUE);
            assertThat(first.getInteger("i", 0)).isEqualTo(Integer.MAX_VALUE);
            assertThat(Double.doubleToRawLongBits(first.getDouble("d", 0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
            assertThat(first.getBoolean("b", 0)).isTrue();
            assertThat(first.getBinary("x", 0).getBytes()).containsExactly(0, -1);
            Group second = reader.read();
            assertThat(second.getString("s", 0)).isEmpty();
            assertThat(second.getFieldRepetitionCount("d")).isZero();
            assertThat(second.getFieldRepetitionCount("x")).isZero();
            assertThat(reader.read()).isNull();
        }
    }

    @Test
    void theFileHasTheColumnsOfTheTableInZstd() throws IOException {
        try (TableFileWriter writer = new TableFileWriter(path(), SCHEMA, 1 << 20, conf)) {
            writer.write("s", 5L, -1, null, false, null);
        }
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path(), conf))) {
            assertThat(reader.getFileMetaData().getSchema())
                    .isEqualTo(
                            MessageTypeParser.parseMessageType(
                                    "message passk_all_types { required binary s (STRING);"
                                            + " required int64 l; required int32 i; optional double d; required boolean b; optional binary x; }"));
            assertThat(reader.getRowGroups().get(0).getColumns())
                    .extracting(column -> column.getCodec())
                    .containsOnly(CompressionCodecName.ZSTD);
        }
    }

    @Test
    void aTableWithoutRowsIsAFile() throws IOException {
        new TableFileWriter(path(), SCHEMA, 1 << 20, conf).close();
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path(), conf))) {
            assertThat(reader.getRecordCount()).isZero();
        }
    }

    @Test
    void aRowThatLacksAValueIsRefused() throws IOException {
        try (TableFileWriter writer = new TableFileWriter(path(), SCHEMA, 1 << 20, conf)) {
            assertThatThrownBy(() -> writer.write("s", 5L))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("all_types has 6 columns, not 2");
            assertThatThrownBy(() -> writer.write("s", null, 1, null, true, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("all_types.l is required");
            assertThat(writer.rows()).isZero();
        }
    }
}
