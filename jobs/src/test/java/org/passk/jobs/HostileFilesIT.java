package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken files through whole runs: the exit code, the message, and what stands in the output. */
@ExtendWith(SharedSession.Extension.class)
class HostileFilesIT {
    private static final int MANY = 2000;

    @TempDir
    private Path folder;

    private StudyFolder study;

    @BeforeEach
    void study(SharedSession session) {
        study = new StudyFolder(folder, session).problems(2).file("study.conf", """
                        study {
                          name = hostile
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [{ name = m, role = base }]
                          generations = [{ path = "gen/*", model = m, benchmark = sums }]
                          ks = [1]
                        }
                        """);
    }

    private static String record(int index) {
        return "{\"problem_id\": \"p0\", \"sample_index\": %d, \"text\": \"%s \\\\boxed{1}\"}\n"
                .formatted(index, Integer.toHexString(index * 0x9E3779B9));
    }

    private static byte[] many() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            text.append(record(i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(byte[] text, String ending) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compressor(bytes, ending)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }

    private static OutputStream compressor(OutputStream out, String ending) throws IOException {
        // As the command line tool does: without a checksum a flipped byte of zstd may become another text.
        return ending.equals("gz") ? new GZIPOutputStream(out) : new ZstdOutputStream(out).setChecksum(true);
    }

    private void write(String name, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve("gen"));
        Files.write(folder.resolve("gen").resolve(name), content);
    }

