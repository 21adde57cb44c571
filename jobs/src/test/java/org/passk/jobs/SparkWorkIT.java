package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What Spark does for an evaluation: a stage that begins to run twice, or a text that is shuffled, fails here. */
@ExtendWith(SharedSession.Extension.class)
class SparkWorkIT {
    /**
     * One job each: the splits, TALLIES with SUMMARIES, ANSWERS, METRICS, the exchanged references, what comes from ANSWERS
     * and from SAMPLES. No listing, sampling or counting beside them.
     */
    private static final List<String> JOBS = List.of(
            "passk verify",
            "passk tally",
            "passk answers",
            "passk metrics",
            "passk chance",
            "passk answer metrics",
            "passk sample metrics");

    /**
     * Verification shuffles nothing. TALLIES: scan, merge. ANSWERS: scan, sum. METRICS: the two sides of the pairs, their
     * join beside the curves, the one sorted file. From ANSWERS and SAMPLES: scan, each problem, each run.
     */
    private static final Map<String, Integer> STAGES = Map.of(
            "passk verify", 1,
            "passk tally", 2,
            "passk answers", 2,
            "passk metrics", 4,
            "passk chance", 1,
            "passk answer metrics", 3,
            "passk sample metrics", 3);

    /** Spark asks for the status of many files in a job of its own: of partial tallies, of partial answers, of samples. */
    private static final int LISTINGS = 3;

    private static final String LISTING = "no group";

    private static final int PROBLEMS = 20;
    private static final int SAMPLES_PER_PROBLEM = 25;
    private static final int TEXT_CHARS = 10_000;

    /**
     * A partial tally of ~100 bytes a problem and ~10 bytes a sample (a text hash, an index) and a distinct answer of ~50
     * bytes are shuffled; a text would cost 10 kB.
     */
    private static final long SHUFFLE_BYTES_PER_SAMPLE = 200;

    /** A task returns the names of the files that it wrote and its metrics: ~10 kB, whatever its split holds. */
    private static final long RESULT_BYTES_PER_TASK = 16_000;

    @TempDir
    private Path folder;

    @Test
    void anEvaluationTakesSevenJobsAndNoStageRunsTwice(SharedSession session) throws Exception {
        StudyFolder study = StudyFolder.crossing(folder, session);
        SparkWork work = SparkWork.watch(session);
        StudyFolder.Ran ran = study.evaluate("out");
        work.end();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(work.jobGroups()).isEqualTo(JOBS);
        assertThat(work.stagesByGroup()).isEqualTo(STAGES);
        assertThat(work.stages()).doesNotHaveDuplicates().allMatch(stage -> stage.endsWith(".0"));
        assertThat(work.failedTasks()).isZero();
    }

    @Test
    void manySegmentsCostOneListingForEachTableThatIsRead(SharedSession session) throws Exception {
        StudyFolder study = StudyFolder.crossing(folder, session);
        SparkWork work = SparkWork.watch(session);
        StudyFolder.Ran ran = study.evaluate("out", "splits.bytes=3400");
        work.end();
        // More than the 32 files whose status Spark asks for on the driver.
        assertThat(ran.output().count("splits_verified")).isGreaterThan(50);
        List<String> jobs = new ArrayList<>(work.jobGroups());
        jobs.removeIf(LISTING::equals);
        assertThat(jobs).isEqualTo(JOBS);
        assertThat(work.jobGroups()).filteredOn(LISTING::equals).hasSizeLessThanOrEqualTo(LISTINGS);
        assertThat(work.stages()).doesNotHaveDuplicates().allMatch(stage -> stage.endsWith(".0"));
    }

    @Test
    void noTextIsShuffledOrSentToTheDriver(SharedSession session) throws Exception {
        StudyFolder study = new StudyFolder(folder, session)
                .problems(PROBLEMS)
                .file("study.conf", """
                        study {
                          name = long-texts
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [{ name = m, role = base }]
                          generations = [{ path = "gen.jsonl", model = m, benchmark = sums }]
                        }
                        """)
                .file("gen.jsonl", longTexts());
        SparkWork work = SparkWork.watch(session);
        StudyFolder.Ran ran = study.evaluate("out", "splits.bytes=1MiB");
        work.end();
        assertThat(ran.code()).as(ran.err()).isZero();
        long samples = ran.output().count("verdicts");
        assertThat(samples).isEqualTo(PROBLEMS * SAMPLES_PER_PROBLEM);
        assertThat(work.shuffleBytes()).isPositive().isLessThan(samples * SHUFFLE_BYTES_PER_SAMPLE);
        assertThat(work.resultBytes()).isPositive().isLessThan(work.tasks() * RESULT_BYTES_PER_TASK);
    }

    /** Texts that no codec makes small, so that their bytes would be seen wherever they go. */
    private static String longTexts() {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < PROBLEMS * SAMPLES_PER_PROBLEM; i++) {
            text.append("{\"problem_id\": \"p%d\", \"sample_index\": %d, \"text\": \""
                    .formatted(i / SAMPLES_PER_PROBLEM, i % SAMPLES_PER_PROBLEM));
            for (int c = 0; c < TEXT_CHARS; c++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(" \\\\boxed{").append(i % 40).append("}\"}\n");
        }
        return text.toString();
    }
}
