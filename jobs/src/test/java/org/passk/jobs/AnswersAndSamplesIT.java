package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.model.Run;

/** Metrics that need more than counts: votes, scores, entropies and chance. */
@ExtendWith(SharedSession.Extension.class)
class AnswersAndSamplesIT {
    private static final double EXACT = 1e-14;

    @TempDir
    private Path folder;

    private StudyFolder study(SharedSession session) {
        return new StudyFolder(folder, session)
                .problems(2)
                .file("study.conf", """
                        study {
                          name = votes
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [{ name = m, role = base }]
                          generations = [{ path = "gen*.jsonl", model = m, benchmark = sums }]
                          ks = [1, 2, 4, 8]
                        }
                        """)
                .file("gen.jsonl", """
                        {"problem_id": "p0", "sample_index": 0, "text": "\\\\boxed{1}", "score": 0.1, "mean_entropy": 0.2}
                        {"problem_id": "p0", "sample_index": 1, "text": "\\\\boxed{1.0}", "score": 0.9, "mean_entropy": 0.4}
                        {"problem_id": "p0", "sample_index": 2, "text": "\\\\boxed{7}", "score": 0.5, "mean_entropy": 0.6}
                        {"problem_id": "p0", "sample_index": 3, "text": "no idea", "score": 0.2, "mean_entropy": 0.8}
                        {"problem_id": "p1", "sample_index": 0, "text": "\\\\boxed{2}", "score": 0.1, "mean_entropy": 0.1}
                        {"problem_id": "p1", "sample_index": 1, "text": "\\\\boxed{7}", "score": 0.1, "mean_entropy": 0.1}
                        {"problem_id": "p1", "sample_index": 2, "text": "\\\\boxed{7.0}", "score": 0.1, "mean_entropy": 0.1}
                        {"problem_id": "p1", "sample_index": 3, "text": "\\\\boxed{14/2}"}
                        """);
    }

    private static Map<String, JsonNode> rows(StudyFolder.Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, JsonNode> rows = new TreeMap<>();
        for (JsonNode metric : ran.output().json("report.json").get("metrics")) {
            String slice = metric.get("slice").textValue();
            String x = metric.get("x").isNull() ? "" : " x=" + metric.get("x");
            String key = metric.get("metric").textValue() + (slice.isEmpty() ? "" : " " + slice) + " "
                    + metric.get("k").longValue() + x;
            if (metric.get("target").textValue().equals("population")) {
                assertThat(rows.put(key, metric)).as(key).isNull();
            }
        }
        return rows;
    }

    private static double estimate(Map<String, JsonNode> rows, String key) {
        assertThat(rows).containsKey(key);
        return rows.get(key).get("estimate").doubleValue();
    }

    @Test
    void votesScoresAndEntropiesAreThoseOfTheSamples(SharedSession session) {
        Map<String, JsonNode> rows = rows(study(session).evaluate("out"));
        assertThat(estimate(rows, "maj@k 1")).isCloseTo(3 / 8.0, within(EXACT));
        assertThat(estimate(rows, "maj@k 2")).isCloseTo(11 / 24.0, within(EXACT));
        assertThat(estimate(rows, "maj@k 4")).isCloseTo(1 / 2.0, within(EXACT));
        assertThat(rows).doesNotContainKey("maj@k 8");
        // p1 has a sample without a score: p0 alone, where the best of 6 pairs is right in 3.
        assertThat(estimate(rows, "best_of@k 1")).isCloseTo(0.5, within(EXACT));
        assertThat(estimate(rows, "best_of@k 2")).isCloseTo(0.5, within(EXACT));
        assertThat(estimate(rows, "best_of@k 4")).isCloseTo(1, within(EXACT));
        assertThat(rows.get("best_of@k 4").get("flags").toString()).contains("subset");
        assertThat(rows.get("best_of@k 4").get("problems").longValue()).isEqualTo(1);
        assertThat(estimate(rows, "mean_entropy 0")).isCloseTo(0.3, within(EXACT));
        assertThat(rows.get("mean_entropy 0").get("samples").longValue()).isEqualTo(7);
    }

