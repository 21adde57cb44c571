package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What passk says that it read is what a program that shares no code with it counts. */
@ExtendWith(SharedSession.Extension.class)
class ReadCountIT {
    private static final Path SCRIPT = StudyFolder.REPOSITORY.resolve("jobs/src/test/python/count_records.py");

    @TempDir
    private Path folder;

    @Test
    void theSampleStudyIsReadCompletely(SharedSession session) throws Exception {
        StudyFolder study = StudyFolder.crossing(folder, session);
        StudyFolder.Ran ran = study.evaluate("out", "splits.bytes=9999");
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, Long> read = read(ran);
        assertThat(read).hasSize(5).isEqualTo(counted(study, read.keySet()));
    }

    @Test
    void aWideFileThatBreaksInItsMiddleIsReadToTheBreak(SharedSession session) throws Exception {
        StudyFolder study = StudyFolder.crossing(folder, session);
        List<String> lines =
                new ArrayList<>(study.text("base/seed0.jsonl").lines().toList());
        String line = lines.get(7);
        // Inside the sixth answer, inside the scores, after the answers, before them; blank; not JSON; two on one line.
        lines.set(7, line.substring(0, nth(line, "\", \"", 12)));
        lines.set(9, lines.get(9).substring(0, lines.get(9).length() - 20));
        lines.set(10, lines.get(10).substring(0, lines.get(10).indexOf("\"pred\"")));
        lines.set(11, lines.get(11).substring(0, lines.get(11).indexOf("\"code\"") + 3));
        lines.add(3, "  ");
        lines.add(5, "nothing");
        String whole = String.join("\n", lines);
        study.file("base/seed0.jsonl", whole.substring(0, whole.length() - 700));
        StudyFolder.Ran ran = study.evaluate("out", "quarantine.max_share=1");
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, Long> read = read(ran);
        assertThat(read.get("base/seed0.jsonl")).isLessThan(386);
        assertThat(read).isEqualTo(counted(study, read.keySet()));
        assertThat(ran.output().count("read"))
                .isEqualTo(read.values().stream().mapToLong(Long::longValue).sum());
        assertThat(ran.output().samples()).hasSize((int) ran.output().count("verdicts"));
        assertThat(ran.output().quarantine())
                .hasSize((int) ran.output().count("quarantined"))
                .filteredOn(row -> ((String) row.get("path")).endsWith("base/seed0.jsonl"))
                .hasSizeGreaterThan(6);
    }

    private static int nth(String text, String part, int n) {
        int at = text.indexOf("\"code\"");
        for (int i = 0; i < n; i++) {
            at = text.indexOf(part, at + 1);
        }
        return at;
    }

    private static Map<String, Long> read(StudyFolder.Ran ran) {
        Map<String, Long> read = new TreeMap<>();
        ran.output()
                .json("report.json")
                .get("sources")
                .forEach(source -> read.put(
                        source.get("path").textValue(), source.get("read").longValue()));
        return read;
    }

    private static Map<String, Long> counted(StudyFolder study, Iterable<String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
        files.forEach(file -> command.add(study.path(file).toString()));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("python3 cannot be started, the independent count is not made: " + e.getMessage());
            return Map.of();
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        Map<String, Long> counts = new TreeMap<>();
        out.lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            counts.put(study.path("").relativize(Path.of(parts[1])).toString(), Long.valueOf(parts[0]));
        });
        return counts;
    }
}
