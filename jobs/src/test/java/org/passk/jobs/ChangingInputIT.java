package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file that is still written, or goes away, while a run reads it. */
@ExtendWith(SharedSession.Extension.class)
class ChangingInputIT {
    @TempDir
    private Path folder;

    private StudyFolder study;

    @BeforeEach
    void study(SharedSession session) {
        session.open("s").sparkContext().hadoopConfiguration().set("fs.restless.impl", Restless.class.getName());
        study = new StudyFolder(folder, session)
                .problems(2)
                .file("study.conf", """
                        study {
                          name = restless
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [{ name = m, role = base }]
                          generations = [{ path = "restless://%s/{calm,grows,goes}.jsonl", model = m, benchmark = sums,
                                           format = passk-jsonl }]
                          ks = [1]
                        }
                        """.formatted(folder))
                .file("calm.jsonl", record(0, 1));
    }

    private static String record(int index, int answer) {
        return "{\"problem_id\": \"p0\", \"sample_index\": %d, \"text\": \"\\\\boxed{%d}\"}\n".formatted(index, answer);
    }

    @Test
    void aFileThatGrowsWhileItIsReadEndsTheRunAndTheOthersAreKept(SharedSession session) throws Exception {
        study.file("grows.jsonl", record(0, 12));
        SparkWork work = SparkWork.watch(session);
        StudyFolder.Ran ran = study.evaluate("out");
        work.end();
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err())
                .containsPattern(
                        "passk: restless:/\\S*/grows\\.jsonl: changed while it was read \\(planned \\d+ bytes of ")
                .contains("): run again when it is complete")
                .doesNotContain("\tat ", "Exception");
        assertThat(ran.output().json("_STATUS.json").get("code").intValue()).isEqualTo(4);
        assertThat(folder.resolve("out/report.json")).doesNotExist();
        assertThat(work.jobGroups()).containsExactly("passk verify");
        // A failed task would be tried again, three times on a cluster, and print a stack trace each time.
        assertThat(work.failedTasks()).isZero();
        assertThat(work.tasks()).isEqualTo(2);

        Files.move(folder.resolve("grows.jsonl"), folder.resolve("goes.jsonl"));
        Files.writeString(folder.resolve("stays"), "");
        StudyFolder.Ran again = study.evaluate("out");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.output().count("splits_verified")).isEqualTo(1);
        assertThat(again.output().count("splits_reused")).isEqualTo(1);
        assertThat(again.output().count("read")).isEqualTo(3);
    }

    @Test
    void aFileThatIsRemovedBeforeItIsOpenedIsToldSo() throws Exception {
        study.file("goes.jsonl", record(0, 12));
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err())
                .containsPattern("passk: restless:/\\S*/goes\\.jsonl: was removed while it was read \\(planned ")
                .doesNotContain("\tat ", "Exception");
    }

    /** The local file system, except that some files change when they are opened. */
    static final class Restless extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("restless:///");
        }

        @Override
        public String getScheme() {
            return "restless";
        }

        @Override
        public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
            File file = pathToFile(path);
            if (new File(file.getParentFile(), "stays").exists()) {
                return super.open(path, buffer);
            }
            switch (file.getName()) {
                case "goes.jsonl" -> Files.delete(file.toPath());
                case "grows.jsonl" ->
                    Files.write(
                            file.toPath(), record(1, 2).getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
                default -> {}
            }
            return super.open(path, buffer);
        }
    }
}
