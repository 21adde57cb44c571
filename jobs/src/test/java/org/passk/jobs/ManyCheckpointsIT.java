package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.report.Report;
import org.passk.report.render.ReportData;
import org.passk.report.render.ReportText;
import org.passk.settings.Surroundings;
import org.passk.spark.schema.Tables;
import org.passk.spark.stage.ReportStage;
import org.passk.spark.store.SegmentStore;

/** Many steps of one training: the report says less to people and the same to machines, whoever sorts its rows. */
@ExtendWith(SharedSession.Extension.class)
class ManyCheckpointsIT {
    private static final int STEPS = 60;
    private static final int PROBLEMS = 12;
    private static final int N = 16;
    private static final String STUDY = """
            study {
              name = steps
              output = out
              benchmarks = [ { name = easy }, { name = hard } ]
              models = [ { name = base, role = base }, { name = rl, role = rl, base = base, algorithm = GRPO } ]
              generations = [ { path = "counts.csv", format = counts, temperature = 0.6 } ]
            }
            metrics.bootstrap_draws = 100
            """;

    @TempDir
    private Path folder;

    private StudyFolder study(SharedSession session) {
        StringBuilder text = new StringBuilder("model,step,benchmark,problem_id,n,c\n");
        for (int run = 0; run <= STEPS; run++) {
            String name = run == 0 ? "base," : "rl," + 10 * run;
            for (String benchmark : List.of("easy", "hard")) {
                for (int problem = 0; problem < PROBLEMS; problem++) {
                    int c = (problem * 5 + run * (benchmark.equals("easy") ? 3 : 1)) % (N + 1);
                    text.append(String.format(Locale.ROOT, "%s,%s,p%02d,%d,%d\n", name, benchmark, problem, N, c));
                }
            }
        }
        return new StudyFolder(folder, session).file("study.conf", STUDY).file("counts.csv", text.toString());
    }

    private Report report(SparkSession spark, long mostRows) throws IOException {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        LoadedStudyFile loaded = LoadedStudyFile.load(
                folder.resolve("study.conf").toString(),
                Optional.empty(),
                Map.of(),
                Surroundings.of(Map.of(), Map.of()),
                conf);
        SegmentStore store = new SegmentStore(Evaluation.outputOf(loaded, conf).store(), conf);
        return new ReportStage(spark, store, loaded.study().settings(), conf, mostRows)
                .report(StudyInputs.of(loaded, conf).files(), loaded.base(), Map.of());
    }

    private static String json(Report report) throws IOException {
        StringWriter out = new StringWriter();
        new ReportData(report).json(out);
        return out.toString();
    }

    private static String csv(Report report) throws IOException {
        StringWriter out = new StringWriter();
        new ReportData(report).csv(out);
        return out.toString();
    }

    @Test
    void aReportThatSparkSortsHasTheBytesOfTheOneThatTheDriverSorts(SharedSession session) throws Exception {
        StudyFolder.Ran ran = study(session).evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        SparkSession spark = session.open("report");
        SparkWork work = SparkWork.watch(session);
        Report held = report(spark, Long.MAX_VALUE);
        work.end();
        assertThat(work.jobGroups()).isEmpty();
        Report sorted = report(spark, 0);
        assertThat(ran.output().records(Tables.REPORT_METRICS))
                .hasSizeGreaterThan(ran.output().records(Tables.METRICS).size());
        assertThat(json(sorted)).isEqualTo(json(held)).isEqualTo(ran.output().text("report.json"));
        assertThat(csv(sorted)).isEqualTo(csv(held)).isEqualTo(ran.output().text("metrics.csv"));
        assertThat(new ReportText(sorted).markdown())
                .isEqualTo(new ReportText(held).markdown())
                .isEqualTo(ran.output().text("report.md"));
    }

    @Test
    void whatWasSortedOnceIsNotSortedAgain(SharedSession session) throws Exception {
        StudyFolder.Ran ran = study(session).evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        SparkSession spark = session.open("report");
        String first = csv(report(spark, 0));
        SparkWork work = SparkWork.watch(session);
        String second = csv(report(spark, 0));
        work.end();
        assertThat(work.jobGroups()).isEmpty();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void peopleAreShownTheFirstTheLastAndTheBestSteps(SharedSession session) {
        StudyFolder.Ran ran = study(session).evaluate("out");
        String markdown = ran.output().text("report.md");
        assertThat(markdown)
                .contains("| rl step=10 ", "| rl step=600 ", " of 61 runs are not shown")
                .doesNotContain("| rl step=130 ");
        assertThat(ran.out()).contains(" of 61 runs are not shown");
        assertThat(ran.output().text("metrics.csv")).contains("rl step=130");
    }

    @Test
    void groupsThatAreNotAskedForAreNotComputed(SharedSession session) {
        StudyFolder study = study(session);
        assertThat(metrics(study.evaluate("few", "metrics.groups=[]"))).containsExactly("pass@k");
        assertThat(metrics(study.evaluate("gaps", "metrics.groups=[comparisons]")))
                .containsExactly("coverage_loss", "delta_se", "pass@k", "pass@k_difference", "remaining_inefficiency");
        StudyFolder.Ran again = study.evaluate("gaps", "metrics.groups=[crossovers, across]");
        assertThat(metrics(again))
                .contains("crossover_none", "table_pass@k", "trend_pass@k")
                .doesNotContain("delta_se", "cover", "maj@k", "solvable_both");
        assertThat(again.output().records(Tables.PAIR_PROBLEMS)).isEmpty();
    }

    private static Set<String> metrics(StudyFolder.Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        Set<String> names = new TreeSet<>();
        for (JsonNode row : ran.output().json("report.json").get("metrics")) {
            names.add(row.get("metric").textValue());
        }
        return names;
    }
}
