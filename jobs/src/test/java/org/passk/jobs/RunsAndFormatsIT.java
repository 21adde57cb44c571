package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.TableFileWriter;

/** What makes a run, where its parameters may stand, and the forms that its files may have. */
@ExtendWith(SharedSession.Extension.class)
class RunsAndFormatsIT {
    private static final int PROBLEMS = 4;
    private static final int SAMPLES = 3;
    private static final TableSchema PARQUET = TableSchema.of("generations")
            .required(ColumnType.STRING, "problem_id")
            .required(ColumnType.LONG, "sample_index")
            .required(ColumnType.STRING, "text")
            .optional(ColumnType.DOUBLE, "temperature")
            .build();

    @TempDir
    private Path folder;

    @Test
    void eachStepOfTheTemplateIsARunAndItsSeedsMerge(SharedSession session) {
        StudyFolder study = study(
                session,
                "{ name = m, role = rl }",
                "{ path = \"gen/{model}/step_{step}/{benchmark}_seed{seed}.jsonl\", samples = 7 }");
        for (int step : new int[] {100, 50}) {
            for (int seed = 0; seed < 2; seed++) {
                study.file("gen/m/step_" + step + "/sums_seed" + seed + ".jsonl", generations(step + seed, ""));
            }
        }
        study.file("gen/m/step_100/README.jsonl", "no generations");
        StudyFolder.Ran ran = study.evaluate("out", "study.allow_duplicate_files=true");
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, JsonNode> runs = runs(ran);
        assertThat(runs).containsOnlyKeys("m step=50", "m step=100");
        runs.values().forEach(run -> {
            assertThat(run.get("n").longValue()).isEqualTo(PROBLEMS * SAMPLES * 2);
            assertThat(run.get("min_n").longValue()).isEqualTo(SAMPLES * 2);
            // Seven are expected of each problem.
            assertThat(run.get("missing").longValue()).isEqualTo(PROBLEMS);
        });
        assertThat(ran.output().json("report.json").at("/runs/0/run").textValue())
                .isEqualTo("m step=50");
    }

    @Test
    void problemsWithoutAnySampleAreMissingToo(SharedSession session) {
        StudyFolder study = study(
                        session,
                        "{ name = m, role = base }",
                        "{ path = \"gen.jsonl\", model = m, benchmark = sums, samples = 3 }")
                .problems(PROBLEMS + 2)
                .file("gen.jsonl", generations(1, ""));
        JsonNode run = runs(study.evaluate("out")).get("m");
        assertThat(run.get("problems").longValue()).isEqualTo(PROBLEMS);
        assertThat(run.get("problems_in_benchmark").longValue()).isEqualTo(PROBLEMS + 2);
        assertThat(run.get("missing").longValue()).isEqualTo(2 * SAMPLES);
    }

    @Test
    void samplesThatNameOtherTemperaturesAreNeverAddedTogether(SharedSession session) {
        StudyFolder study = study(
                        session,
                        "{ name = m, role = base }",
                        "{ path = \"gen.jsonl\", model = m, benchmark = sums, temperature = 0.3 }")
                .file(
                        "gen.jsonl",
                        generations(1, "")
                                + generations(2, ", \"temperature\": 0.6")
                                + generations(3, ", \"temperature\": 1"));
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(runs(ran)).containsOnlyKeys("m T=0.3", "m T=0.6", "m T=1.0");
        assertThat(ran.output().records(Tables.TALLIES))
                .hasSize(3 * PROBLEMS)
                .allSatisfy(row -> assertThat(row.get("n")).isEqualTo((long) SAMPLES));
    }

