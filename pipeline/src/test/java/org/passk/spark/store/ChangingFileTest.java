package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.CollectingSink;
import org.passk.format.ReadLimits;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;
import org.passk.settings.BenchmarkSpec;
import org.passk.settings.GenerationSpec;
import org.passk.settings.ModelSpec;
import org.passk.settings.Role;
import org.passk.settings.Study;

/** A file is read in the state that was planned, or the reading ends with what became of it. */
class ChangingFileTest {
    private static final String LINE = "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"t\"}\n";
    private static final ReadLimits LIMITS = CollectingSink.WIDE_LIMITS;

    /** A second that no test runs in, so that a change of the file is a change of its time. */
    private static final FileTime PLANNED = FileTime.fromMillis(1_700_000_000_000L);

    private final Configuration conf = new Configuration(false);

    @TempDir
    java.nio.file.Path folder;

    private java.nio.file.Path file(String text) throws IOException {
        java.nio.file.Path file = folder.resolve("g.jsonl");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, PLANNED);
        return file;
    }

    private List<InputSplit> splits(long bytes) throws IOException {
        Study study = new Study(
                "s",
                "out",
                List.of(new BenchmarkSpec("b", "", "auto", "math")),
                List.of(new ModelSpec("m", Role.BASE, "", "", -1)),
                List.of(new GenerationSpec("g.jsonl", "auto", "m", "b", "", Double.NaN, Double.NaN, -1, -1, -1, -1)),
                List.of(1),
                false);
        InputPlanner planner = new InputPlanner(study, folder.toString(), bytes, LIMITS, conf);
        return planner.splits(planner.files().get(0));
    }

    private <T> void read(InputSplit split, RecordSink<T> sink) throws IOException {
        new SplitReader(LIMITS, 10, conf).read(split, sink);
    }

    private static void assertInput(ThrowingCallable reading, String... words) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INPUT))
                .message()
                .contains(words)
                .startsWith("file:")
                .hasLineCount(1);
    }

    @Test
    void anUnchangedFileIsRead() throws IOException {
        file(LINE.repeat(50));
        CollectingSink sink = new CollectingSink();
        for (InputSplit split : splits(500)) {
            read(split, sink);
        }
        assertThat(sink.samples()).hasSize(50);
    }

    @Test
    void aFileThatGrewSinceItWasPlannedIsNotRead() throws IOException {
        java.nio.file.Path file = file(LINE.repeat(50));
        InputSplit split = splits(1 << 20).get(0);
        Files.writeString(file, LINE, StandardOpenOption.APPEND);
        CollectingSink sink = new CollectingSink();
        assertInput(
                () -> read(split, sink),
                "g.jsonl: changed before it was read (planned 2,350 bytes of 2023-11-14T22:13:20Z, now 2,397 bytes of 2",
                "): run again when it is complete");
        assertThat(sink.log()).isEmpty();
    }

    @Test
    void aFileThatWasReplacedByOneOfEqualLengthIsNotRead() throws IOException {
        java.nio.file.Path file = file(LINE);
        InputSplit split = splits(1 << 20).get(0);
        Files.writeString(file, LINE.replace('t', 'u'));
        assertInput(() -> read(split, new CollectingSink()), "changed before it was read (planned 47 bytes of");
    }

    @Test
    void aFileThatIsGoneIsToldSo() throws IOException {
        java.nio.file.Path file = file(LINE);
        InputSplit split = splits(1 << 20).get(0);
        Files.delete(file);
        assertInput(
                () -> read(split, new CollectingSink()), "g.jsonl: was removed before it was read (planned 47 bytes");
    }

    @Test
    void aFileThatIsTruncatedWhileItIsReadIsNoShorterFile() throws IOException {
        // Larger than every buffer on the way, so that the reader meets the new end.
        java.nio.file.Path file = file(LINE.repeat(50_000));
        InputSplit split = splits(1L << 30).get(0);
        assertInput(
                () -> read(split, new ChangingSink(() -> Files.writeString(file, LINE))),
                "changed while it was read (planned 2,350,000 bytes",
                "now 47 bytes");
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsNotTheOneThatWasPlanned() throws IOException {
        java.nio.file.Path file = file(LINE.repeat(3));
        InputSplit split = splits(1L << 30).get(0);
        assertInput(
                () -> read(split, new ChangingSink(() -> Files.writeString(file, LINE, StandardOpenOption.APPEND))),
                "changed while it was read (planned 141 bytes",
                "now 188 bytes");
    }

    @Test
    void aFileThatIsRemovedWhileItIsReadIsNotReadToItsEnd() throws IOException {
        java.nio.file.Path file = file(LINE.repeat(3));
        InputSplit split = splits(1L << 30).get(0);
        assertInput(
                () -> read(split, new ChangingSink(() -> Files.delete(file))),
                "was removed while it was read (planned 141 bytes");
    }

    @Test
    void troubleThatAChangeExplainsIsReportedAsTheChange() throws IOException {
        java.nio.file.Path file = file(LINE);
        PlannedFile planned = PlannedFile.of(splits(1L << 30).get(0));
        IOException trouble = new IOException("checksum error");
        assertInput(
                () -> planned.during(new Path("file:///").getFileSystem(conf), () -> {
                    Files.writeString(file, LINE, StandardOpenOption.APPEND);
                    throw trouble;
                }),
                "changed while it was read");
        PlannedFile again = PlannedFile.of(splits(1L << 30).get(0));
        assertThatThrownBy(() -> again.during(new Path("file:///").getFileSystem(conf), () -> {
                    throw trouble;
                }))
                .isSameAs(trouble);
    }

    @Test
    void aStoresVersionMarkTellsFilesApart() throws IOException {
        file(LINE);
        InputSplit split = splits(1L << 30).get(0);
        InputSplit marked = new InputSplit(
                split.path(),
                split.fileLength(),
                split.modificationTime(),
                "abc",
                split.format(),
                split.start(),
                split.end(),
                split.context());
        assertInput(
                () -> read(marked, new CollectingSink()),
                "(planned 47 bytes of 2023-11-14T22:13:20Z, ETag abc, now 47");
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Changes the file when the first sample arrives. */
    private static final class ChangingSink implements RecordSink<String> {
        private final Change change;
        private boolean made;

        ChangingSink(Change change) {
            this.change = change;
        }

        @Override
        public String text(String text) {
            return text;
        }

        @Override
        public void sample(Sample<String> sample) {
            if (!made) {
                made = true;
                try {
                    change.make();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void reject(Reject reject) {}
    }
}
