package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Input is untrusted: what it says of itself reaches messages, terminals and reports. */
@ExtendWith(SharedSession.Extension.class)
class HostileInputIT {
    private static final String EVIL = "x\\n\\n# All is well\\u001b[2J\\u009b2J\\u2028# All is well";

    @TempDir
    private Path folder;

    @Test
    void namesInRecordsCannotWriteToTheReportOrTheTerminal(SharedSession session) {
        StudyFolder study = new StudyFolder(folder, session)
                .problems(3)
                .file("study.conf", """
                        study {
                          name = hostile
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }, { name = free }]
                          models = [{ name = m, role = base }]
                          generations = [{ path = "gen.jsonl", model = m }]
                        }
                        """)
                .file(
                        "gen.jsonl",
                        record("sums", EVIL) + record(EVIL, "p0") + record("free", EVIL) + record("free", EVIL));
        StudyFolder.Ran ran = study.evaluate("out");
        // Two are unknown, one of the other two repeats the identity of the first.
        assertThat(ran.output().count("read")).isEqualTo(4);
        assertThat(ran.output().count("quarantined")).isEqualTo(3);
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("UNKNOWN_BENCHMARK", "UNKNOWN_PROBLEM", "DUPLICATE_ID");
        for (String text : new String[] {ran.out(), ran.err(), ran.output().text("report.md")}) {
            assertThat(text.lines()).noneMatch(line -> line.startsWith("# All is well"));
            assertThat(text).doesNotContain("\u001b", "\u009b", "\u2028");
        }
    }

    private static String record(String benchmark, String problem) {
        return ("{\"benchmark\": \"%s\", \"problem_id\": \"%s\", \"sample_index\": 0, \"text\": \"\\\\boxed{1}\","
                        + " \"answer\": \"1\"}\n")
                .formatted(benchmark, problem);
    }
}
