package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.spark.schema.Tables;

/** Two studies of the same generations against each other. */
@ExtendWith(SharedSession.Extension.class)
class CompareIT {
    private static final double EXACT = 1e-12;
    private static final String LENIENT = "verify.math.last_number=true";
    /** A policy that accepts few answers of the sample study. */
    private static final String SHORT = "verify.math.max_answer_chars=2";

    private static final String STUDY = """
            study {
              name = policies
              output = strict
              ks = [1, 2, 4]
              benchmarks = [{ name = sums, problems = "problems.jsonl", verifier = math }]
              models = [{ name = base, role = base }]
              generations = [{ path = "gen.jsonl", model = base, benchmark = sums }]
            }
            """;

    @TempDir
    private Path folder;

    private static String sample(String problem, int index, String text) {
        return "{\"problem_id\": \"%s\", \"sample_index\": %d, \"text\": \"%s\"}\n"
                .formatted(problem, index, text.replace("\\", "\\\\"));
    }

    /** Two problems with the answers 1 and 2; three samples only end in a number, which alone the lenient policy takes. */
    private static String generations() {
        return sample("p0", 0, "\\boxed{1}")
                + sample("p0", 1, "perhaps 1")
                + sample("p0", 2, "perhaps 8")
                + sample("p0", 3, "\\boxed{5}")
                + sample("p1", 0, "perhaps 2")
                + sample("p1", 1, "\\boxed{7}")
                + sample("p1", 2, "\\boxed{7}")
                + sample("p1", 3, "\\boxed{7}");
    }

    private static StudyFolder policies(Path folder, SharedSession session) {
        return new StudyFolder(folder, session)
                .problems(2)
                .file("study.conf", STUDY)
                .file("gen.jsonl", generations());
    }

    private static void evaluated(StudyFolder.Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private StudyFolder.Ran compare(SharedSession session, String... args) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(Arrays.asList(args));
        return StudyFolder.command(session, folder, all.toArray(String[]::new));
    }

