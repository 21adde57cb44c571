package org.passk.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.store.TableFileWriter;

/** What passk makes of files that hold no generations: counts and log-probabilities. */
class ExplainRowsTest {
    private static final String HEADER = "model,benchmark,problem_id,n,c,note\n";
    private static final String GOOD = "base,hard,p0,16,3,x\n";

    @TempDir
    private Path folder;

    private static CommandRun explain(Object... files) {
        List<String> args = new ArrayList<>(List.of("explain"));
        for (Object file : files) {
            args.add(file.toString());
        }
        return CommandRun.of(CommandRun.NONE, args.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path parquet(String name, TableSchema schema, Object... row) throws IOException {
        Path file = folder.resolve(name);
        try (TableFileWriter writer = new TableFileWriter(
                new org.apache.hadoop.fs.Path(file.toUri()), schema, 1 << 20, new Configuration())) {
            writer.write(row);
        }
        return file;
    }

    @Test
    void countsShowColumnsFirstRowsTotalsAndTheFirstRejectOfEachReason() throws IOException {
        CommandRun run = explain(file(
                "counts.csv",
                HEADER + GOOD + "base,hard,p1,16,17,x\nbase,hard,p1,8,8,\nrl,hard,p1,8\nrl,hard,p1,16,two,x\n"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("counts.csv: counts as csv")
                .containsPattern("note +skipped")
                .containsPattern("undecided +0\n")
                .containsPattern("temperature +the study's, if it says one")
                .contains("5 rows: 2 used, 3 rejected")
                .contains("WRONG_TYPE × 2, first at line 3 (byte " + (HEADER + GOOD).length()
                        + "): \"c\" is 17, expected at most n, 16")
                .contains("LENGTH_MISMATCH × 1, first at line 5")
                .containsPattern("p0 +16 +3 +0 +base +hard\n")
                .containsPattern("problems +2\n")
                .containsPattern("samples +24\n")
                .containsPattern("correct +11\n")
                .containsPattern("smallest n +8\n")
                .containsPattern("model +base \\(2\\)");
    }

    @Test
    void countsWithoutARequiredColumnAreExplainedAndEndWithFour() throws IOException {
        CommandRun run = explain(file("counts.csv", "model,problem_id,n,correct\nbase,p0,16,3\n"));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out())
                .containsPattern("c +REQUIRED: correct samples")
                .containsPattern("correct +skipped")
                .contains("a run refuses the file");
    }

    @Test
    void packedCountsAndCountsInParquetAreReadToo() throws IOException {
        Path packed = folder.resolve("counts.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((HEADER + GOOD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        TableSchema schema = TableSchema.of("counts")
                .required(ColumnType.STRING, "problem_id")
                .required(ColumnType.LONG, "n", "c", "seed")
                .build();
        CommandRun run = explain(packed, parquet("counts.parquet", schema, "p7", 4L, 5L, 1L));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("1 rows: 1 used, 0 rejected", "counts as parquet", "1 rows: 0 used, 1 rejected")
                .contains("WRONG_TYPE × 1, first at row 0: \"c\" is 5");
    }

    @Test
    void aHeaderAloneIsAFileWithoutRows() throws IOException {
        CommandRun run = explain(file("counts.csv", HEADER));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("holds no rows but the names of its columns");
    }

    @Test
    void logProbabilitiesShowAuthorsScorersAndRejects() throws IOException {
        String good = "{\"model\":\"rl\",\"scorer\":\"base\",\"benchmark\":\"b\",\"problem_id\":1,"
                + "\"sample_index\":0,\"num_tokens\":4,\"sum_logprob\":-8,\"host\":\"x\"}\n";
        String positive = good.replace("-8", "8");
        // A record behind which other text stands is taken back.
        String followed = good.strip() + " tail\n";
        CommandRun run = explain(file("s.jsonl", good + "nothing\n" + positive + followed + good.replace("rl", "gt")));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("s.jsonl: log-probabilities as jsonl")
                .containsPattern("host +skipped")
                .containsPattern("scorer +the model whose probabilities they are")
                .containsPattern("token_logprobs +the log-probability of each token")
                .contains("5 rows: 2 used, 3 rejected")
                .contains("MALFORMED_JSON × 2, first at line 2 (byte " + good.length() + ")")
                .contains("WRONG_TYPE × 1, first at line 3")
                .containsPattern("rl +base +b +1 +0 +4 +-8.0\n")
                .containsPattern("tokens +8\n")
                .containsPattern("model +gt \\(1\\), rl \\(1\\)")
                .doesNotContain("REQUIRED");
    }

    @Test
    void logProbabilitiesWithoutASumLackIt() throws IOException {
        CommandRun run = explain(file(
                "s.jsonl",
                "{\"model\":\"rl\",\"scorer\":\"base\",\"benchmark\":\"b\",\"problem_id\":1,\"sample_index\":0}\n"));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out())
                .containsPattern("sum_logprob +REQUIRED: sum of")
                .containsPattern("num_tokens +REQUIRED: length")
                .contains("a run refuses the file");
    }

    @Test
    void logProbabilitiesInParquetShowTheirColumns() throws IOException {
        TableSchema schema = TableSchema.of("scores")
                .required(ColumnType.STRING, "model", "scorer", "benchmark", "problem_id")
                .required(ColumnType.LONG, "sample_index", "num_tokens")
                .required(ColumnType.DOUBLE, "sum_logprob")
                .build();
        CommandRun run = explain(parquet("s.parquet", schema, "rl", "base", "b", "p0", 0L, 4L, -8.0));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("log-probabilities as parquet", "rows are not looked at here");
    }

    @Test
    void aStudyShowsWhatItsCountsSayAndItsLogProbabilities() throws IOException {
        file("counts.csv", HEADER + "oops\n" + GOOD);
        file("s.jsonl", "{}\n");
        Path study = file("study.conf", """
                study {
                  name = counted, output = out, benchmarks = [{ name = hard }]
                  models = [{ name = base, role = base }]
                  generations = [{ path = "counts.csv", format = counts }], scores = [{ path = "s.jsonl" }]
                }
                """);
        CommandRun run = explain(study);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("counts.csv +counts +1 +base\\* +hard\\*")
                .containsPattern("base +base +hard +1 +-\n")
                .containsPattern("log-probabilities\n +file +format +parts\n +s.jsonl +jsonl +1\n")
                .doesNotContain("has no file whose first record");
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        CommandRun run = explain("--json", file("counts.csv", HEADER + GOOD), file("few.csv", "problem_id,n\np0,1\n"));
        assertThat(run.code()).isEqualTo(4);
        JsonNode files = new ObjectMapper().readTree(run.out());
        assertThat(files.at("/0/kind").textValue()).isEqualTo("counts");
        assertThat(files.at("/0/used").longValue()).isEqualTo(1);
        assertThat(files.at("/0/first/0/c").textValue()).isEqualTo("3");
        assertThat(files.at("/1/usable").booleanValue()).isFalse();
        assertThat(files.at("/1/missing/0/name").textValue()).isEqualTo("c");
    }
}
