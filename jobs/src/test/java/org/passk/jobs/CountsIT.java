package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.spark.schema.Tables;

/** Counts are input too: published results go straight to the tallies. */
@ExtendWith(SharedSession.Extension.class)
class CountsIT {
    private static final int PROBLEMS = 500;
    private static final int N = 128;
    private static final String STUDY = """
            study {
              name = counts
              output = out
              benchmarks = [ { name = bench } ]
              models = [ { name = base, role = base }, { name = rl, role = rl, base = base } ]
              generations = [ { path = "counts.csv", format = counts, temperature = 0.6, samples = 128 } ]
            }
            """;

    /** Any law will do that leaves some problems unsolved by one run alone. */
    private static int baseC(int problem) {
        return problem % 7 == 0 ? 0 : problem % 5;
    }

    private static int trainedC(int problem) {
        return problem % 3 == 0 ? 0 : problem % 100;
    }

    private static String csv() {
        StringBuilder text = new StringBuilder("model,benchmark,problem_id,n,c\n");
        for (int i = 0; i < PROBLEMS; i++) {
            text.append("base,bench,p%03d,%d,%d\n".formatted(i, N, baseC(i)));
            text.append("rl,bench,p%03d,%d,%d\n".formatted(i, N, trainedC(i)));
        }
        return text.toString();
    }

    private static StudyFolder study(Path folder, SharedSession session) {
        return new StudyFolder(folder, session).file("study.conf", STUDY);
    }

    private static BigInteger choose(int n, int k) {
        BigInteger value = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            value = value.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return value;
    }