    private StudyFolder.Ran input(String... words) {
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isEqualTo(4);
        assertThat(ran.err()).contains(words).doesNotContain("\tat ");
        return ran;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void aStreamThatLostItsLastBytesEndsWithInputThoughItIsOneRejectOfMany(String ending) throws IOException {
        byte[] file = compressed(many(), ending);
        write("a.jsonl." + ending, Arrays.copyOf(file, file.length - 3));
        StudyFolder.Ran ran = input(
                "a.jsonl." + ending + ": is damaged, and how many records are lost is unknown", "BROKEN_STREAM × 1");
        assertThat(ran.output().count("quarantined")).isEqualTo(1);
        assertThat(ran.output().count("read")).isGreaterThan(100);
        assertThat(folder.resolve("out/report.json")).exists();
        assertThat(study.evaluate("out", "quarantine.max_share=1").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void aFlippedByteAndGarbageBehindTheEndEndWithInput(String ending) throws IOException {
        byte[] file = compressed(many(), ending);
        byte[] flipped = file.clone();
        flipped[file.length / 2] ^= 0x10;
        write("a.jsonl." + ending, flipped);
        byte[] longer = Arrays.copyOf(file, file.length + 20);
        Arrays.fill(longer, file.length, longer.length, (byte) 'x');
        write("b.jsonl." + ending, longer);
        input("a.jsonl." + ending, "b.jsonl." + ending + ": is damaged", "BROKEN_STREAM");
        assertThat(study.output("out").quarantine())
                .filteredOn(row -> row.get("path").toString().endsWith("b.jsonl." + ending))
                .hasSize(1);
    }

    @Test
    void anEmptyGzipFileIsDamagedAndAGzipFileOfNothingIsEmpty() throws IOException {
        write("a.jsonl.gz", new byte[0]);
        write("b.jsonl.gz", compressed(new byte[0], "gz"));
        input("a.jsonl.gz: 1 of 1 records are quarantined", "unexpected end", "b.jsonl.gz: holds no records");
    }

    @Test
    void aFolderThatIsCalledLikeAFileIsAMistakeOfTheStudy() throws IOException {
        write("a.jsonl", many());
        Files.createDirectories(folder.resolve("gen/b.jsonl"));
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("study.conf:", "study.generations[0].path: ", "gen/b.jsonl is a folder; expected files");
    }

    @Test
    void aParquetFileWithADamagedFooterOrAnotherMagicIsInput(SharedSession session) throws IOException {
        session.open("s")
                .sql("select 'p0' problem_id, id sample_index, concat(id, ' \\\\boxed{1}') text from range(500)")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("spark").toString());
        byte[] whole;
        try (Stream<Path> files = Files.list(folder.resolve("spark"))) {
            whole = Files.readAllBytes(files.filter(file -> file.toString().endsWith(".parquet")
                            && !file.getFileName().toString().startsWith("."))
                    .findFirst()
                    .orElseThrow());
        }
        write("a.parquet", whole);
        StudyFolder.Ran good = study.evaluate("good");
        assertThat(good.code()).as(good.err()).isZero();
        assertThat(good.output().count("verdicts")).isEqualTo(500);
        byte[] magic = whole.clone();
        magic[whole.length - 1] = 'X';
        byte[] footer = whole.clone();
        int footerBytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - 8);
        Arrays.fill(footer, whole.length - 8 - footerBytes, whole.length - 8 - footerBytes / 2, (byte) 0xA5);
        byte[] length = whole.clone();
        length[whole.length - 6] = 1;
        byte[] negative = whole.clone();
        negative[whole.length - 5] = (byte) 0xFF;
        for (byte[] damaged : List.of(
                magic,
                footer,
                length,
                negative,
                Arrays.copyOf(whole, whole.length / 2),
                "PAR1".getBytes(StandardCharsets.UTF_8))) {
            write("a.parquet", damaged);
            input("a.parquet: no readable Parquet file: ");
        }
        byte[] page = whole.clone();
        Arrays.fill(page, 4, 60, (byte) 0xEE);
        write("a.parquet", page);
        input("a.parquet: ", "BROKEN_STREAM");
    }

    @Test
    void aTextOfFiftyMegabytesIsVerifiedAndTooLargeUnderALowerLimit() throws IOException {
        Files.createDirectories(folder.resolve("gen"));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("gen/a.jsonl"))) {
            out.write("{\"problem_id\": \"p0\", \"sample_index\": 0, \"text\": \"");
            for (int i = 0; i < 50 << 10; i++) {
                out.write("0123456789abcde ".repeat(64));
            }
            out.write("\\\\boxed{1}\"}\n" + record(1));
        }
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().samples()).extracting(row -> row.get("outcome")).containsExactly("CORRECT", "CORRECT");
        StudyFolder.Ran tight = study.evaluate("tight", "limits.max_text_bytes=1MiB");
        assertThat(tight.code()).isEqualTo(4);
        assertThat(tight.output().quarantine())
                .singleElement()
                .satisfies(row -> assertThat(row.get("reason")).isEqualTo("TOO_LARGE"));
        assertThat(tight.output().count("verdicts")).isEqualTo(1);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void aFewMegabytesThatDecompressToALineBeyondAnyArrayAreOneReject(String ending) throws IOException {
        Files.createDirectories(folder.resolve("gen"));
        byte[] megabyte = "0123456789abcde ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = compressor(Files.newOutputStream(folder.resolve("gen/a.jsonl." + ending)), ending)) {
            out.write("{\"problem_id\": \"p0\", \"sample_index\": 0, \"text\": \"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 2100; i++) {
                out.write(megabyte);
            }
            out.write(("\"}\n" + record(1)).getBytes(StandardCharsets.UTF_8));
        }
        input("TOO_LARGE × 1");
        assertThat(study.output("out").count("verdicts")).isEqualTo(1);
    }

    @Test
    void namesOfRecordsNeverBecomePathsOrMoveTheTerminal() throws IOException {
        String[] names = {
            "..",
            ".",
            "../../etc/passwd",
            "a/../b",
            "/absolute",
            "C:\\\\x",
            "%2e%2e%2f",
            "a\\nb",
            "a\\u0000b",
            "\\u202Egnp.m",
            "\\u001b[2J\\u009b1m",
            "x".repeat(999),
            "",
            " "
        };
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            for (String field : new String[] {"model", "benchmark", "problem_id", "prompt_kind"}) {
                text.append("{\"%s\": \"%s\", ".formatted(field, name)
                        + "\"sample_index\": %d, \"text\": \"\\\\boxed{1}\", \"answer\": \"1\"".formatted(text.length())
                        + (field.equals("problem_id") ? "" : ", \"problem_id\": \"p0\"") + "}\n");
            }
        }
        study.study("benchmark = sums", "benchmark = free")
                .study("benchmarks = [", "benchmarks = [{ name = free }, ")
                .file("gen/a.jsonl", text.toString());
        Set<String> before = tree();
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isEqualTo(4);
        assertThat(ran.output().count("read")).isEqualTo(names.length * 4L);
        assertThat(ran.output().count("verdicts")).isGreaterThan(names.length);
        Set<String> after = tree();
        after.removeAll(before);
        assertThat(after).allMatch(path -> path.equals("out") || path.startsWith("out/"));
        assertThat(after).allMatch(path -> path.matches("[A-Za-z0-9_./-]+"));
        for (String shown : new String[] {ran.out(), ran.err(), ran.output().text("report.md")}) {
            assertThat(shown).doesNotContain("\u001b", "\u009b", "\u0000", "\u202E");
        }
    }

    private Set<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(folder.getParent())) {
            return files.filter(path -> path.startsWith(folder))
                    .map(path -> folder.relativize(path).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"..", "a/../b", "/a", "%2e%2e", "a\\nb", "a\\\\b", "\\u202Ea", "a b"})
    void namesOfTheStudyThatAreNoNamesAreMistakes(String name) throws IOException {
        write("a.jsonl", many());
        for (String key : new String[] {"study.name", "study.models.0.name", "study.generations.0.model"}) {
            study.file("bad.conf", "include \"study.conf\"\n" + hocon(key, name));
            StudyFolder.Ran ran = study.evaluateFile("bad.conf", "out");
            assertThat(ran.code()).as(ran.err()).isEqualTo(2);
            assertThat(ran.err()).doesNotContain("\tat ", "\u202E");
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static String hocon(String key, String name) {
        return switch (key) {
            case "study.name" -> "study.name = \"" + name + "\"\n";
            case "study.models.0.name" -> "study.models = [{ name = \"" + name + "\", role = base }]\n";
            default -> "study.generations = [{ path = \"gen/*\", model = \"" + name + "\", benchmark = sums }]\n";
        };
    }

    @Test
    void aNameInAPathIsANameOfTheStudyOrAMistake() throws IOException {
        study.study("gen/*\", model = m", "gen/{model}/a.jsonl\"");
        for (String name : new String[] {"%2e%2e", "...", "m m", "M"}) {
            Files.createDirectories(folder.resolve("gen").resolve(name));
            Files.write(folder.resolve("gen").resolve(name).resolve("a.jsonl"), many());
            StudyFolder.Ran ran = study.evaluate("out");
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains("declares no model \"" + name + "\"");
        }
    }

    @Test
    void aProblemFileWithADamagedStreamIsInput() throws IOException {
        write("a.jsonl", many());
        byte[] problems = compressed(study.text("problems.jsonl").getBytes(StandardCharsets.UTF_8), "gz");
        Files.write(folder.resolve("problems.jsonl.gz"), Arrays.copyOf(problems, problems.length - 4));
        study.study("problems.jsonl", "problems.jsonl.gz");
        input("problems.jsonl.gz: after line", "the gzip stream is damaged");
    }

    @Test
    void aFileThatIsNoStudyIsNotReadIntoMemory() throws IOException {
        Files.write(folder.resolve("big.conf"), new byte[(1 << 24) + 1]);
        StudyFolder.Ran big = study.evaluateFile("big.conf", "out");
        assertThat(big.code()).isEqualTo(2);
        assertThat(big.err()).contains("big.conf: is longer than 16777216 bytes; expected a study file");
        Files.write(folder.resolve("latin.conf"), new byte[] {'#', ' ', (byte) 0xE9, '\n'});
        StudyFolder.Ran latin = study.evaluateFile("latin.conf", "out");
        assertThat(latin.code()).isEqualTo(2);
        assertThat(latin.err()).contains("latin.conf: is no UTF-8 text; expected a study file");
    }

    @Test
    void aColonInTheNameOfAFileIsAMistakeOfTheStudy() throws IOException {
        write("a:b.jsonl", many());
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err())
                .contains("study.generations[0].path: ", "a name that Hadoop has no path for", "a:b.jsonl")
                .doesNotContain("\tat ");
    }
}