    @Test
    void aComparisonAcrossSamplingParametersSaysSo(SharedSession session) {
        StudyFolder study = study(session, "{ name = m, role = base }, { name = rl, role = rl, base = m }", """
                        { path = "gen.jsonl", model = m, benchmark = sums, temperature = 1.0 }
                        { path = "same.jsonl", model = rl, benchmark = sums, temperature = 1.0 }
                        { path = "other.jsonl", model = rl, benchmark = sums, temperature = 0.6 }
                        """)
                .file("gen.jsonl", generations(1, ""))
                .file("same.jsonl", generations(2, ""))
                .file("other.jsonl", generations(3, ""));
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, String> flags = new TreeMap<>();
        for (JsonNode metric : ran.output().json("report.json").get("metrics")) {
            if (metric.get("metric").textValue().equals("delta_se")
                    && metric.get("k").intValue() == 2) {
                String run = metric.get("run_id").textValue();
                runs(ran).forEach((label, node) -> {
                    if (node.get("run_id").textValue().equals(run)) {
                        flags.put(label, metric.get("flags").textValue());
                    }
                });
            }
        }
        assertThat(flags)
                .containsOnly(Map.entry("rl T=1.0", "headline"), Map.entry("rl T=0.6", "headline sampling_differs"));
        assertThat(ran.out()).contains("(the sampling parameters differ)");
    }

    @Test
    void compressedFilesAndParquetGiveWhatPlainLinesGive(SharedSession session) throws IOException {
        StudyFolder study =
                study(session, "{ name = m, role = base }", "{ path = \"gen.*\", model = m, benchmark = sums }");
        String text = generations(1, ", \"temperature\": 0.6");
        study.file("gen.jsonl", text);
        StudyFolder.Ran plain = study.evaluate("plain");
        assertThat(plain.code()).as(plain.err()).isZero();
        assertThat(plain.output().records(Tables.TALLIES)).hasSize(PROBLEMS);

        Files.delete(study.path("gen.jsonl"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(study.path("gen.jsonl.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        StudyFolder.Ran gzip = study.evaluate("gzip");
        Files.delete(study.path("gen.jsonl.gz"));
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(study.path("gen.jsonl.zst")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        StudyFolder.Ran zstd = study.evaluate("zstd");
        Files.delete(study.path("gen.jsonl.zst"));
        parquet(study.path("gen.parquet"));
        StudyFolder.Ran parquet = study.evaluate("parquet", "splits.bytes=1B");

        for (StudyFolder.Ran ran : new StudyFolder.Ran[] {gzip, zstd, parquet}) {
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.output().results()).isEqualTo(plain.output().results());
        }
    }

    private static void parquet(Path file) throws IOException {
        try (TableFileWriter writer =
                new TableFileWriter(new org.apache.hadoop.fs.Path(file.toUri()), PARQUET, 1024, new Configuration())) {
            for (int problem = 0; problem < PROBLEMS; problem++) {
                for (int sample = 0; sample < SAMPLES; sample++) {
                    writer.write("p" + problem, (long) sample, "So \\boxed{" + answer(1, problem, sample) + "}", 0.6);
                }
            }
        }
    }

    private StudyFolder study(SharedSession session, String models, String generations) {
        return new StudyFolder(folder, session).problems(PROBLEMS).file("study.conf", """
                        study {
                          name = runs
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [%s]
                          generations = [%s]
                          ks = [1, 2, 4]
                        }
                        """.formatted(
                        models, generations));
    }

    /** Some right and some wrong answers, other ones for each salt. */
    private static String generations(int salt, String fields) {
        StringBuilder text = new StringBuilder();
        for (int problem = 0; problem < PROBLEMS; problem++) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                text.append(String.format(
                        Locale.ROOT,
                        "{\"problem_id\": \"p%d\", \"sample_index\": %d, \"text\": \"So \\\\boxed{%d}\"%s}\n",
                        problem,
                        sample,
                        answer(salt, problem, sample),
                        fields));
            }
        }
        return text.toString();
    }

    private static int answer(int salt, int problem, int sample) {
        return problem + 1 + (salt * 7 + problem * 5 + sample * 3) % 3;
    }

    private static Map<String, JsonNode> runs(StudyFolder.Ran ran) {
        Map<String, JsonNode> runs = new TreeMap<>();
        ran.output()
                .json("report.json")
                .get("runs")
                .forEach(run -> runs.put(run.get("run").textValue(), run));
        return runs;
    }
}