    /** The mean of 1 − C(n − c, k) / C(n, k), in rational numbers up to the last division. */
    private static double passAtK(boolean trained, int k) {
        BigInteger fails = BigInteger.ZERO;
        for (int i = 0; i < PROBLEMS; i++) {
            int c = trained ? trainedC(i) : baseC(i);
            fails = fails.add(N - c < k ? BigInteger.ZERO : choose(N - c, k));
        }
        BigInteger all = choose(N, k).multiply(BigInteger.valueOf(PROBLEMS));
        return new BigDecimal(all.subtract(fails))
                .divide(new BigDecimal(all), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static JsonNode metric(JsonNode report, String name, String run, int k) {
        for (JsonNode row : report.get("metrics")) {
            if (row.get("metric").textValue().equals(name)
                    && label(report, row.get("run_id").textValue()).startsWith(run)
                    && row.get("target").textValue().equals("population")
                    && row.get("slice").textValue().isEmpty()
                    && row.get("k").intValue() == k) {
                return row;
            }
        }
        throw new AssertionError(name + " of " + run + " at " + k + " is missing");
    }

    private static String label(JsonNode report, String runId) {
        for (JsonNode run : report.get("runs")) {
            if (run.get("run_id").textValue().equals(runId)) {
                return run.get("run").textValue();
            }
        }
        throw new AssertionError(runId);
    }

    @Test
    void aStudyOfCountsAloneGivesTheExactCurves(SharedSession session, @TempDir Path folder) {
        StudyFolder study = study(folder, session).file("counts.csv", csv());
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode report = ran.output().json("report.json");
        assertThat(report.get("records_read").intValue()).isEqualTo(2 * PROBLEMS * N);
        assertThat(report.get("verdicts").intValue()).isEqualTo(2 * PROBLEMS * N);
        for (int k : List.of(1, 8, 64, 128)) {
            for (boolean trained : List.of(false, true)) {
                JsonNode row = metric(report, "pass@k", trained ? "rl" : "base", k);
                assertThat(row.get("estimate").doubleValue()).isCloseTo(passAtK(trained, k), within(1e-15));
                assertThat(row.get("low").doubleValue())
                        .isLessThan(row.get("estimate").doubleValue());
                assertThat(row.get("problems").intValue()).isEqualTo(PROBLEMS);
            }
        }
        JsonNode gap = metric(report, "delta_se", "rl", 128);
        assertThat(gap.get("estimate").doubleValue()).isCloseTo(passAtK(false, 128) - passAtK(true, 1), within(1e-15));
        assertThat(gap.get("flags").textValue()).contains("headline");
        StudyFolder.Ran again = study.evaluate("out");
        assertThat(again.output().count("splits_verified")).isZero();
    }

    @Test
    void parquetAndCompressedFilesGiveTheSameTables(SharedSession session, @TempDir Path folder) throws IOException {
        StudyFolder study = study(folder, session).file("counts.csv", csv());
        Map<String, Object> wanted = study.evaluate("plain").output().results();
        Files.write(folder.resolve("counts.csv.gz"), gzip(csv()));
        study.study("counts.csv", "counts.csv.gz");
        assertThat(study.evaluate("packed").output().results()).isEqualTo(wanted);
        SparkSession spark = session.open("write");
        spark.read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv(folder.resolve("counts.csv").toString())
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.resolve("rows").toString());
        study.study("counts.csv.gz", "rows/*.parquet");
        StudyFolder.Ran ran = study.evaluate("columns");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().results()).isEqualTo(wanted);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void badRowsAndRepeatedOnesAreQuarantinedAndTheRestCounts(SharedSession session, @TempDir Path folder) {
        StudyFolder study = study(folder, session).file("counts.csv", """
                        model,benchmark,problem_id,n,c,seed
                        base,bench,p0,8,2,1
                        base,bench,p0,8,3,2
                        base,bench,p0,4,4,1
                        base,bench,p1,8,9,1
                        nobody,bench,p1,8,1,1
                        base,bench,p1,8,0,1
                        """);
        StudyFolder.Ran ran = study.evaluate("out", "quarantine.max_share=0.5");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().records(Tables.TALLIES))
                .extracting(row -> row.get("problem_id") + " " + row.get("n") + " " + row.get("correct"))
                .containsExactlyInAnyOrder("p0 16 5", "p1 8 0");
        assertThat(ran.output().quarantine())
                .extracting(row -> row.get("position") + " " + row.get("reason"))
                .containsExactlyInAnyOrder("76 DUPLICATE_ID", "96 WRONG_TYPE", "116 UNKNOWN_MODEL");
        assertThat(ran.output().count("read")).isEqualTo(8 + 8 + 4 + 1 + 1 + 8);
        assertThat(ran.output().count("quarantined")).isEqualTo(4 + 1 + 1);
    }

    @Test
    void countsAndGenerationsMixUntilTheyAreTheSameSamples(SharedSession session, @TempDir Path folder) {
        StudyFolder study = study(folder, session)
                .problems(2)
                .study("{ name = bench }", "{ name = bench, problems = problems.jsonl }")
                .study(
                        "generations = [",
                        "generations = [ { path = \"base.jsonl\", format = passk-jsonl, model = base, benchmark = bench,"
                                + " temperature = 0.6, seed = 1 },")
                .file("base.jsonl", """
                        {"problem_id": "p0", "sample_index": 0, "text": "\\\\boxed{1}"}
                        {"problem_id": "p0", "sample_index": 1, "text": "\\\\boxed{7}"}
                        """)
                .file("counts.csv", """
                        model,benchmark,problem_id,n,c,seed
                        base,bench,p0,2,2,1
                        base,bench,p0,3,3,2
                        base,bench,p1,4,1,1
                        base,bench,p9,4,1,1
                        """);
        StudyFolder.Ran ran = study.evaluate("out", "quarantine.max_share=0.5");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().records(Tables.TALLIES))
                .extracting(row -> row.get("problem_id") + " " + row.get("n") + " " + row.get("correct"))
                .containsExactlyInAnyOrder("p0 5 4", "p1 4 1");
        assertThat(ran.output().quarantine())
                .extracting(row -> (String) row.get("reason"))
                .containsExactlyInAnyOrder("DUPLICATE_ID", "UNKNOWN_PROBLEM");
    }
}
