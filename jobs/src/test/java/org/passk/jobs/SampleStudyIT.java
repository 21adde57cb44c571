package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.spark.schema.Tables;

/** The sample study gives the numbers of its expected.json, which its own script computes by exact fractions. */
@ExtendWith(SharedSession.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleStudyIT {
    private final Map<String, String> models = new TreeMap<>();
    private JsonNode expected;
    private StudyFolder.Ran ran;

    @BeforeAll
    void evaluate(SharedSession session, @TempDir Path folder) throws IOException {
        StudyFolder study = StudyFolder.crossing(folder, session);
        expected = new ObjectMapper().readTree(study.text("expected.json"));
        ran = study.evaluate("out");
        ran.output()
                .json("report.json")
                .get("runs")
                .forEach(run -> models.put(
                        run.get("run_id").textValue(), run.get("model").textValue()));
    }

    @Test
    void itEndsWell() {
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("pass@k on samples", "ΔSE(32)");
        JsonNode status = ran.output().json("_STATUS.json");
        assertThat(status.get("code").intValue()).isZero();
        assertThat(status.get("state").textValue()).isEqualTo("done");
        assertThat(status.get("kind").textValue()).isEqualTo("NONE");
        assertThat(status.get("tables_written").booleanValue()).isTrue();
        assertThat(status.at("/counts/files").longValue()).isEqualTo(5);
        assertThat(status.at("/counts/read").longValue()).isEqualTo(386 * 3 + 370 + 16);
        assertThat(status.at("/counts/verdicts").longValue()).isEqualTo(2 * 768);
        assertThat(status.at("/counts/quarantined").longValue()).isEqualTo(8);
    }

    @Test
    void samplesAndCorrectOnesPerProblemAreTheExpectedOnes() {
        Map<String, List<Long>> found = new TreeMap<>();
        for (Map<String, Object> row : ran.output().records(Tables.TALLIES)) {
            found.put(
                    models.get((String) row.get("run_id")) + " " + row.get("problem_id"),
                    List.of((Long) row.get("n"), (Long) row.get("correct"), (Long) row.get("no_answer")));
        }
        Map<String, List<Long>> wanted = new TreeMap<>();
        expected.get("runs")
                .properties()
                .forEach(run -> run.getValue()
                        .get("problems")
                        .properties()
                        .forEach(problem -> wanted.put(
                                run.getKey() + " " + problem.getKey(),
                                List.of(
                                        problem.getValue().get("n").longValue(),
                                        problem.getValue().get("c").longValue(),
                                        problem.getValue().get("no_answer").longValue()))));
        assertThat(wanted).hasSize(48);
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void everyPassAtKIsTheExactFraction() {
        int compared = 0;
        for (Map<String, Object> row : ran.output().records(Tables.METRICS)) {
            if (row.get("metric").equals("pass@k") && row.get("slice").equals("")) {
                double exact = expected.at("/runs/" + models.get((String) row.get("run_id")) + "/pass_at_k/"
                                + row.get("k") + "/double")
                        .doubleValue();
                assertThat((Double) row.get("estimate")).isEqualTo(exact, within(1e-12));
                assertThat(row.get("problems")).isEqualTo(24L);
                compared += row.get("target").equals("population") ? 1 : 0;
            }
        }
        assertThat(compared).isEqualTo(2 * 6);
    }

    @Test
    void everyIntervalOfAMeanHoldsItsEstimateAndNamesItsMethod() {
        int intervals = 0;
        for (Map<String, Object> row : ran.output().records(Tables.METRICS)) {
            if (row.get("low") == null) {
                assertThat(row.get("high")).isNull();
                assertThat(row.get("level")).isNull();
                assertThat(row.get("method")).isEqualTo("");
            } else if (!row.get("metric").equals("crossover_k")) {
                assertThat((Double) row.get("estimate")).as(row.toString()).isBetween((Double) row.get("low"), (Double)
                        row.get("high"));
                assertThat(row.get("method")).isNotEqualTo("");
                assertThat(row.get("level")).isEqualTo(0.95);
                intervals++;
            }
        }
        // At the least two curves and a gap at six k.
        assertThat(intervals).isGreaterThanOrEqualTo(18);
    }

    @Test
    void theGapIsTheExactFractionAtTheHeadline() {
        Map<String, Object> headline = ran.output().records(Tables.METRICS).stream()
                .filter(row ->
                        row.get("metric").equals("delta_se") && row.get("flags").equals("headline"))
                .findFirst()
                .orElseThrow();
        assertThat(headline.get("k"))
                .isEqualTo(expected.at("/comparison/delta_se/k").longValue());
        assertThat((Double) headline.get("estimate"))
                .isEqualTo(expected.at("/comparison/delta_se/double").doubleValue(), within(1e-12));
        assertThat(models.get((String) headline.get("base_run_id"))).isEqualTo("base");
        assertThat(models.get((String) headline.get("run_id"))).isEqualTo("rl");
    }

    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        assertThat(ran.out()).contains("ΔSE(32)", "crossover of base over rl", "McNemar");
        String readme = Files.readString(StudyFolder.REPOSITORY.resolve("README.md"));
        int start = ran.out().indexOf("crossing: ");
        int end = ran.out().indexOf('\n', ran.out().indexOf("McNemar"));
        assertThat(readme).contains(ran.out().substring(start, end));
    }

    @Test
    void everyCommonProblemHasItsCountsAndItsSet() {
        JsonNode base = expected.at("/runs/base/problems");
        JsonNode run = expected.at("/runs/rl/problems");
        List<Map<String, Object>> rows = ran.output().records(Tables.PAIR_PROBLEMS);
        assertThat(rows).hasSize(24).allSatisfy(row -> {
            long baseC = base.get((String) row.get("problem_id")).get("c").longValue();
            long c = run.get((String) row.get("problem_id")).get("c").longValue();
            assertThat(models.get((String) row.get("base_run_id"))).isEqualTo("base");
            assertThat(row.get("base_c")).isEqualTo(baseC);
            assertThat(row.get("c")).isEqualTo(c);
            assertThat(row.get("set"))
                    .isEqualTo(baseC > 0 ? c > 0 ? "both" : "base_only" : c > 0 ? "run_only" : "neither");
            assertThat((Double) row.get("q_value")).isGreaterThanOrEqualTo((Double) row.get("p_value"));
            assertThat(row.get("upper_bound") == null).isEqualTo(c > 0);
        });
        for (String set : List.of("both", "base_only", "run_only", "neither")) {
            long size = rows.stream().filter(row -> row.get("set").equals(set)).count();
            assertThat(ran.output().records(Tables.METRICS))
                    .filteredOn(row -> row.get("metric").equals("solvable_" + set))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("problems")).isEqualTo(size));
        }
    }

    @Test
    void everyFileIsAccountedForWithTheReasonsOfItsRejects() {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode source : ran.output().json("report.json").get("sources")) {
            Map<String, Long> reasons = new TreeMap<>();
            source.get("rejects")
                    .forEach(reject -> reasons.put(
                            reject.get("reason").textValue(),
                            reject.get("count").longValue()));
            found.put(
                    source.get("path").textValue(),
                    source.get("read") + " " + source.get("verdicts") + " " + source.get("quarantined") + " "
                            + reasons);
        }
        Map<String, String> wanted = new TreeMap<>();
        expected.get("files").properties().forEach(file -> {
            Map<String, Long> reasons = new TreeMap<>();
            file.getValue()
                    .get("reasons")
                    .properties()
                    .forEach(reason ->
                            reasons.put(reason.getKey(), reason.getValue().longValue()));
            wanted.put(
                    file.getKey(),
                    file.getValue().get("read") + " " + file.getValue().get("verdicts") + " "
                            + file.getValue().get("quarantined") + " " + reasons);
        });
        assertThat(found).isEqualTo(wanted);
        assertThat(ran.output().quarantine()).hasSize(8);
    }

    @Test
    void theInputsOwnVerdictsAreComparedAndNotBelieved() {
        for (JsonNode run : ran.output().json("report.json").get("runs")) {
            JsonNode wanted = expected.at("/runs/" + run.get("model").textValue());
            assertThat(run.get("stored").longValue())
                    .isEqualTo(wanted.get("stored_verdicts").longValue());
            assertThat(run.get("stored_disagrees").longValue())
                    .isEqualTo(wanted.get("stored_wrong_but_correct").longValue()
                            + wanted.get("stored_correct_but_wrong").longValue());
            assertThat(run.get("truncated").longValue())
                    .isEqualTo(wanted.get("truncated").longValue());
            assertThat(run.get("n").longValue()).isEqualTo(wanted.get("n").longValue());
            assertThat(run.get("correct").longValue()).isEqualTo(wanted.get("c").longValue());
            assertThat(run.get("missing").longValue()).isZero();
        }
    }

    @Test
    void theReportsHoldTheSameNumbersInThreeForms() {
        String markdown = ran.output().text("report.md");
        assertThat(markdown).startsWith("# crossing\n").contains("| base", "ΔSE(32) = 0.339", "UNKNOWN_PROBLEM × 1");
        List<String> csv = ran.output().text("metrics.csv").lines().toList();
        JsonNode metrics = ran.output().json("report.json").get("metrics");
        assertThat(csv).hasSize(1 + metrics.size());
        assertThat(metrics)
                .hasSizeGreaterThan(ran.output().records(Tables.METRICS).size());
        int estimate = List.of(csv.get(0).split(",")).indexOf("estimate");
        for (int i = 0; i < metrics.size(); i++) {
            // Labels of bins hold commas, in quotes.
            String[] cells = csv.get(1 + i).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            assertThat(cells).hasSize(22);
            assertThat(Double.parseDouble(cells[estimate]))
                    .isEqualTo(metrics.get(i).get("estimate").doubleValue());
        }
    }

    @Test
    void theManifestNamesEveryInputWithItsFingerprint() {
        JsonNode manifest = ran.output().json("manifest.json");
        assertThat(manifest.get("sources")).hasSize(5);
        for (JsonNode source : manifest.get("sources")) {
            assertThat(source.get("crc32c")).hasSize(1);
            assertThat(source.get("bytes").longValue()).isPositive();
        }
        assertThat(manifest.at("/resolved_study/study/name").textValue()).isEqualTo("crossing");
    }
}
