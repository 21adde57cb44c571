package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample that is read twice counts once, wherever its copies lie, and each copy is accounted for. */
@ExtendWith(SharedSession.Extension.class)
class DuplicatesIT {
    private static final String[] CUTS = {"splits.bytes=1GiB", "splits.bytes=150B", "segments.batch_rows=1"};

    @TempDir
    private Path folder;

    @Test
    void aCopiedFileChangesNothingButTheQuarantine(SharedSession session) throws IOException {
        StudyFolder study = StudyFolder.crossing(folder, session);
        StudyFolder.Ran alone = study.evaluate("alone");
        // '-' sorts before '.', so it is the original that stands behind its copy.
        Files.copy(study.path("base/seed0.jsonl"), study.path("base/seed0-copy.jsonl"));
        study.study("base/seed{seed}.jsonl", "base/seed{seed}{,-copy}.jsonl");
        StudyFolder.Ran copied = study.evaluate("copied", "study.allow_duplicate_files=true");

        assertThat(copied.code()).isEqualTo(4);
        assertThat(copied.err())
                .contains("base/seed0.jsonl: 386 of 386 records are quarantined", "DUPLICATE_ID × 384")
                .contains("seed=0 is read from base/seed0-copy.jsonl at 0");
        assertThat(copied.output().json("_STATUS.json").get("code").intValue()).isEqualTo(4);
        assertThat(copied.output().results()).isEqualTo(alone.output().results());
        List<Map<String, Object>> repeated = duplicates(copied.output());
        assertThat(repeated).hasSize(384);
        assertThat(repeated)
                .allSatisfy(row -> assertThat((String) row.get("path")).endsWith("/base/seed0.jsonl"));
        assertThat(copied.output().count("read")).isEqualTo(alone.output().count("read") + 386);
        assertThat(copied.output().count("verdicts")).isEqualTo(alone.output().count("verdicts"));
        assertThat(copied.output().count("quarantined"))
                .isEqualTo(alone.output().count("quarantined") + 384 + 2);
        assertThat(copied.output().quarantine()).hasSize((int) copied.output().count("quarantined"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRecordThatStandsTwiceInAFileCountsOnceHoweverTheFileIsCut(boolean wide, SharedSession session) {
        StudyFolder study = new StudyFolder(folder, session).problems(10).file("study.conf", conf(wide));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            text.append(wide ? wide(i) : longs(i));
        }
        study.file("gen.jsonl", text.toString());
        StudyFolder.Ran alone = study.evaluate("alone");
        assertThat(alone.code()).as(alone.err()).isZero();
        long end = text.toString().getBytes(StandardCharsets.UTF_8).length;
        study.file("gen.jsonl", text + (wide ? wide(3) : longs(3)));
        StudyFolder.Ran whole = study.evaluate("cut0", CUTS[0]);

        assertThat(whole.code()).isEqualTo(4);
        assertThat(whole.output().results()).isEqualTo(alone.output().results());
        List<Map<String, Object>> repeated = duplicates(whole.output());
        assertThat(repeated).hasSize(4);
        assertThat(repeated)
                .allSatisfy(row -> assertThat((Long) row.get("position")).isGreaterThanOrEqualTo(end));
        assertThat(whole.output().count("read")).isEqualTo(44);
        assertThat(whole.output().count("verdicts")).isEqualTo(40);
        for (int i = 1; i < CUTS.length; i++) {
            StudyFolder.Ran cut = study.evaluate("cut" + i, CUTS[i]);
            assertThat(cut.output().content())
                    .as(CUTS[i])
                    .isEqualTo(whole.output().content());
        }
        assertThat(study.output("cut1").count("splits_verified")).isGreaterThan(2);
    }

    @Test
    void aRecordThatStandsThreeTimesInOneBatchCountsOnce(SharedSession session) {
        StudyFolder study = new StudyFolder(folder, session)
                .problems(10)
                .file("study.conf", conf(false))
                .file("gen.jsonl", longs(5) + longs(5) + longs(5));
        StudyFolder.Ran ran = study.evaluate("out", "quarantine.max_share=1");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().count("verdicts")).isEqualTo(4);
        assertThat(duplicates(ran.output())).hasSize(8);
    }

    private static List<Map<String, Object>> duplicates(OutputTables output) {
        return output.quarantine().stream()
                .filter(row -> row.get("reason").equals("DUPLICATE_ID"))
                .toList();
    }

    private static String conf(boolean seeded) {
        return """
                study {
                  name = copies
                  output = out
                  benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                  models = [{ name = m, role = base }]
                  generations = [{ path = "gen.jsonl", model = m, benchmark = sums%s }]
                  ks = [1, 2]
                }
                """.formatted(seeded ? ", seed = 7" : "");
    }

    /** Four answers to a problem, right, wrong, wrong and none, a record each. */
    private static String longs(int problem) {
        StringBuilder text = new StringBuilder();
        String[] answers = {"\\\\boxed{" + (problem + 1) + "}", "\\\\boxed{0}", "\\\\boxed{-1}", "I give up."};
        for (int i = 0; i < answers.length; i++) {
            text.append("{\"problem_id\": \"p%d\", \"sample_index\": %d, \"text\": \"%s\"}\n"
                    .formatted(problem, i, answers[i]));
        }
        return text.toString();
    }

    private static String wide(int problem) {
        return "{\"idx\": %d, \"code\": [\"\\\\boxed{%d}\", \"\\\\boxed{0}\", \"\\\\boxed{-1}\", \"I give up.\"]}\n"
                .formatted(problem, problem + 1);
    }
}
