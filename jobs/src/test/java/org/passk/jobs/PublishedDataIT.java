package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.benchmark.ProblemReader;
import org.passk.benchmark.ProblemSet;
import org.passk.model.Problem;
import org.passk.model.Reference.MathAnswer;
import org.passk.spark.schema.Tables;

/** Published generations and problem files as studies. They are no part of the repository: PASSK_DATA says where. */
@ExtendWith(SharedSession.Extension.class)
class PublishedDataIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double LEAST_AGREEMENT = 0.95;
    private static final Map<String, String> PROBLEM_FILES = Map.of(
            "gsm8k", "gsm8k/test.jsonl",
            "math500", "math500/test.jsonl",
            "minerva_math", "minerva_math/test.jsonl",
            "olympiadbench", "olympiadbench/test.jsonl",
            "aime24", "aime24/test.jsonl",
            "aime25", "aime25/test.jsonl",
            "amc23", "amc23/test.jsonl",
            "omni_math_rule", "omni_math_rule/omni_math_rule.jsonl");

    @TempDir
    private Path folder;

    @Test
    void theVerdictsShippedWithQwensAnswersAreReproduced(SharedSession session) {
        Path file = data("generations/qwen2.5-math-cot-100/math_cot_100.jsonl");
        StudyFolder.Ran ran = study(
                        session, "{ name = math }", "{ path = \"" + file + "\", model = m, benchmark = math }")
                .evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        List<Map<String, Object>> samples = ran.output().samples();
        assertThat(samples).hasSize(800);
        long equal = 0;
        for (Map<String, Object> row : samples) {
            boolean ours = row.get("outcome").equals("CORRECT");
            boolean theirs = row.get("stored_verdict").equals("RIGHT");
            if (ours == theirs) {
                equal++;
            } else {
                report(
                        theirs ? "they accept, we do not" : "we accept, they do not",
                        "problem " + row.get("problem_id") + ", answer " + row.get("answer_index") + ": "
                                + row.get("answer") + " (" + row.get("rule") + ")");
            }
        }
        report("verdicts equal to those of the file", equal + " of " + samples.size());
        assertThat((double) equal / samples.size()).isGreaterThanOrEqualTo(LEAST_AGREEMENT);
    }

    @Test
    void torasAnswersAreJudgedAsTheirOwnPredictionsAre(SharedSession session) throws IOException {
        Path file = data("generations/gsm8k-tora/tora-70b-v1.0.jsonl");
        StudyFolder.Ran ran = study(
                        session,
                        "{ name = gsm8k, problems = \"" + data("problems/gsm8k/test.jsonl") + "\" }",
                        "{ path = \"" + file + "\", model = m, benchmark = gsm8k }")
                .evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        List<Map<String, Object>> samples = ran.output().samples().stream()
                .sorted(Comparator.comparing(row -> (Long) row.get("position")))
                .toList();
        List<String> lines = Files.readAllLines(file);
        assertThat(samples).hasSize(1319).hasSameSizeAs(lines);
        long equal = 0;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = JSON.readTree(lines.get(i));
            boolean theirs =
                    sameNumber(line.at("/pred/0").asText(""), line.get("gt").asText());
            equal += theirs == samples.get(i).get("outcome").equals("CORRECT") ? 1 : 0;
        }
        report("verdicts equal to those of the predictions", equal + " of " + lines.size());
        assertThat((double) equal / lines.size()).isGreaterThanOrEqualTo(LEAST_AGREEMENT);
    }

    @Test
    void everyPublicProblemFileAcceptsItsOwnReferences(SharedSession session) throws IOException {
        StringBuilder benchmarks = new StringBuilder();
        StringBuilder generations = new StringBuilder();
        int problems = 0;
        for (Map.Entry<String, String> entry : new TreeMap<>(PROBLEM_FILES).entrySet()) {
            Path file = data("problems/" + entry.getValue());
            String name = entry.getKey();
            benchmarks.append("{ name = %s, problems = \"%s\", format = %s }%n".formatted(name, file, name));
            generations.append("{ path = \"%s.jsonl\", model = m, benchmark = %s }%n".formatted(name, name));
            problems += boxed(file, name);
        }
        StudyFolder.Ran ran =
                study(session, benchmarks.toString(), generations.toString()).evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(problems).isEqualTo(1319 + 500 + 272 + 675 + 30 + 30 + 40 + 2821);
        assertThat(ran.output().count("verdicts")).isEqualTo(problems);
        List<String> refused = ran.output().samples().stream()
                .filter(row -> !row.get("outcome").equals("CORRECT"))
                .map(row -> row.get("benchmark") + " " + row.get("problem_id") + ": " + row.get("answer") + " "
                        + row.get("rule"))
                .toList();
        // The gold of this one is a sentence with the answer in a box of its own.
        assertThat(refused).containsExactly("omni_math_rule 981: 6 text");
        assertThat(ran.output().records(Tables.METRICS))
                .filteredOn(row -> row.get("metric").equals("pass@k")
                        && row.get("slice").equals("")
                        && row.get("target").equals("population"))
                .hasSize(PROBLEM_FILES.size())
                .allSatisfy(row -> assertThat(row.get("estimate"))
                        .isEqualTo(row.get("benchmark").equals("omni_math_rule") ? 2820 / 2821.0 : 1.0));
    }

    /** Writes an answer to each problem, its own reference in a box; how many there are. */
    private int boxed(Path file, String benchmark) throws IOException {
        ProblemSet set;
        try (InputStream in = Files.newInputStream(file)) {
            set = ProblemReader.read(in, file.toString(), benchmark, benchmark);
        }
        StringBuilder text = new StringBuilder();
        for (Problem problem : set.problems()) {
            MathAnswer answer = (MathAnswer) problem.reference();
            text.append(JSON.createObjectNode()
                            .put("problem_id", problem.id())
                            .put("sample_index", 0)
                            .put("text", "Hence \\boxed{" + answer.text() + "}"))
                    .append('\n');
        }
        Files.writeString(folder.resolve(benchmark + ".jsonl"), text);
        return set.size();
    }

    private StudyFolder study(SharedSession session, String benchmarks, String generations) {
        return new StudyFolder(folder, session).file("study.conf", """
                        study {
                          name = published
                          output = out
                          benchmarks = [%s]
                          models = [{ name = m, role = reference }]
                          generations = [%s]
                          ks = [1]
                        }
                        """.formatted(benchmarks, generations));
    }

    /** For whoever reads the build's log: the shares below which a test fails hide single verdicts. */
    private static void report(String what, String which) {
        System.out.println(what + ": " + which);
    }

    private static boolean sameNumber(String a, String b) {
        try {
            return new BigDecimal(a.replace(",", "")).compareTo(new BigDecimal(b.replace(",", ""))) == 0;
        } catch (NumberFormatException e) {
            return a.equals(b);
        }
    }

    private static Path data(String relative) {
        String root = System.getenv("PASSK_DATA");
        Assumptions.assumeTrue(root != null, "PASSK_DATA is not set: " + relative + " is not checked");
        Path file = Path.of(root, relative).toAbsolutePath();
        Assumptions.assumeTrue(Files.exists(file), file + " does not exist");
        return file;
    }
}
