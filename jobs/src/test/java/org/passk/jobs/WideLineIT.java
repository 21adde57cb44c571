package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One line of 300 MB, all answers to one problem, goes through a whole run in a heap of 1 GiB. */
@Tag("slow")
@ExtendWith(SharedSession.Extension.class)
class WideLineIT {
    private static final int ANSWERS = 1024;
    private static final int CORRECT = 342;
    private static final int TEXT_CHARS = 148_000;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aLineOf300MegabytesNeedsNoMoreThanAGigabyteOfHeap(SharedSession session, @TempDir Path folder)
            throws Exception {
        StudyFolder study = new StudyFolder(folder, session).file("study.conf", """
                        study {
                          name = wide
                          output = out
                          benchmarks = [{ name = one }]
                          models = [{ name = m, role = base }]
                          generations = [{ path = "wide.jsonl", model = m, benchmark = one }]
                        }
                        """);
        generate(study.path("wide.jsonl"));
        assertThat(Files.size(study.path("wide.jsonl"))).isGreaterThan(300_000_000);

        Path log = study.path("wide.log");
        Process process = PasskProcess.start(
                log, "1g", "evaluate", study.path("study.conf").toString());
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(study.output("out").count("read")).isEqualTo(ANSWERS);
        assertThat(Files.readString(study.path("out/report.json")))
                .contains("\"n\" : " + ANSWERS, "\"correct\" : " + CORRECT, "\"stored_disagrees\" : 0");
    }

    /** Every third answer is right; {@code response} repeats the texts after {@code code}. */
    private static void generate(Path file) throws IOException {
        String prose = "We add 12 and 30. ".repeat(TEXT_CHARS / 18);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"idx\":0,\"gt\":\"42\",\"answer\":\"42\"");
            for (String column : new String[] {"code", "response"}) {
                out.write(",\"" + column + "\":[");
                for (int i = 0; i < ANSWERS; i++) {
                    out.write((i == 0 ? "\"" : ",\"") + prose + "\\\\boxed{" + (i % 3 == 0 ? 42 : 1000 + i) + "}\"");
                }
                out.write("]");
            }
            StringBuilder scores = new StringBuilder();
            for (int i = 0; i < ANSWERS; i++) {
                scores.append(i == 0 ? "" : ",").append(i % 3 == 0);
            }
            String stops = String.join(",", Collections.nCopies(ANSWERS, "\"stop\""));
            out.write(",\"score\":[" + scores + "],\"finish_reason\":[" + stops + "]}\n");
        }
    }
}
