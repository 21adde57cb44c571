package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.TableFileWriter;

/** Files with log-probabilities, from their records to the report. */
@ExtendWith(SharedSession.Extension.class)
class PerplexityIT {
    private static final double EXACT = 1e-12;
    private static final TableSchema PARQUET = TableSchema.of("texts")
            .required(ColumnType.STRING, "model", "scorer", "benchmark")
            .required(ColumnType.LONG, "problem_id", "sample_index")
            .optional(ColumnType.LONG, "num_tokens")
            .required(ColumnType.DOUBLE, "sum_logprob")
            .build();

    @TempDir
    private Path folder;

    private StudyFolder study(SharedSession session) throws IOException {
        StudyFolder study = new StudyFolder(folder, session)
                .problems(2)
                .file("study.conf", """
                        study {
                          name = perplexities
                          output = out
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [{ name = base, role = base }, { name = rl, role = rl, base = base },
                                    { name = gt, role = reference }]
                          generations = [{ path = "gen.jsonl", model = base, benchmark = sums }]
                          scores = [{ path = "scores/*.jsonl" }, { path = "scores/*.parquet" }]
                        }
                        """)
                .file("gen.jsonl", "{\"problem_id\": \"p0\", \"sample_index\": 0, \"text\": \"\\\\boxed{1}\"}\n")
                .file("scores/a.jsonl", """
                        {"model": "base", "scorer": "base", "benchmark": "sums", "problem_id": 0, "sample_index": 0, "num_tokens": 2, "sum_logprob": -2}
                        {"model": "base", "scorer": "base", "benchmark": "sums", "problem_id": 1, "sample_index": 0, "num_tokens": 4, "sum_logprob": -12}
                        {"model": "rl", "scorer": "base", "benchmark": "sums", "problem_id": 0, "sample_index": 0, "token_logprobs": [-0.25, -0.75], "mean_entropy": 0.5}
                        {"model": "rl", "scorer": "base", "benchmark": "sums", "problem_id": 1, "sample_index": 0, "num_tokens": 4, "sum_logprob": -8, "mean_entropy": 1}
                        no record
                        {"model": "other", "scorer": "base", "benchmark": "sums", "problem_id": 1, "sample_index": 0, "num_tokens": 4, "sum_logprob": -8}
                        {"model": "rl", "scorer": "base", "benchmark": "sums", "problem_id": 1, "sample_index": 1, "num_tokens": 4, "sum_logprob": 8}
                        {"model": "rl", "scorer": "base", "benchmark": "sums", "problem_id": 1, "sample_index": 1, "num_tokens": 3, "token_logprobs": [-1]}
                        """)
                .file("scores/b.jsonl", """
                        {"model": "base", "scorer": "base", "benchmark": "sums", "problem_id": 0, "sample_index": 0, "num_tokens": 2, "sum_logprob": -9}
                        """);
        try (TableFileWriter writer = new TableFileWriter(
                new org.apache.hadoop.fs.Path(study.path("scores/gt.parquet").toUri()),
                PARQUET,
                1 << 20,
                new Configuration())) {
            writer.write("gt", "base", "sums", 0L, 0L, 2L, -3.0);
            writer.write("gt", "base", "sums", 1L, 0L, null, -3.0);
        }
        return study;
    }

    private static Map<String, JsonNode> rows(StudyFolder.Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, JsonNode> rows = new TreeMap<>();
        for (JsonNode metric : ran.output().json("report.json").get("metrics")) {
            if (metric.get("slice").textValue().contains("scorer=")) {
                String key = metric.get("metric").textValue() + " "
                        + metric.get("slice").textValue()
                        + (metric.hasNonNull("x") ? " " + metric.get("x").doubleValue() : "");
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
    void distributionsAndOverlapsAreThoseOfTheTexts(SharedSession session) throws IOException {
        Map<String, JsonNode> rows = rows(study(session).evaluate("out"));
        // log PPL: base 1 and 3, rl 0.5 and 2, the reference 1.5.
        assertThat(estimate(rows, "mean_log_perplexity author=base,scorer=base"))
                .isEqualTo(2);
        assertThat(estimate(rows, "mean_log_perplexity author=rl,scorer=base")).isEqualTo(1.25);
        assertThat(estimate(rows, "perplexity author=rl,scorer=base 0.5")).isCloseTo(Math.exp(1.25), within(EXACT));
        assertThat(estimate(rows, "perplexity author=base,scorer=base 0.25")).isCloseTo(Math.exp(1.5), within(EXACT));
        assertThat(estimate(rows, "perplexity author=gt,scorer=base 0.95")).isCloseTo(Math.exp(1.5), within(EXACT));
        assertThat(estimate(rows, "mean_entropy author=rl,scorer=base")).isEqualTo(0.75);
        assertThat(estimate(rows, "perplexity_lower author=rl,other=base,scorer=base"))
                .isEqualTo(0.75);
        assertThat(estimate(rows, "perplexity_lower author=gt,other=base,scorer=base"))
                .isEqualTo(0.5);
        assertThat(rows)
                .containsKey("perplexity_p author=rl,other=base,scorer=base")
                .doesNotContainKey("perplexity_lower author=base,other=rl,scorer=base");
    }

    @Test
    void whatCannotBeUsedIsQuarantinedAndTheCountsAddUp(SharedSession session) throws IOException {
        StudyFolder.Ran ran = study(session).evaluate("out", "splits.bytes=500");
        rows(ran);
        assertThat(ran.output().records(Tables.SCORE_QUARANTINE))
                .extracting(row -> row.get("reason"))
                .containsExactlyInAnyOrder(
                        "MALFORMED_JSON", "UNKNOWN_MODEL", "WRONG_TYPE", "LENGTH_MISMATCH", "MISSING_FIELD");
        assertThat(ran.output().records(Tables.SCORE_DUPLICATES))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("path").toString()).endsWith("scores/b.jsonl");
                    assertThat(row.get("position")).isEqualTo(0L);
                });
        long read = 0;
        for (Map<String, Object> row : ran.output().records(Tables.SCORE_COUNTS)) {
            read += (Long) row.get("read");
        }
        assertThat(read).isEqualTo(11);
        assertThat(ran.output().records(Tables.SCORES)).hasSize(6);
        assertThat(ran.output().text("report.md")).contains("6 of 11 records with log-probabilities are quarantined");
    }

    @Test
    void aFileThatIsMissingIsAMistakeOfTheStudy(SharedSession session) throws IOException {
        StudyFolder.Ran ran =
                study(session).study("scores/*.parquet", "none/*.parquet").evaluate("out");
        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("study.scores[1].path").contains("no file matches");
    }
}