    private JsonNode compared(SharedSession session, Path a, Path b) throws IOException {
        StudyFolder.Ran ran = compare(session, a.toString(), b.toString(), "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }

    private static Map<String, Long> confusion(JsonNode run) {
        Map<String, Long> cells = new TreeMap<>();
        run.get("confusion")
                .forEach(cell -> cells.put(
                        cell.get("outcome_a").textValue() + " "
                                + cell.get("outcome_b").textValue(),
                        cell.get("count").longValue()));
        return cells;
    }

    @Test
    void flipsAreCountedAndMoveTheCurves(SharedSession session) throws JsonProcessingException {
        StudyFolder study = policies(folder, session);
        evaluated(study.evaluate("strict"));
        evaluated(study.evaluate("lenient", LENIENT));
        String out = folder.resolve("compared").toString();
        String strict = folder.resolve("study.conf").toString();
        String lenient = folder.resolve("lenient").toString();
        StudyFolder.Ran text = compare(session, strict, lenient);
        StudyFolder.Ran json = compare(session, strict, lenient, "--json", "--out", out);
        assertThat(json.code()).as(json.err()).isZero();
        assertThat(study.text("compared/compare.json")).isEqualTo(json.out());
        JsonNode root = new ObjectMapper().readTree(json.out());
        assertThat(root.get("settings")).hasSize(1);
        assertThat(root.at("/settings/0").toString())
                .isEqualTo("{\"key\":\"verify.math.last_number\",\"a\":\"false\",\"b\":\"true\"}");
        JsonNode run = root.at("/runs/0");
        assertThat(confusion(run))
                .isEqualTo(Map.of(
                        "CORRECT CORRECT", 1L,
                        "INCORRECT INCORRECT", 4L,
                        "NO_ANSWER CORRECT", 2L,
                        "NO_ANSWER INCORRECT", 1L));
        assertThat(run.get("agreement").doubleValue()).isEqualTo(5 / 8.0);
        // Chance: (1 · 3 + 4 · 5) / 64.
        assertThat(run.get("kappa").doubleValue()).isCloseTo(17 / 41.0, within(EXACT));
        // c = 1 and 0 of 4 against 2 and 1: the mean of 1 − C(4 − c, k) / C(4, k).
        double[][] curves = {{1 / 8.0, 3 / 8.0}, {1 / 4.0, (5 / 6.0 + 1 / 2.0) / 2}, {1 / 2.0, 1}};
        for (int i = 0; i < curves.length; i++) {
            JsonNode at = run.get("pass_at_k").get(i);
            assertThat(at.get("k").intValue()).isEqualTo(1 << i);
            assertThat(at.get("a").doubleValue()).isCloseTo(curves[i][0], within(EXACT));
            assertThat(at.get("b").doubleValue()).isCloseTo(curves[i][1], within(EXACT));
            assertThat(at.get("difference").doubleValue()).isCloseTo(curves[i][0] - curves[i][1], within(EXACT));
            assertThat(at.get("low").doubleValue())
                    .isLessThan(at.get("difference").doubleValue());
        }
        assertThat(run.get("solved").toString()).isEqualTo("{\"both\":1,\"a_only\":0,\"b_only\":1,\"neither\":0}");
        assertThat(run.get("flips")).hasSize(2).allSatisfy(flip -> {
            assertThat(flip.get("channel_a").textValue()).isEqualTo("LAST_NUMBER");
            assertThat(flip.get("rule_a").textValue()).isEqualTo("channel-not-allowed");
            assertThat(flip.get("channel_b").textValue()).isEqualTo("LAST_NUMBER");
        });
        JsonNode example = run.at("/examples/2");
        assertThat(example.get("problem_id").textValue()).isEqualTo("p1");
        assertThat(example.get("answer_b").textValue()).isEqualTo("2");
        // The fifth line of the file.
        assertThat(example.get("position").longValue()).isEqualTo(generations().indexOf("{\"problem_id\": \"p1\""));
        assertThat(text.out())
                .contains("verify.math.last_number  false  true", "8 common samples, 3 with another outcome")
                .contains("agreement 62.50 %, Cohen's κ 0.415", "solved under both 1, under A alone 0, under B alone 1")
                .containsPattern("NO_ANSWER +2 +1 +0 +3\n")
                .containsPattern("1 +2 +0.125 +0.375 +-0.250");
        assertThat(study.text("compared/compare.csv").lines())
                .anyMatch(line -> line.startsWith("confusion,base,") && line.contains(",NO_ANSWER,,,CORRECT,,,,2,"))
                .anyMatch(line -> line.startsWith("pass@k,base,") && line.contains(",4,2,,0.5,1.0,-0.5,"))
                .allMatch(line -> line.chars().filter(c -> c == ',').count() == 18);
    }

    /** Verdicts by place in the input files, not by identity. */
    private static Map<String, Map<String, Object>> byPlace(OutputTables output) {
        Map<String, Map<String, Object>> samples = new TreeMap<>();
        output.samples()
                .forEach(sample -> samples.put(
                        sample.get(Tables.PATH) + " " + sample.get(Tables.POSITION) + " "
                                + sample.get(Tables.ANSWER_INDEX),
                        sample));
        output.records(Tables.DUPLICATES)
                .forEach(row -> samples.remove(
                        row.get(Tables.PATH) + " " + row.get(Tables.POSITION) + " " + row.get(Tables.ANSWER_INDEX)));
        return samples;
    }

    @Test
    void theSampleStudyGivesTheConfusionThatItsTablesHold(SharedSession session) throws IOException {
        StudyFolder study = StudyFolder.crossing(folder, session);
        evaluated(study.evaluate("a"));
        evaluated(study.evaluate("b", SHORT));
        evaluated(study.evaluate("c", SHORT, "splits.bytes=65536"));
        Map<String, Long> wanted = new TreeMap<>();
        Map<String, Map<String, Object>> other = byPlace(study.output("b"));
        byPlace(study.output("a"))
                .forEach((place, sample) -> wanted.merge(
                        sample.get(Tables.RUN_ID) + " " + sample.get("outcome") + " "
                                + other.get(place).get("outcome"),
                        1L,
                        Long::sum));
        JsonNode root = compared(session, study.path("a"), study.path("b"));
        Map<String, Long> found = new TreeMap<>();
        long flips = 0;
        for (JsonNode run : root.get("runs")) {
            confusion(run).forEach((cell, count) -> found.put(run.get("run_id").textValue() + " " + cell, count));
            assertThat(run.get("common").longValue()).isEqualTo(768);
            assertThat(run.get("only_a").longValue() + run.get("only_b").longValue())
                    .isZero();
            for (JsonNode flip : run.get("flips")) {
                flips += flip.get("count").longValue();
            }
        }
        assertThat(found).isEqualTo(wanted);
        assertThat(flips).isPositive();
        assertThat(root.get("against_base")).hasSize(1);
        JsonNode report = study.output("b").json("report.json");
        for (JsonNode row : report.get("metrics")) {
            if (row.get("metric").textValue().equals("delta_se")
                    && row.get("flags").toString().contains("headline")) {
                assertThat(root.at("/against_base/0/b/delta_se/estimate").doubleValue())
                        .isEqualTo(row.get("estimate").doubleValue());
            }
        }
        for (JsonNode run : root.get("runs")) {
            for (JsonNode at : run.get("pass_at_k")) {
                assertThat(passAtK(
                                report,
                                run.get("run_id").textValue(),
                                at.get("k").longValue()))
                        .isEqualTo(at.get("b").doubleValue());
            }
        }
        assertThat(compared(session, study.path("a"), study.path("c")).get("runs"))
                .isEqualTo(root.get("runs"));
    }

    private static double passAtK(JsonNode report, String run, long k) {
        for (JsonNode row : report.get("metrics")) {
            if (row.get("metric").textValue().equals("pass@k")
                    && row.get("slice").textValue().isEmpty()
                    && row.get("run_id").textValue().equals(run)
                    && row.get("k").longValue() == k) {
                return row.get("estimate").doubleValue();
            }
        }
        throw new AssertionError("no pass@" + k);
    }

    @Test
    void studiesOfOtherFoldersThatAreAlikeAgreeInEverything(SharedSession session) throws IOException {
        StudyFolder one = StudyFolder.crossing(folder.resolve("one"), session);
        StudyFolder other = StudyFolder.crossing(folder.resolve("elsewhere/two"), session);
        evaluated(one.evaluate("out"));
        evaluated(other.evaluate("out"));
        JsonNode root = compared(session, one.path("out"), other.path("out"));
        assertThat(root.get("settings")).isEmpty();
        assertThat(root.get("runs")).hasSize(2).allSatisfy(run -> {
            assertThat(run.get("common").longValue()).isEqualTo(768);
            assertThat(run.get("flips")).isEmpty();
            assertThat(run.get("examples")).isEmpty();
            assertThat(run.get("kappa").doubleValue()).isEqualTo(1);
            assertThat(run.get("confusion"))
                    .allSatisfy(cell -> assertThat(cell.get("outcome_a")).isEqualTo(cell.get("outcome_b")));
            assertThat(run.get("pass_at_k"))
                    .hasSize(6)
                    .allSatisfy(
                            at -> assertThat(at.get("difference").doubleValue()).isZero());
        });
        StudyFolder.Ran text =
                compare(session, one.path("out").toString(), other.path("out").toString());
        assertThat(text.out()).contains("no setting differs", "agreement 100.00 %, Cohen's κ 1.000");
    }

    @Test
    void samplesThatAreInNoPairAreCounted(SharedSession session) throws IOException {
        StudyFolder one = policies(folder.resolve("one"), session);
        StudyFolder other = policies(folder.resolve("other"), session);
        one.file("gen.jsonl", generations() + sample("p0", 0, "\\boxed{6}"));
        other.file("gen.jsonl", generations().replace("perhaps 8", "perhaps 9") + sample("p1", 4, "\\boxed{2}"));
        evaluated(one.evaluate("out", "quarantine.max_share=1"));
        evaluated(other.evaluate("out"));
        JsonNode run = compared(session, one.path("out"), other.path("out")).at("/runs/0");
        assertThat(run.get("common").longValue()).isEqualTo(7);
        assertThat(run.get("only_a").longValue()).isZero();
        assertThat(run.get("only_b").longValue()).isEqualTo(1);
        assertThat(run.get("other_text").longValue()).isEqualTo(1);
        assertThat(run.get("repeated_a").longValue()).isEqualTo(1);
        assertThat(run.get("repeated_b").longValue()).isZero();
        assertThat(compare(
                                session,
                                one.path("out").toString(),
                                other.path("out").toString())
                        .out())
                .contains("not compared: 1 in B alone, 1 of equal identity with different texts, 1 repeated in A");
    }

    @Test
    void fewerExamplesAreSomeOfTheOthers(SharedSession session) throws IOException {
        StudyFolder study = policies(folder, session);
        evaluated(study.evaluate("strict"));
        evaluated(study.evaluate("lenient", LENIENT));
        JsonNode all =
                compared(session, study.path("strict"), study.path("lenient")).at("/runs/0/examples");
        assertThat(all).hasSize(3);
        StudyFolder.Ran two = compare(
                session,
                study.path("strict").toString(),
                study.path("lenient").toString(),
                "--json",
                "--examples",
                "2");
        assertThat(new ObjectMapper().readTree(two.out()).at("/runs/0/examples"))
                .hasSize(2)
                .isSubsetOf(all);
    }

    @Test
    void whatCannotBeComparedIsAMistakeOfTheInput(SharedSession session) {
        StudyFolder study = policies(folder, session);
        evaluated(study.evaluate("strict"));
        String strict = study.path("strict").toString();
        assertThat(study.run("verify", "study.conf", "unfinished").code()).isZero();
        failed(compare(session, strict, study.path("unfinished").toString()), 4, "holds no metrics");
        failed(compare(session, strict, study.path("nowhere").toString()), 2, "no such file");
        failed(compare(session, strict, strict, "--examples", "-1"), 2, "--examples -1");
        study.file("counts.csv", "problem_id,n,c\np0,4,1\n")
                .file("counts.conf", STUDY.replace("gen.jsonl\"", "counts.csv\", format = counts"));
        evaluated(study.evaluateFile("counts.conf", "counts"));
        failed(compare(session, strict, study.path("counts").toString()), 4, "holds no verdicts of single samples");
        study.file("other.conf", STUDY.replace("base", "another").replace("role = another", "role = base"));
        evaluated(study.evaluateFile("other.conf", "another"));
        failed(compare(session, strict, study.path("another").toString()), 4, "have no sample in common");
        study.problems(3);
        evaluated(study.evaluate("more"));
        failed(
                compare(session, strict, study.path("more").toString()),
                4,
                "benchmark sums: the problem files differ: 0 problems of the first study alone, 1 of the second alone"
                        + " (p2)");
    }

    private static void failed(StudyFolder.Ran ran, int code, String message) {
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(message);
    }
}
