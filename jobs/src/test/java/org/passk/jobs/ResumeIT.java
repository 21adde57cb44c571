package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A second run does what has changed and nothing else, and its result is that of a run from scratch. */
@ExtendWith(SharedSession.Extension.class)
class ResumeIT {
    private static final String LATE = "rl/part2-late.jsonl";

    private StudyFolder study;

    @BeforeEach
    void copy(SharedSession session, @TempDir Path folder) {
        study = StudyFolder.crossing(folder, session);
    }

    @Test
    void anUnchangedStudyReadsNothingAndRunsNoJob(SharedSession session) throws Exception {
        StudyFolder.Ran first = study.evaluate("out");
        assertThat(first.err()).contains("verified 5 splits");
        var before = first.output().content();
        SparkWork work = SparkWork.watch(session);
        StudyFolder.Ran again = study.evaluate("out");
        work.end();
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("nothing to verify: all splits (5) are unchanged");
        assertWork(again, 0, 5);
        assertThat(work.jobGroups()).isEmpty();
        assertThat(again.output().content()).isEqualTo(before);
    }

    @Test
    void aNewFileIsReadAlone() throws IOException {
        String late = study.text(LATE);
        Files.delete(study.path(LATE));
        StudyFolder.Ran before = study.evaluate("out");
        assertThat(before.output().json("report.json").at("/runs/1/missing").longValue())
                .isEqualTo(16);
        study.file(LATE, late);
        StudyFolder.Ran after = study.evaluate("out");
        assertThat(after.err()).contains("verified 1 split, 4 unchanged", "computed tallies, metrics");
        assertWork(after, 1, 4);
        assertEqualToScratch(after);
    }

    @Test
    void aChangedFileIsReadAgainAlone() throws IOException {
        study.evaluate("out");
        String wrong = "{\"model\": \"rl\", \"benchmark\": \"samples\", \"problem_id\": \"s01\", \"sample_index\": 99,"
                + " \"text\": \"\\\\boxed{0}\", \"seed\": 1, \"step\": 150, \"prompt_kind\": \"cot\","
                + " \"temperature\": 0.6, \"top_p\": 0.95, \"max_tokens\": 2048}\n";
        study.file(LATE, study.text(LATE) + wrong);
        StudyFolder.Ran after = study.evaluate("out");
        assertWork(after, 1, 4);
        assertThat(after.output().count("verdicts")).isEqualTo(2 * 768 + 1);
        assertEqualToScratch(after);
    }

    @Test
    void aFileWithOtherBytesOfTheSameLengthIsReadAgain() throws IOException {
        study.evaluate("out");
        Path late = study.path(LATE);
        FileTime time = Files.getLastModifiedTime(late);
        String text = study.text(LATE);
        study.file(LATE, text.replace("\\\\boxed{", "\\\\boxes{"));
        assertThat(Files.size(late)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        Files.setLastModifiedTime(late, FileTime.from(time.toInstant().plus(Duration.ofSeconds(2))));
        StudyFolder.Ran after = study.evaluate("out");
        assertWork(after, 1, 4);
        assertEqualToScratch(after);
    }

    @Test
    void theSamplesOfARemovedFileDisappear() throws IOException {
        study.evaluate("out");
        Files.delete(study.path(LATE));
        StudyFolder.Ran after = study.evaluate("out");
        assertWork(after, 0, 4);
        assertThat(after.output().samples()).hasSize(2 * 768 - 16);
        assertThat(after.output().json("report.json").at("/runs/1/missing").longValue())
                .isEqualTo(16);
        assertEqualToScratch(after);
    }

    @Test
    void anotherVerifierSettingVerifiesEverythingAgain() {
        String setting = "verify.math.percent_equals_number=false";
        study.evaluate("out");
        StudyFolder.Ran after = study.evaluate("out", setting);
        assertWork(after, 5, 0);
        assertThat(after.output().content())
                .isEqualTo(study.evaluate("scratch", setting).output().content());
    }

    @Test
    void otherKsComputeMetricsAlone(SharedSession session) throws Exception {
        study.evaluate("out");
        SparkWork work = SparkWork.watch(session);
        StudyFolder.Ran after = study.evaluate("out", "study.ks=[3, 5]");
        work.end();
        assertWork(after, 0, 5);
        assertThat(work.jobGroups())
                .containsExactly("passk metrics", "passk chance", "passk answer metrics", "passk sample metrics");
        assertThat(after.output().content())
                .isEqualTo(study.evaluate("scratch", "study.ks=[3, 5]").output().content());
    }

    @Test
    void theStagesOneByOneGiveWhatEvaluateGives() {
        for (String command : new String[] {"verify", "tally", "metrics", "report"}) {
            StudyFolder.Ran ran = study.run(command, "study.conf", "out");
            assertThat(ran.code()).as(command + ": " + ran.err()).isZero();
        }
        assertThat(study.output("out").content())
                .isEqualTo(study.evaluate("scratch").output().content());
    }

    @Test
    void aStageAloneNeedsTheFilesThatWereVerified() throws IOException {
        study.evaluate("out");
        Files.copy(study.path(LATE), study.path("rl/more.jsonl"));
        Files.delete(study.path("base/seed1.jsonl"));
        for (String command : new String[] {"tally", "metrics", "report"}) {
            StudyFolder.Ran ran = study.run(command, "study.conf", "out");
            assertThat(ran.code()).as(command).isEqualTo(4);
            assertThat(ran.err()).contains("(1 new, 1 gone): run passk verify first");
        }
    }

    @Test
    void whatAnEntryExpectsIsThatOfTheStudyNowHoweverItsEntriesStand() {
        study.evaluate("out");
        // The second entry becomes the first; a stage alone does not verify, so the segments still say the second.
        String later = "{ path = \"rl/*.jsonl*\", format = auto, samples = 32 }";
        study.study(later, "").study("generations = [", "generations = [ " + later.replace("32", "40"));
        StudyFolder.Ran ran = study.run("tally", "study.conf", "out");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().json("_STATUS.json").get("code").intValue()).isZero();
        study.run("metrics", "study.conf", "out");
        study.run("report", "study.conf", "out");
        assertThat(study.output("out").json("report.json").at("/runs/0/missing").longValue())
                .isZero();
        assertThat(study.output("out").json("report.json").at("/runs/1/missing").longValue())
                .isEqualTo(24 * 8);
    }

    private static void assertWork(StudyFolder.Ran ran, long verified, long reused) {
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().count("splits_verified")).isEqualTo(verified);
        assertThat(ran.output().count("splits_reused")).isEqualTo(reused);
    }

    private void assertEqualToScratch(StudyFolder.Ran ran) {
        assertThat(ran.output().content())
                .isEqualTo(study.evaluate("scratch").output().content());
    }
}
