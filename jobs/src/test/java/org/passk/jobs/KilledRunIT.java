package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of verification loses what it had not listed, and nothing else. */
@ExtendWith(SharedSession.Extension.class)
class KilledRunIT {
    private static final String SPLITS = "splits.bytes=1MiB";
    private static final String COMMITS = "segments.commit_interval=100ms";
    private static final int PROBLEMS = 60;
    private static final int SAMPLES = 250;
    private static final int TEXT_WORDS = 700;
    /** 60 MB in splits of a MiB. */
    private static final int EXPECTED_SPLITS = 55;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aSecondRunGoesOnWhereTheKilledOneStood(SharedSession session, @TempDir Path folder) throws Exception {
        StudyFolder study = new StudyFolder(folder, session).problems(PROBLEMS).file("study.conf", """
                        study {
                          name = killed
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [{ name = m, role = base }]
                          generations = [{ path = "gen.jsonl", model = m, benchmark = sums }]
                        }
                        """);
        generate(study.path("gen.jsonl"));

        int listed = runAndKill(study);
        assertThat(listed).isBetween(1, EXPECTED_SPLITS - 1);
        StudyFolder.Ran again = study.evaluate("out", SPLITS, COMMITS);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.output().count("splits_reused")).isEqualTo(listed);
        assertThat(again.output().count("splits_verified")).isPositive();
        assertThat(again.output().count("read")).isEqualTo(PROBLEMS * SAMPLES);

        StudyFolder.Ran scratch = study.evaluate("scratch", SPLITS);
        assertThat(scratch.output().count("splits_verified"))
                .isEqualTo(
                        again.output().count("splits_reused") + again.output().count("splits_verified"))
                .isGreaterThanOrEqualTo(EXPECTED_SPLITS);
        assertThat(again.output().content()).isEqualTo(scratch.output().content());
    }

    /** Starts passk as its launcher does and kills it as soon as some of its splits are listed; how many were. */
    private static int runAndKill(StudyFolder study) throws Exception {
        Path log = study.path("killed.log");
        String conf = study.path("study.conf").toString();
        Process process = PasskProcess.start(log, "1g", "evaluate", conf, "--set", SPLITS, "--set", COMMITS);
        try {
            while (study.output("out").store().segments().size() < 3) {
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                Thread.sleep(20);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        // 128 + SIGKILL: it did not end by itself.
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(137);
        assertThat(study.path("out/_STATUS.json")).doesNotExist();
        return study.output("out").store().segments().size();
    }

    private static void generate(Path file) throws IOException {
        Random random = new Random(5);
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < TEXT_WORDS; i++) {
            prose.append("step ").append(i % 10).append(' ');
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < PROBLEMS * SAMPLES; i++) {
                out.write("{\"problem_id\": \"p%d\", \"sample_index\": %d, \"text\": \"%s\\\\boxed{%d}\"}\n"
                        .formatted(i % PROBLEMS, i / PROBLEMS, prose, random.nextInt(PROBLEMS)));
            }
        }
    }
}
