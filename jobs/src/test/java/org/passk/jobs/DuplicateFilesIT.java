package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file that is given twice is found by its content, before anything is verified, and costs other studies nothing. */
@ExtendWith(SharedSession.Extension.class)
class DuplicateFilesIT {
    private static final String COMPARE = "passk compare files";
    private static final String ALLOW = "study.allow_duplicate_files=true";

    @TempDir
    private Path folder;

    private StudyFolder study;

    @BeforeEach
    void study(SharedSession session) {
        study = new StudyFolder(folder, session).problems(2).file("study.conf", """
                        study {
                          name = twice
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [{ name = m, role = base }]
                          generations = [{ path = "seed{seed}.jsonl*", model = m, benchmark = sums }]
                          ks = [1]
                        }
                        """);
    }

    /** A record whose text has this many characters beside its answer. */
    private static String record(int answer, int chars) {
        return "{\"problem_id\": \"p0\", \"sample_index\": 0, \"text\": \"%s\\\\boxed{%d}%s\"}\n"
                .formatted("a".repeat(chars / 2), answer, "b".repeat(chars - chars / 2));
    }

    private List<String> jobs(SharedSession session, String... options) throws Exception {
        SparkWork work = SparkWork.watch(session);
        StudyFolder.Ran ran = study.evaluate("out", options);
        work.end();
        assertThat(ran.code()).as(ran.err()).isZero();
        return work.jobGroups();
    }

    @Test
    void aFileUnderTwoNamesEndsTheRunBeforeVerificationAndNamesBoth(SharedSession session) throws Exception {
        study.file("seed0.jsonl", record(1, 0))
                .file("seed1.jsonl", record(1, 0))
                .file("seed2.jsonl", record(1, 1))
                .file("seed3.jsonl", record(1, 0));
        SparkWork work = SparkWork.watch(session);
        StudyFolder.Ran ran = study.evaluate("out");
        work.end();
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err().lines().filter(line -> !line.startsWith(" ")))
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "passk: file:" + study.path("seed1.jsonl"),
                        ": holds the same 62 bytes as file:" + study.path("seed0.jsonl") + "; ",
                        "study.allow_duplicate_files = true allows it");
        assertThat(ran.err())
                .contains("seed3.jsonl: holds the same 62 bytes as")
                .doesNotContain("seed2", "\tat ");
        assertThat(work.jobGroups()).containsExactly(COMPARE);
        assertThat(work.failedTasks()).isZero();
        assertThat(study.path("out/store/segments")).doesNotExist();
        assertThat(ran.output().json("_STATUS.json").get("code").intValue()).isEqualTo(4);
    }

    @Test
    void aStudyMayAllowItAndWhatItAllowedIsFoundWhenItDoesNoLonger(SharedSession session) throws Exception {
        study.file("seed0.jsonl", record(1, 0)).file("seed1.jsonl", record(1, 0));
        assertThat(jobs(session, ALLOW)).doesNotContain(COMPARE).contains("passk verify");
        assertThat(study.output("out").count("verdicts")).isEqualTo(2);
        assertThat(study.text("out/report.md")).contains("repeated texts");
        assertThat(jobs(session, ALLOW)).isEmpty();
        StudyFolder.Ran strict = study.evaluate("out");
        assertThat(strict.code()).isEqualTo(4);
        assertThat(strict.err()).contains("seed1.jsonl: holds the same 62 bytes as");
        study.study("ks = [1]", "ks = [1], allow_duplicate_files = true");
        assertThat(study.evaluate("out").code()).isZero();
    }

    @Test
    void filesOfOneLengthAreComparedOnceAndTheUnchangedStudyCostsNothing(SharedSession session) throws Exception {
        study.file("seed0.jsonl", record(1, 0)).file("seed1.jsonl", record(2, 0));
        assertThat(jobs(session)).startsWith(COMPARE, "passk verify").containsOnlyOnce(COMPARE);
        assertThat(jobs(session)).isEmpty();
        study.file("seed2.jsonl", record(1, 7));
        assertThat(jobs(session)).doesNotContain(COMPARE).contains("passk verify");
        study.file("seed3.jsonl", record(1, 0));
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err())
                .contains("seed3.jsonl: holds the same 62 bytes as")
                .contains("seed0.jsonl");
    }

    @Test
    void largeFilesThatDifferInTheirMiddleAreTwo(SharedSession session) throws Exception {
        study.file("seed0.jsonl", record(1, 200_000)).file("seed1.jsonl", record(2, 200_000));
        assertThat(jobs(session)).startsWith(COMPARE, COMPARE, "passk verify");
        study.file("seed2.jsonl", record(2, 200_000));
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err())
                .contains("seed2.jsonl: holds the same 200,062 bytes as file:" + study.path("seed1.jsonl"));
    }

    @Test
    void emptyFilesAreReportedAsEmptyEach(SharedSession session) throws Exception {
        study.file("seed0.jsonl", "").file("seed1.jsonl", "").file("seed2.jsonl", record(1, 0));
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err())
                .contains("seed0.jsonl: holds no records", "seed1.jsonl: holds no records")
                .doesNotContain("same");
    }

    @Test
    void aCopyUnderAnotherCompressionShowsInTheCountOfIdenticalTexts(SharedSession session) throws Exception {
        study.file("seed0.jsonl", record(1, 0));
        Files.write(study.path("seed1.jsonl.gz"), gzip(record(1, 0)));
        assertThat(jobs(session)).doesNotContain(COMPARE);
        assertThat(study.output("out").count("verdicts")).isEqualTo(2);
        assertThat(study.output("out").json("report.json").toString()).contains("\"identical_text\":1");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
