package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a finished study is asked: claims, plans of further samples, and the rows of its report that are about all runs. */
@ExtendWith(SharedSession.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsAndPlansIT {
    private SharedSession session;
    private StudyFolder study;
    private JsonNode report;

    /** Base: 2 of 16 in the first 30 of 40 problems; the steps: 12, 13 and 14 of 16 in the first 20. On "easy" all is twice. */
    @BeforeAll
    void evaluate(SharedSession shared, @TempDir Path folder) {
        session = shared;
        StringBuilder csv = new StringBuilder("model,benchmark,problem_id,n,c,step\n");
        for (int i = 0; i < 40; i++) {
            for (String benchmark : List.of("hard", "easy")) {
                String problem = benchmark + ",p" + (10 + i);
                csv.append("base,%s,16,%d,\n".formatted(problem, i < 30 ? 2 : 0));
                for (int step = 0; step < 3; step++) {
                    int c = i < 20 ? 12 + step : 0;
                    csv.append("rl,%s,16,%d,%d\n".formatted(problem, c, 100 * (step + 1)));
                }
            }
        }
        study = new StudyFolder(folder, session)
                .file("counts.csv", csv.toString())
                .file("study.conf", """
                study {
                  name = steps
                  output = out
                  ks = [1, 2, 4, 8, 16]
                  benchmarks = [ { name = hard }, { name = easy } ]
                  models = [ { name = base, role = base }, { name = rl, role = rl, base = base, algorithm = GRPO } ]
                  generations = [ { path = "counts.csv", format = counts } ]
                }
                """);
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        report = ran.output().json("report.json");
    }

    private StudyFolder.Ran run(String... args) {
        return StudyFolder.command(session, study.path("out"), args);
    }

    private StudyFolder.Ran claims(String text, String... options) {
        study.file("claims.txt", text);
        List<String> args =
                new ArrayList<>(List.of("claim", study.path("claims.txt").toString()));
        args.add(study.path("study.conf").toString());
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private List<JsonNode> rows(String metric, String benchmark) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : report.get("metrics")) {
            if (row.get("metric").textValue().equals(metric)
                    && row.get("benchmark").textValue().equals(benchmark)) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void theReportHoldsWhatIsAboutAllRuns() {
        // Two weights, five k, four runs; and ΔSE of three.
        assertThat(rows("pass@k", "pooled")).hasSize(2 * 5 * 4);
        assertThat(rows("delta_se", "pooled")).hasSize(2 * 5 * 3);
        assertThat(rows("table_pass@k", "hard")).hasSize(2 * 4);
        assertThat(rows("table_delta_se", "hard")).hasSize(3);
        // From 0.375 by 1/32 every 100 steps.
        assertThat(rows("trend_pass@k", "hard"))
                .anySatisfy(row -> assertThat(row.get("estimate").doubleValue()).isCloseTo(0.03125, within(1e-15)));
        assertThat(rows("pairwise_p_holm", "hard"))
                .hasSize(12)
                .allSatisfy(row -> assertThat(row.get("slice").textValue()).isEqualTo("family=base size=12"));
    }

    @Test
    void claimsThatHoldEndWithZero() {
        StudyFolder.Ran ran = claims("""
                # The trained model samples better, and solves less.
                pass@1("rl step=300") - pass@1(base) > 0 at 95 % on hard
                pass@16(base) > 0.7
                k*("rl step=100") <= 7
                drift(pass@1, last) < 0.0313
                """);
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("7 hold, 0 fail, 0 undecided");
    }

    @Test
    void aClaimThatFailsOrIsUndecidedEndsWithThreeAndStandsInTheXml() {
        Path xml = study.path("claims.xml");
        StudyFolder.Ran ran = claims(
                "pass@1(base) > 0.5 on hard\npass@64(base) > 0.5 on hard\npass@1(base) > 0 on hard\n",
                "--junit",
                xml.toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).contains("FAILS", "UNDECIDED", "holds", "1 hold, 1 fail, 1 undecided");
        assertThat(study.text("claims.xml"))
                .contains("tests=\"3\" failures=\"2\"", "name=\"line 1: pass@1(base) &gt; 0.5 on hard\"");
    }

    @Test
    void mistakesInClaimsEndWithTwo() {
        StudyFolder.Ran ran = claims("pass@1(base) 0.5\n");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("claims.txt:1: column 14: expected one of < <= > >=");
        assertThat(run(
                                "claim",
                                study.path("none.txt").toString(),
                                study.path("out").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void theOutputFolderAloneServesToo() {
        study.file("one.txt", "pass@1(base) > 0\n");
        assertThat(run(
                                "claim",
                                study.path("one.txt").toString(),
                                study.path("out").toString())
                        .code())
                .isZero();
        study.file("empty/nothing.txt", "");
        assertThat(run(
                                "claim",
                                study.path("one.txt").toString(),
                                study.path("empty").toString())
                        .code())
                .isEqualTo(4);
    }

    @Test
    void aPlanListsTheProblemsThatNeedMoreSamples() {
        Path work = study.path("work.csv");
        StudyFolder.Ran ran = run(
                "plan",
                study.path("study.conf").toString(),
                "--half-width",
                "0.02",
                "--these-problems",
                "--out",
                work.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("rl step=100 against base on hard", "make ± 0.0");
        List<String> lines = study.text("work.csv").lines().toList();
        assertThat(lines.get(0)).isEqualTo("run,run_id,benchmark,problem_id,n,c,more");
        assertThat(lines)
                .hasSizeGreaterThan(10)
                .anyMatch(line -> line.startsWith("\"base\",") && line.contains(",16,2,"));
        StudyFolder.Ran population = run("plan", study.path("study.conf").toString(), "--half-width", "0.02", "--json");
        assertThat(population.code()).isZero();
        assertThat(population.out()).isEmpty();
        assertThat(population.err()).contains("because the problems differ");
        assertThat(run("plan", study.path("study.conf").toString(), "--half-width", "-1")
                        .code())
                .isEqualTo(2);
    }
}