    @Test
    void aRepeatedIdentityCountsOnce(SharedSession session) {
        StudyFolder study = study(session);
        String other = "{\"problem_id\": \"p0\", \"sample_index\": 3, \"text\": \"\\\\boxed{1}\", \"score\": 0.3,"
                + " \"mean_entropy\": 9, \"seed\": 5}\n";
        study.file("gen.jsonl", study.text("gen.jsonl").replace("\"text\"", "\"seed\": 5, \"text\""))
                .file("gen2.jsonl", other);
        StudyFolder.Ran ran = study.evaluate("out", "quarantine.max_share=1");
        Map<String, JsonNode> rows = rows(ran);
        assertThat(ran.output().quarantine()).hasSize(1);
        assertThat(estimate(rows, "best_of@k 2")).isCloseTo(0.5, within(EXACT));
        assertThat(estimate(rows, "mean_entropy 0")).isCloseTo(0.3, within(EXACT));
    }

    @Test
    void chanceIsWhatAgreesWithTheReferenceOfAnotherProblem(SharedSession session) {
        StudyFolder study = study(session).file("problems.jsonl", """
                        {"id": "p0", "question": "A?", "answer": "1/2"}
                        {"id": "p1", "question": "B?", "answer": "\\\\frac{3}{4}"}
                        """).file("gen.jsonl", """
                        {"problem_id": "p0", "sample_index": 0, "text": "\\\\boxed{0.5}"}
                        {"problem_id": "p0", "sample_index": 1, "text": "\\\\boxed{0.75}"}
                        {"problem_id": "p0", "sample_index": 2, "text": "\\\\boxed{\\\\frac{6}{8}}"}
                        {"problem_id": "p0", "sample_index": 3, "text": "\\\\boxed{x}"}
                        {"problem_id": "p1", "sample_index": 0, "text": "\\\\boxed{3/4}"}
                        {"problem_id": "p1", "sample_index": 1, "text": "\\\\boxed{\\\\frac12}"}
                        {"problem_id": "p1", "sample_index": 2, "text": "\\\\boxed{7}"}
                        {"problem_id": "p1", "sample_index": 3, "text": "\\\\boxed{7}"}
                        """);
        Map<String, JsonNode> rows = rows(study.evaluate("out"));
        assertThat(estimate(rows, "pass@k 1")).isCloseTo(1 / 4.0, within(EXACT));
        // With two problems every exchange is the same: 2 and 1 of 4 agree with the other reference.
        assertThat(estimate(rows, "pass@k null 1")).isCloseTo(3 / 8.0, within(EXACT));
        assertThat(estimate(rows, "pass@k null 2")).isCloseTo(2 / 3.0, within(EXACT));
        assertThat(estimate(rows, "chance_adjusted_coverage@k 1")).isCloseTo(-1 / 5.0, within(EXACT));
        assertThat(rows(study.evaluate("none", "metrics.null_rounds=0"))).doesNotContainKey("pass@k null 1");
    }

