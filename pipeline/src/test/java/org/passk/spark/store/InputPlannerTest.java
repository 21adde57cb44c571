package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.CollectingSink;
import org.passk.format.ReadSummary;
import org.passk.settings.BenchmarkSpec;
import org.passk.settings.GenerationSpec;
import org.passk.settings.ModelSpec;
import org.passk.settings.Role;
import org.passk.settings.Study;

class InputPlannerTest {
    private static final String LONG = "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"t\"}\n";
    private static final String WIDE = "{\"idx\":0,\"code\":[\"a\",\"b\"]}\n";

    private final Configuration conf = new Configuration(false);

    @TempDir
    java.nio.file.Path folder;

    private void write(String name, String text) throws IOException {
        java.nio.file.Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static GenerationSpec entry(String path, String model, String benchmark) {
        return new GenerationSpec(path, "auto", model, benchmark, "cot", 0.6, 0.95, 100, -1, 7, 8);
    }

    private InputPlanner planner(long splitBytes, GenerationSpec... entries) {
        Study study = new Study(
                "s",
                "out",
                List.of(new BenchmarkSpec("b1", "", "auto", "math"), new BenchmarkSpec("b2", "", "auto", "math")),
                List.of(new ModelSpec("m1", Role.BASE, "", "", -1), new ModelSpec("m2", Role.RL, "m1", "", 5)),
                List.of(entries),
                List.of(1),
                false);
        return new InputPlanner(study, folder.toString(), splitBytes, CollectingSink.WIDE_LIMITS, conf);
    }

    private String path(String name) {
        return "file:" + folder.resolve(name);
    }

    @Test
    void thePathNamesWhatTheEntryDoesNot() throws IOException {
        write("m2/step_30/b1_T0.6_seed4.jsonl", LONG);
        write("m1/step_0/b2_T1_seed12.jsonl", WIDE);
        write("m1/step_0/b2_T1_seed12.jsonl.done", "");
        write("m1/step_0/b2_T1_seedx.jsonl", LONG);
        List<InputFile> files = planner(
                        100, entry("{model}/step_{step}/{benchmark}_T{temperature}_seed{seed}.jsonl", "", ""))
                .files();
        assertThat(files)
                .extracting(InputFile::path)
                .containsExactly(path("m1/step_0/b2_T1_seed12.jsonl"), path("m2/step_30/b1_T0.6_seed4.jsonl"));
        assertThat(files).extracting(InputFile::format).containsExactly("qwen-math", "passk-jsonl");
        assertThat(files.get(0).context()).isEqualTo(new SourceContext(0, "m1", "b2", "cot", 1, 0.95, 100, 12, 0));
        assertThat(files.get(1).context()).isEqualTo(new SourceContext(0, "m2", "b1", "cot", 0.6, 0.95, 100, 4, 30));
        assertThat(files.get(1).length()).isEqualTo(LONG.length());
        assertThat(files.get(1).modificationTime())
                .isEqualTo(Files.getLastModifiedTime(folder.resolve("m2/step_30/b1_T0.6_seed4.jsonl"))
                        .toMillis());
        assertThat(files.get(1).etag()).isEmpty();
    }

    @Test
    void withoutPlaceholdersTheEntryNamesAll() throws IOException {
        write("a.jsonl", LONG);
        assertThat(planner(100, entry("*.jsonl", "m1", "b1")).files().get(0).context())
                .isEqualTo(new SourceContext(0, "m1", "b1", "cot", 0.6, 0.95, 100, 7, 8));
        assertThat(planner(100, entry(folder + "/a.jsonl", "", "")).files()).hasSize(1);
    }

    @Test
    void alternativesThatMatchAFileTwiceGiveItOnce() throws IOException {
        write("ab.jsonl", LONG);
        assertThat(planner(100, entry("{a*,*b}.jsonl", "m1", "b1")).files()).hasSize(1);
    }

    @Test
    void everyMistakeIsListed() throws IOException {
        write("m1/b1.jsonl", LONG);
        write("m3/b1.jsonl", LONG);
        write("m1/b9.jsonl", LONG);
        assertThatThrownBy(() -> planner(
                                100,
                                entry("{model}/{benchmark}.jsonl", "", ""),
                                entry("m1/b1.*", "m1", "b1"),
                                entry("none/*.jsonl", "m1", "b1"))
                        .files())
                .isInstanceOf(PasskException.class)
                .hasMessageContaining(path("m3/b1.jsonl") + ": the study declares no model \"m3\"")
                .hasMessageContaining(path("m1/b9.jsonl") + ": the study declares no benchmark \"b9\"")
                .hasMessageContaining("study.generations[2].path: no file matches " + folder + "/none/*.jsonl")
                .hasMessageContaining(path("m1/b1.jsonl") + " belongs to study.generations[0] too")
                .extracting(e -> ((PasskException) e).kind())
                .isEqualTo(FaultKind.CONFIGURATION);
    }

    @Test
    void aFileOfTwoEntriesIsAMistake() throws IOException {
        write("a.jsonl", LONG);
        assertThatThrownBy(() -> planner(100, entry("a.jsonl", "m1", "b1"), entry("*.jsonl", "m1", "b1"))
                        .files())
                .isInstanceOf(PasskException.class)
                .hasMessage("study.generations[1].path: " + path("a.jsonl") + " belongs to study.generations[0] too");
    }

    @Test
    void aFolderThatIsCalledLikeAFileIsAMistakeAndAnotherIsPassedOver() throws IOException {
        write("logs/part-0", LONG);
        assertThatThrownBy(() -> planner(100, entry("*", "m1", "b1")).files())
                .hasMessage("study.generations[0].path: no file matches " + folder + "/*");
        write("a.jsonl/part-0", LONG);
        write("b.jsonl", LONG);
        assertThatThrownBy(() -> planner(100, entry("*", "m1", "b1")).files())
                .hasMessage("study.generations[0].path: " + path("a.jsonl")
                        + " is a folder; expected files, which a pattern such as a.jsonl/* finds in it");
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(strings = {"000A", "001B", "007F", "0085", "2028", "202E", "2066"})
    void aPathWithCharactersThatMisleadIsAMistakeThatIsShownWithoutThem(String code) throws IOException {
        String character = Character.toString(Integer.parseInt(code, 16));
        write("a" + character + "b.jsonl", LONG);
        assertThatThrownBy(() -> planner(100, entry("{model}.jsonl", "", "b1")).files())
                .isInstanceOf(PasskException.class)
                .hasMessage("study.generations[0].path: " + path("a b.jsonl")
                        + ": the name has control characters, shown as spaces here; expected plain text");
    }

    @Test
    void theFormatIsFoundInPlainAndCompressedFiles() throws IOException {
        write("long.jsonl", "\uFEFF\n" + LONG);
        write("wide.jsonl", WIDE);
        write("empty.jsonl", "");
        write("junk.jsonl", "no json\n[1]\n");
        write("x.PARQUET", "not even opened");
        Files.write(folder.resolve("wide.jsonl.gz"), gzip(WIDE));
        Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(gzip(WIDE), 5));
        assertThat(detect("long.jsonl")).isEqualTo("passk-jsonl");
        assertThat(detect("wide.jsonl")).isEqualTo("qwen-math");
        assertThat(detect("wide.jsonl.gz")).isEqualTo("qwen-math");
        assertThat(detect("empty.jsonl")).isEqualTo("passk-jsonl");
        assertThat(detect("junk.jsonl")).isEqualTo("passk-jsonl");
        assertThat(detect("cut.jsonl.gz")).isEqualTo("passk-jsonl");
        assertThat(detect("x.PARQUET")).isEqualTo("passk-parquet");
    }

    @Test
    void aFileOfNoKnownFormatIsNamedWithItsFields() throws IOException {
        write("lm-eval.jsonl", "{\"doc_id\":0,\"resps\":[[\"a\"]],\"target\":\"7\"}\n");
        assertThatThrownBy(() -> detect("lm-eval.jsonl"))
                .isInstanceOf(PasskException.class)
                .hasMessageEndingWith("lm-eval.jsonl: no known format has the fields doc_id, resps, target"
                        + " (known: passk-jsonl, qwen-math, samples_jsonl, passk-parquet)")
                .extracting(e -> ((PasskException) e).kind())
                .isEqualTo(FaultKind.INPUT);
    }

    private String detect(String name) throws IOException {
        return InputPlanner.detect(new Path(folder.resolve(name).toUri()), CollectingSink.WIDE_LIMITS, conf);
    }

    private InputFile file(String name, long length, String format) {
        return new InputFile(path(name), length, 5, "e", format, InputSplitTest.CONTEXT);
    }

    @Test
    void aPlainFileIsCutAndACompressedOneIsNot() throws IOException {
        InputPlanner planner = planner(100, entry("x", "m1", "b1"));
        assertThat(planner.splits(file("a.jsonl", 250, "passk-jsonl")))
                .extracting(split -> split.start() + "-" + split.end())
                .containsExactly("0-100", "100-200", "200-250");
        assertThat(planner.splits(file("a.jsonl", 200, "passk-jsonl"))).hasSize(2);
        assertThat(planner.splits(file("a.jsonl", 0, "passk-jsonl")))
                .extracting(split -> split.start() + "-" + split.end())
                .containsExactly("0-0");
        assertThat(planner.splits(file("a.jsonl.gz", 250, "passk-jsonl")))
                .containsExactly(new InputSplit(
                        path("a.jsonl.gz"), 250, 5, "e", "passk-jsonl", 0, Long.MAX_VALUE, InputSplitTest.CONTEXT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 64, 1000, Long.MAX_VALUE})
    void theSplitsOfAFileGiveItsRecordsOnceInOrder(long splitBytes) throws IOException {
        String text =
                "\uFEFF" + LONG.replace("\n", "\r\n") + "\n" + LONG.replace("\"t\"", "\"é\"") + "junk\n" + LONG.strip();
        write("a.jsonl", text);
        Files.write(folder.resolve("b.jsonl.gz"), gzip(text));
        InputPlanner planner = planner(splitBytes, entry("*.jsonl*", "m1", "b1"));
        List<InputFile> files = planner.files();
        assertThat(files).hasSize(2);
        for (InputFile file : files) {
            CollectingSink sink = new CollectingSink();
            long records = 0;
            for (InputSplit split : planner.splits(file)) {
                ReadSummary summary = new SplitReader(CollectingSink.WIDE_LIMITS, 4, conf).read(split, sink);
                records += summary.records();
            }
            assertThat(records).isEqualTo(4);
            assertThat(sink.log()).hasSize(4);
            assertThat(sink.samples()).extracting(sample -> sample.held()).containsExactly("t", "é", "t");
            assertThat(sink.rejects()).extracting(reject -> reject.excerpt()).containsExactly("junk");
        }
    }
}
