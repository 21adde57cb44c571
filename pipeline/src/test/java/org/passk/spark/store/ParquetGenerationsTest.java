package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.fault.RejectReason;
import org.passk.format.CollectingSink;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;
import org.passk.format.Reject;
import org.passk.format.Sample;
import org.passk.format.SampleStats;
import org.passk.model.StoredVerdict;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;

class ParquetGenerationsTest {
    private static final TableSchema THREE = TableSchema.of("generations")
            .required(ColumnType.STRING, "problem_id")
            .required(ColumnType.LONG, "sample_index")
            .required(ColumnType.STRING, "text")
            .build();
    private static final String THREE_COLUMNS =
            "required binary problem_id (STRING); required int64 sample_index; required binary text (STRING);";

    private final Configuration conf = new Configuration(false);

    @TempDir
    java.nio.file.Path folder;

    private Path path() {
        return new Path(folder.resolve("in.parquet").toString());
    }

    private java.nio.file.Path local() {
        return folder.resolve("in.parquet");
    }

    private void write(String columns, List<Consumer<Group>> rows) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message m { " + columns + " }");
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(HadoopOutputFile.fromPath(path(), conf))
                .withType(schema)
                .build()) {
            for (Consumer<Group> row : rows) {
                Group group = groups.newGroup();
                row.accept(group);
                writer.write(group);
            }
        }
    }

    /** Several row groups of texts that cannot be compressed; returns the number of groups. */
    private int writeGroups(int rows) throws IOException {
        Random random = new Random(3);
        try (TableFileWriter writer = new TableFileWriter(path(), THREE, 20_000, conf)) {
            for (int i = 0; i < rows; i++) {
                StringBuilder text = new StringBuilder();
                for (int j = 0; j < 20; j++) {
                    text.append(Long.toString(random.nextLong() >>> 1, 36));
                }
                writer.write("p", (long) i, text.toString());
            }
            assertThat(writer.rows()).isEqualTo(rows);
        }
        int groups = ParquetGenerations.rowGroups(path(), conf);
        assertThat(groups).isGreaterThan(4);
        return groups;
    }

    private CollectingSink read(long first, long end, ReadLimits limits) throws IOException {
        CollectingSink sink = new CollectingSink();
        ReadSummary summary = ParquetGenerations.read(path(), first, end, limits, sink, conf);
        assertThat(summary.records()).isEqualTo(sink.log().size());
        return sink;
    }

    private CollectingSink read() throws IOException {
        return read(0, ParquetGenerations.rowGroups(path(), conf), CollectingSink.WIDE_LIMITS);
    }

    private void damage(byte[] content) throws IOException {
        Files.deleteIfExists(folder.resolve(".in.parquet.crc"));
        Files.write(local(), content);
    }

    @Test
    void everyColumnArrives() throws IOException {
        write(
                "optional binary model (STRING); optional binary benchmark (STRING); optional binary problem_id (STRING);"
                        + "optional int64 sample_index; optional binary text (STRING); optional binary finish_reason (STRING);"
                        + "optional int32 num_tokens; optional double sum_logprob; optional float mean_entropy;"
                        + "optional int32 score; optional boolean stored_verdict; optional int64 seed; optional int32 step;"
                        + "optional binary prompt_kind (STRING); optional float temperature; optional int64 top_p;"
                        + "optional int64 max_tokens; optional binary question (STRING); optional binary answer;"
                        + "optional group other (LIST) { repeated group list { optional int32 element; } }",
                List.of(
                        g -> g.append("model", "m")
                                .append("benchmark", "b")
                                .append("problem_id", "p")
                                .append("sample_index", 7L)
                                .append("text", "té")
                                .append("finish_reason", "stop")
                                .append("num_tokens", 12)
                                .append("sum_logprob", -1.5)
                                .append("mean_entropy", 0.25f)
                                .append("score", 3)
                                .append("stored_verdict", false)
                                .append("seed", 4L)
                                .append("step", 5)
                                .append("prompt_kind", "cot")
                                .append("temperature", 0.5f)
                                .append("top_p", 1L)
                                .append("max_tokens", 6L)
                                .append("question", "q")
                                .append("answer", "a"),
                        g -> g.append("problem_id", "p")
                                .append("sample_index", 8L)
                                .append("text", "")));
        CollectingSink sink = read();
        assertThat(sink.rejects()).isEmpty();
        Sample<String> full = sink.samples().get(0);
        assertThat(full.held()).isEqualTo("té");
        assertThat(full.position()).isZero();
        assertThat(full.sampleIndex()).isEqualTo(7);
        assertThat(full.finishReason()).isEqualTo("stop");
        assertThat(full.stats()).isEqualTo(new SampleStats(12, -1.5, 0.25, 3));
        assertThat(full.stored()).isEqualTo(StoredVerdict.WRONG);
        assertThat(full.fields().model()).isEqualTo("m");
        assertThat(full.fields().benchmark()).isEqualTo("b");
        assertThat(full.fields().problemId()).isEqualTo("p");
        assertThat(full.fields().seed()).isEqualTo(4);
        assertThat(full.fields().step()).isEqualTo(5);
        assertThat(full.fields().promptKind()).isEqualTo("cot");
        assertThat(full.fields().temperature()).isEqualTo(0.5);
        assertThat(full.fields().topP()).isEqualTo(1);
        assertThat(full.fields().maxTokens()).isEqualTo(6);
        assertThat(full.fields().question()).isEqualTo("q");
        assertThat(full.fields().reference()).isEqualTo("a");
        Sample<String> bare = sink.samples().get(1);
        assertThat(bare.position()).isEqualTo(1);
        assertThat(bare.held()).isEmpty();
        assertThat(bare.stats()).isEqualTo(SampleStats.NONE);
        assertThat(bare.stored()).isEqualTo(StoredVerdict.ABSENT);
        assertThat(bare.fields().temperature()).isNaN();
    }

    @Test
    void aProblemMayBeNamedByANumber() throws IOException {
        write(
                "required int32 problem_id; required int32 sample_index; required binary text;",
                List.of(g ->
                        g.append("problem_id", 60).append("sample_index", 1).append("text", "t")));
        assertThat(read().samples().get(0).fields().problemId()).isEqualTo("60");
    }

    @Test
    void aRowThatCannotBeUsedIsRejectedAndTheOthersCount() throws IOException {
        write(
                "optional binary problem_id (STRING); optional int64 sample_index; optional binary text (STRING);"
                        + "optional double score; optional double top_p;",
                List.of(
                        g -> g.append("sample_index", 0L).append("text", "t"),
                        g -> g.append("problem_id", "p").append("text", "t"),
                        g -> g.append("problem_id", "p").append("sample_index", 0L),
                        g -> g.append("problem_id", "p")
                                .append("sample_index", -1L)
                                .append("text", "t"),
                        g -> g.append("problem_id", "p")
                                .append("sample_index", 1L)
                                .append("text", "t")
                                .append("score", Double.NaN),
                        g -> g.append("problem_id", "p")
                                .append("sample_index", 1L)
                                .append("text", "t")
                                .append("top_p", 1.5),
                        g -> g.append("problem_id", "p")
                                .append("sample_index", 1L)
                                .append("text", "last")));
        CollectingSink sink = read();
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("last");
        assertThat(sink.samples()).extracting(Sample::position).containsExactly(6L);
        assertThat(sink.rejects()).extracting(Reject::position).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(sink.rejects())
                .extracting(Reject::message)
                .containsExactly(
                        "\"problem_id\" is missing; required are problem_id, sample_index and text",
                        "\"sample_index\" is missing; required are problem_id, sample_index and text",
                        "\"text\" is missing; required are problem_id, sample_index and text",
                        "\"sample_index\" is -1, expected an integer that is not negative",
                        "\"score\" is NaN, expected a finite number",
                        "\"top_p\" is 1.5, expected a number in [0, 1]");
        assertThat(sink.rejects().subList(0, 3)).extracting(Reject::reason).containsOnly(RejectReason.MISSING_FIELD);
        assertThat(sink.rejects().subList(3, 6)).extracting(Reject::reason).containsOnly(RejectReason.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "€"})
    void theLimitOfATextCountsCharacters(String character) throws IOException {
        write(
                THREE_COLUMNS,
                List.of(
                        g -> g.append("problem_id", "p")
                                .append("sample_index", 0L)
                                .append("text", character.repeat(10)),
                        g -> g.append("problem_id", "p")
                                .append("sample_index", 1L)
                                .append("text", character.repeat(11)),
                        g -> g.append("problem_id", "p")
                                .append("sample_index", 2L)
                                .append("text", character.repeat(99))));
        CollectingSink sink = read(0, 1, new ReadLimits(10, 1000, 10, 10));
        assertThat(sink.samples()).extracting(Sample::sampleIndex).containsExactly(0L);
        assertThat(sink.rejects())
                .extracting(Reject::reason)
                .containsExactly(RejectReason.TOO_LARGE, RejectReason.TOO_LARGE);
        assertThat(sink.rejects().get(0).message()).isEqualTo("\"text\" is longer than 10 (limits.max_text_bytes)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required int64 text|a string",
                "repeated binary text (STRING)|a string",
                "required group text { required binary x; }|a string",
                "required double text|a string",
            })
    void aColumnOfAnotherTypeIsAnError(String text, String expected) throws IOException {
        write(
                "required binary problem_id (STRING); required int64 sample_index; " + text
                        + (text.endsWith("}") ? "" : ";"),
                List.of());
        assertThatThrownBy(() -> ParquetGenerations.rowGroups(path(), conf))
                .isInstanceOf(PasskException.class)
                .hasMessageContaining("in.parquet: the column text has the type ")
                .hasMessageEndingWith(", expected " + expected)
                .extracting(e -> ((PasskException) e).kind())
                .isEqualTo(FaultKind.INPUT);
    }

    @ParameterizedTest
    @CsvSource({
        "sample_index, required double sample_index, an integer",
        "score, optional binary score, a number",
        "stored_verdict, optional int32 stored_verdict, a truth value",
        "model, optional int32 model, a string",
        "seed, optional boolean seed, an integer"
    })
    void anOptionalColumnOfAnotherTypeIsAnErrorToo(String name, String column, String expected) throws IOException {
        String rest = name.equals("sample_index") ? "" : "required int64 sample_index;";
        write("required int64 problem_id; required binary text; " + rest + column + ";", List.of());
        assertThatThrownBy(() -> ParquetGenerations.rowGroups(path(), conf))
                .isInstanceOf(PasskException.class)
                .hasMessageContaining("the column " + name)
                .hasMessageEndingWith("expected " + expected);
    }

    @Test
    void aMissingRequiredColumnIsNamedWithThoseThatAreThere() throws IOException {
        write("required binary problem_id (STRING); required binary completion (STRING);", List.of());
        assertThatThrownBy(() -> ParquetGenerations.rowGroups(path(), conf))
                .isInstanceOf(PasskException.class)
                .hasMessageEndingWith("in.parquet: the column sample_index is missing (found: problem_id, completion)");
    }

    @Test
    void rowGroupsCutAnywhereGiveEveryRowOnce() throws IOException {
        int groups = writeGroups(1500);
        List<String> whole = read().log();
        assertThat(whole).hasSize(1500).doesNotHaveDuplicates();
        for (int cut = 0; cut <= groups; cut++) {
            CollectingSink left = read(0, cut, CollectingSink.WIDE_LIMITS);
            CollectingSink right = read(cut, groups, CollectingSink.WIDE_LIMITS);
            left.log().addAll(right.log());
            assertThat(left.log()).as("cut at %d", cut).isEqualTo(whole);
        }
    }

    @Test
    void aFileThatLostRowGroupsSinceItWasPlannedIsAnError() throws IOException {
        int groups = writeGroups(1500);
        assertThatThrownBy(() -> read(0, groups + 1, CollectingSink.WIDE_LIMITS))
                .isInstanceOf(PasskException.class)
                .hasMessageContaining("has " + groups + " row groups, but had " + (groups + 1));
    }

    @Test
    void aFileWithoutItsFooterIsNoParquetFile() throws IOException {
        writeGroups(1500);
        byte[] whole = Files.readAllBytes(local());
        byte[] badFooter = whole.clone();
        Arrays.fill(badFooter, whole.length - 200, whole.length - 8, (byte) 0x7F);
        byte[] badLength = whole.clone();
        badLength[whole.length - 5] = 0x7F;
        for (byte[] content : List.of(
                new byte[0],
                new byte[] {'P', 'A', 'R', '1'},
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length / 2),
                badFooter,
                badLength)) {
            damage(content);
            assertThatThrownBy(() -> ParquetGenerations.rowGroups(path(), conf))
                    .as("%d bytes", content.length)
                    .isInstanceOf(PasskException.class)
                    .hasMessageContaining("in.parquet: no readable Parquet file: ")
                    .extracting(e -> ((PasskException) e).kind())
                    .isEqualTo(FaultKind.INPUT);
        }
    }

    @Test
    void aFileThatIsNotThereIsTroubleOfTheFileSystem() {
        assertThatThrownBy(() -> ParquetGenerations.rowGroups(path(), conf)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void damageInARowGroupIsOneBrokenStreamAndTheOtherGroupsCount(long seed) throws IOException {
        int groups = writeGroups(1500);
        ColumnChunkMetaData chunk;
        long rowsBefore;
        long rowsAfter;
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path(), conf))) {
            chunk = reader.getRowGroups().get(1).getColumns().get(2);
            rowsBefore = reader.getRowGroups().get(0).getRowCount();
            rowsAfter = 1500 - rowsBefore - reader.getRowGroups().get(1).getRowCount();
        }
        byte[] whole = Files.readAllBytes(local());
        Random random = new Random(seed);
        int from = (int) chunk.getStartingPos();
        for (int round = 0; round < 40; round++) {
            byte[] damaged = whole.clone();
            // The header of the page in half of the rounds, its data in the others.
            int at = round % 2 == 0 ? from + random.nextInt(20) : from + random.nextInt((int) chunk.getTotalSize());
            for (int i = at; i < Math.min(at + 30, from + chunk.getTotalSize()); i++) {
                damaged[i] = (byte) random.nextInt(256);
            }
            damage(damaged);
            CollectingSink sink = read(0, groups, CollectingSink.WIDE_LIMITS);
            assertThat(sink.rejects())
                    .as("round %d, byte %d", round, at)
                    .extracting(Reject::reason)
                    .containsExactly(RejectReason.BROKEN_STREAM);
            Reject reject = sink.rejects().get(0);
            assertThat(reject.message()).startsWith("the row group is damaged: ");
            assertThat(reject.position()).isGreaterThanOrEqualTo(rowsBefore).isLessThan(1500 - rowsAfter);
            assertThat(sink.samples()).hasSizeGreaterThanOrEqualTo((int) (rowsBefore + rowsAfter));
            assertThat(sink.samples().get(sink.samples().size() - 1).sampleIndex())
                    .isEqualTo(1499);
        }
    }
}