    @Test
    void problemsThatCanBeGuessedAreLeftOutBesideTheWhole(SharedSession session) {
        StudyFolder study = study(session)
                .study(
                        "{ path = \"gen*.jsonl\", model = m, benchmark = sums }",
                        "{ path = \"gen.jsonl\", model = m, benchmark = sums, prompt_kind = cot },"
                                + " { path = \"direct.jsonl\", model = m, benchmark = sums, prompt_kind = direct }")
                .study("name = votes", "name = votes\n guess { prompt_kind = direct, max_accuracy = 0.3 }")
                .file("direct.jsonl", """
                        {"problem_id": "p0", "sample_index": 0, "text": "\\\\boxed{1}"}
                        {"problem_id": "p0", "sample_index": 1, "text": "\\\\boxed{5}"}
                        {"problem_id": "p0", "sample_index": 2, "text": "\\\\boxed{6}"}
                        {"problem_id": "p0", "sample_index": 3, "text": "\\\\boxed{7}"}
                        {"problem_id": "p1", "sample_index": 0, "text": "\\\\boxed{2}"}
                        {"problem_id": "p1", "sample_index": 1, "text": "\\\\boxed{3}"}
                        """);
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, Double> filtered = new TreeMap<>();
        for (JsonNode metric : ran.output().json("report.json").get("metrics")) {
            boolean whole = metric.get("slice").textValue().isEmpty();
            String name = metric.get("metric").textValue();
            if (name.equals("guessable")
                    || (!whole && metric.get("slice").textValue().equals("guess_filtered"))) {
                String run = new Run("m", -1, "cot", Double.NaN, Double.NaN, -1).id();
                assertThat(metric.get("run_id").textValue()).isEqualTo(run);
                filtered.putIfAbsent(
                        name + " " + metric.get("k").longValue(),
                        metric.get("estimate").doubleValue());
            }
        }
        // p0 is solved in 1 of 4 without reasoning; p1 in 1 of 2, and 1 of 4 with.
        assertThat(filtered).containsEntry("guessable 0", 0.5).containsEntry("pass@k 1", 0.25);
    }

    @Test
    void aTrainedModelIsComparedWithItsBaseAtEqualEntropy(SharedSession session) {
        String record = "{\"problem_id\": \"p0\", \"sample_index\": 0, \"text\": \"\\\\boxed{%d}\","
                + " \"mean_entropy\": %s}\n";
        StudyFolder study = study(session)
                .study("{ name = m, role = base }", "{ name = m, role = base }, { name = rl, role = rl, base = m }")
                .study("{ path = \"gen*.jsonl\", model = m, benchmark = sums }", """
                        { path = "gen.jsonl", model = m, benchmark = sums, temperature = 0.6 }
                        { path = "cold.jsonl", model = rl, benchmark = sums, temperature = 0.6 }
                        { path = "hot.jsonl", model = rl, benchmark = sums, temperature = 1.0 }
                        """)
                .file("cold.jsonl", record.formatted(1, "0.2"))
                .file("hot.jsonl", record.formatted(7, "0.6"));
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, JsonNode> rows = new TreeMap<>();
        for (JsonNode metric : ran.output().json("report.json").get("metrics")) {
            boolean matched = metric.get("slice").textValue().equals("entropy_matched");
            if (matched || metric.get("metric").textValue().equals("matched_temperature")) {
                String run = new Run("rl", -1, "", 0.6, Double.NaN, -1).id();
                assertThat(metric.get("run_id").textValue()).isEqualTo(run);
                String base = new Run("m", -1, "", 0.6, Double.NaN, -1).id();
                assertThat(metric.get("base_run_id").textValue()).isEqualTo(base);
                rows.put(
                        metric.get("metric").textValue() + " " + metric.get("k").longValue(), metric);
            }
        }
        // The base has 0.3: a quarter of the way from 0.2 at 0.6 to 0.6 at 1.0.
        assertThat(estimate(rows, "matched_temperature 0")).isCloseTo(0.7, within(EXACT));
        assertThat(rows.get("matched_temperature 0").get("flags").toString()).contains("nearest_run");
        // p0 alone is common: pass@2 of the base is 5/6, and the nearest run is right.
        assertThat(estimate(rows, "delta_se 2")).isCloseTo(-1 / 6.0, within(EXACT));
    }

    @Test
    void nothingIsComputedTwiceForTheSameSamples(SharedSession session) {
        StudyFolder study = study(session);
        assertThat(study.evaluate("out").code()).isZero();
        StudyFolder.Ran again = study.evaluate("out");
        assertThat(again.code()).isZero();
        assertThat(again.err()).doesNotContain("answer metrics").doesNotContain("sample metrics");
    }
}
