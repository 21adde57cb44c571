package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The result of a study is a function of its records: however the work is cut, the same bytes come out. */
@ExtendWith(SharedSession.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesIT {
    private static final String LATER_ENTRY = "    { path = \"rl/*.jsonl*\", format = auto, samples = 32 }\n";

    private StudyFolder study;
    private Map<String, Object> wanted;

    @BeforeAll
    void evaluate(SharedSession session, @TempDir Path folder) {
        study = StudyFolder.crossing(folder, session);
        StudyFolder.Ran ran = study.evaluate("out", "splits.bytes=1GiB");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().count("splits_verified")).isEqualTo(5);
        wanted = ran.output().content();
        assertThat(wanted).containsKeys("tallies", "answers", "metrics", "samples", "quarantine", "report.json");
    }

    // The largest plain file has 168,544 bytes; one of the five is compressed and is never cut.
    @ParameterizedTest
    @CsvSource({"2, 85000", "7, 24200", "50, 3400"})
    void splitsDoNotMatter(int cuts, long bytes) {
        StudyFolder.Ran ran = study.evaluate("cut" + cuts, "splits.bytes=" + bytes);
        assertThat(ran.output().count("splits_verified")).isGreaterThan(cuts + 3);
        assertThat(ran.output().content()).isEqualTo(wanted);
    }

    @Test
    void batchesOfSevenRowsDoNotMatter() {
        StudyFolder.Ran ran = study.evaluate("batches", "segments.batch_rows=7", "segments.row_group_bytes=2000");
        assertThat(ran.output().content()).isEqualTo(wanted);
    }

    @Test
    void tablesOfManyFilesHoldTheSameRows() {
        StudyFolder.Ran ran = study.evaluate("files", "tables.rows_per_file=5");
        assertThat(ran.output().files("tallies")).isGreaterThan(5);
        assertThat(ran.output().files("answers")).isGreaterThan(5);
        assertThat(ran.output().content()).isEqualTo(wanted);
    }

    @Test
    void theSessionsParallelismDoesNotMatter(SharedSession session) {
        Sessions wide = new Sessions() {
            @Override
            public SparkSession open(String name) {
                SparkSession own = session.open(name).newSession();
                own.conf().set("spark.sql.shuffle.partitions", "7");
                own.conf().set("spark.sql.adaptive.enabled", "true");
                own.conf().set("spark.sql.files.maxPartitionBytes", "4096");
                return own;
            }

            @Override
            public void close(SparkSession own) {}
        };
        StudyFolder.Ran ran = new StudyFolder(study.path(""), wide).evaluate("wide", "tables.rows_per_file=11");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().content()).isEqualTo(wanted);
    }

    @Test
    void theOrderOfTheEntriesDoesNotMatter() throws IOException {
        String conf = study.text("study.conf");
        assertThat(conf).contains(LATER_ENTRY);
        String swapped =
                conf.replace(LATER_ENTRY, "").replace("  generations = [\n", "  generations = [\n" + LATER_ENTRY);
        // Beside the first study, because the paths of its files stand in its tables.
        StudyFolder.Ran ran = study.file("swapped.conf", swapped).evaluateFile("swapped.conf", "swapped");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().content()).isEqualTo(wanted);
    }

    @Test
    void theNamesOfTheFilesDoNotMatter(SharedSession session, @TempDir Path other) throws IOException {
        StudyFolder renamed = StudyFolder.crossing(other, session);
        // The order of the files turns round, within the runs and between them.
        rename(renamed, "base/seed0.jsonl", "zz/0-late.jsonl");
        rename(renamed, "base/seed1.jsonl", "zz/1-a.jsonl");
        rename(renamed, "rl/part0.jsonl", "rl/z.jsonl");
        rename(renamed, "rl/part1.jsonl.gz", "rl/a.jsonl.gz");
        renamed.study("base/seed{seed}.jsonl", "zz/{seed}-*.jsonl");
        StudyFolder.Ran ran = renamed.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().results())
                .isEqualTo(study.output("out").results())
                .hasSize(3);
    }

    private static void rename(StudyFolder study, String from, String to) throws IOException {
        Files.createDirectories(study.path(to).getParent());
        Files.move(study.path(from), study.path(to));
    }
}
