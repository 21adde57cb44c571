package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.store.TableFileWriter;

/** A review from the study through the files of reviewers to what their labels say. */
@ExtendWith(SharedSession.Extension.class)
class ReviewIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FILES = List.of("review.jsonl", "review.csv", "review.html", "design.json");
    private static final int SAMPLES = 10;

    /** Correct samples of p0 … p4 for each model: 0 and 10 are not eligible below 0.5. */
    private static final Map<String, int[]> CORRECT = new TreeMap<>(Map.of(
            "plain", new int[] {0, 1, 3, 4, 10}, "packed", new int[] {2, 0, 1, 4, 9}, "rows", new int[] {1, 1, 1, 1, 1
            }));

    private static final TableSchema PARQUET = TableSchema.of("generations")
            .required(ColumnType.STRING, "model", "problem_id")
            .required(ColumnType.LONG, "sample_index")
            .required(ColumnType.STRING, "text")
            .build();

    @TempDir
    private Path folder;

    /** The answer of problem p is p + 1; a chain is valid if it says why. */
    private static String text(String model, int problem, int sample, boolean correct) {
        String chain = sample % 2 == 0 ? "because it is" : "by luck";
        String hostile = switch (sample) {
            case 0 -> "=cmd|' /C calc'!A0 ";
            case 1 -> "</script><script>alert(1)</script><!-- \"quoted\", \u2028 ";
            case 2 -> "@NUL \u0000 and \u001b[31m and \uD83D\uDE00\r\n";
            default -> "";
        };
        return hostile + model + " " + sample + " " + chain + " \\boxed{" + (correct ? problem + 1 : 99) + "}";
    }

    private static String lines(String model) {
        StringBuilder lines = new StringBuilder();
        for (int problem = 0; problem < 5; problem++) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                boolean correct = sample < CORRECT.get(model)[problem];
                lines.append(JSON.createObjectNode()
                                .put("problem_id", "p" + problem)
                                .put("sample_index", sample)
                                .put("text", text(model, problem, sample, correct)))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private StudyFolder study(SharedSession session) throws IOException {
        StudyFolder study = new StudyFolder(folder, session)
                .problems(5)
                // The first one again: a repeated identity, which is neither counted nor drawn.
                .file(
                        "plain.jsonl",
                        lines("plain") + lines("plain").lines().toList().get(10) + "\n")
                .file("study.conf", """
                        study {
                          name = chains
                          output = out
                          ks = [1, 2, 4, 8, 16]
                          benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                          models = [{ name = plain, role = base }, { name = packed, role = base }, { name = rows, role = base }]
                          generations = [
                            { path = "plain.jsonl", model = plain, benchmark = sums }
                            { path = "packed.jsonl.gz", model = packed, benchmark = sums }
                            { path = "rows.parquet", model = rows, benchmark = sums }
                          ]
                        }
                        quarantine.max_share = 0.1
                        """);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(study.path("packed.jsonl.gz")))) {
            out.write(lines("packed").getBytes(StandardCharsets.UTF_8));
        }
        try (TableFileWriter writer = new TableFileWriter(
                new org.apache.hadoop.fs.Path(study.path("rows.parquet").toUri()),
                PARQUET,
                1 << 12,
                new Configuration())) {
            for (int problem = 0; problem < 5; problem++) {
                for (int sample = 0; sample < SAMPLES; sample++) {
                    boolean correct = sample < CORRECT.get("rows")[problem];
                    writer.write("rows", "p" + problem, (long) sample, text("rows", problem, sample, correct));
                }
            }
        }
        StudyFolder.Ran ran = study.evaluate("out");
        assertThat(ran.code()).as(ran.err()).isZero();
        return study;
    }

    private static StudyFolder.Ran export(StudyFolder study, SharedSession session, String... options) {
        return review(study, session, "export", options);
    }

    private static StudyFolder.Ran review(StudyFolder study, SharedSession session, String command, String... options) {
        List<String> args = new ArrayList<>(
                List.of("review", command, study.path("study.conf").toString()));
        args.addAll(Arrays.asList(options));
        return StudyFolder.command(session, study.path("out"), args.toArray(String[]::new));
    }

    private static List<JsonNode> items(StudyFolder study, String folder) {
        return study.text(folder + "/review.jsonl").lines().map(ReviewIT::tree).toList();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels by the rule that made the texts. */
    private static String labels(StudyFolder study, String reviewer) {
        StringBuilder csv = new StringBuilder("id,label,reviewer\r\n");
        for (JsonNode item : items(study, "out/review")) {
            String label = item.get("response").textValue().contains("because") ? "valid" : "invalid";
            csv.append(item.get("id").textValue())
                    .append(',')
                    .append(label)
                    .append(',')
                    .append(reviewer)
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static double passAtK(int valid, int k) {
        double none = 1;
        for (int i = 0; i < k; i++) {
            none *= Math.max(0, SAMPLES - valid - i) / (double) (SAMPLES - i);
        }
        return 1 - none;
    }

    @Test
    void labelsByTheTruthGiveTheTruth(SharedSession session) throws IOException {
        StudyFolder study = study(session);
        StudyFolder.Ran exported = export(study, session, "--accuracy-below", "0.5");
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.out()).contains("packed.jsonl.gz is compressed", "Written to");
        List<JsonNode> items = items(study, "out/review");
        // 1 + 3 + 4, 2 + 1 + 4, and five of one.
        assertThat(items).hasSize(8 + 7 + 5);
        Set<String> expected = new HashSet<>();
        CORRECT.forEach((model, correct) -> {
            for (int problem = 0; problem < 5; problem++) {
                for (int sample = 0; sample < correct[problem] && correct[problem] < 5; sample++) {
                    expected.add(text(model, problem, sample, true));
                }
            }
        });
        assertThat(items)
                .extracting(item -> item.get("response").textValue())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(items).allSatisfy(item -> {
            int problem = item.get("problem_id").textValue().charAt(1) - '0';
            assertThat(item.get("question").textValue()).isEqualTo("What is " + problem + " + 1?");
            assertThat(item.get("reference").textValue()).isEqualTo(Integer.toString(problem + 1));
            assertThat(item.get("answer").textValue()).isEqualTo(Integer.toString(problem + 1));
        });
        study.file("labels.csv", labels(study, "ada"));
        StudyFolder.Ran imported =
                review(study, session, "import", study.path("labels.csv").toString(), "--json");
        assertThat(imported.code()).as(imported.err()).isZero();
        JsonNode result = tree(imported.out());
        assertThat(tree(study.text("out/review/review.json"))).isEqualTo(result);
        assertThat(result.get("reviews")).hasSize(3);
        for (JsonNode review : result.get("reviews")) {
            int[] correct = CORRECT.get(review.get("run").textValue());
            List<String> withValid = new ArrayList<>();
            double[] sum = new double[17];
            int eligible = 0;
            for (int problem = 0; problem < 5; problem++) {
                if (correct[problem] > 0 && correct[problem] < 5) {
                    int valid = (correct[problem] + 1) / 2;
                    withValid.add("p" + problem);
                    eligible++;
                    for (int k : new int[] {1, 2, 4, 8}) {
                        sum[k] += passAtK(valid, k);
                    }
                }
            }
            assertThat(review.get("eligible").intValue()).isEqualTo(eligible);
            assertThat(review.get("problems_with_valid_chain"))
                    .extracting(JsonNode::textValue)
                    .containsExactlyElementsOf(withValid);
            int found = 0;
            for (JsonNode value : review.get("values")) {
                if (value.get("scope").textValue().equals("eligible")
                        && value.get("k").intValue() > 0) {
                    found++;
                    double truth = sum[value.get("k").intValue()] / eligible;
                    assertThat(value.get("estimate").doubleValue()).isCloseTo(truth, within(1e-13));
                    assertThat(value.get("low").doubleValue()).isCloseTo(truth, within(1e-13));
                    assertThat(value.get("high").doubleValue()).isCloseTo(truth, within(1e-13));
                }
            }
            assertThat(found).isEqualTo(4);
        }
        assertThat(study.text("out/review/review-metrics.csv"))
                .contains("\"cot_pass@k\",\"plain\"", "\"accuracy<0.5\",8,,", "\"full_review\"");
    }

    @Test
    void hostileTextsStayText(SharedSession session) throws IOException {
        StudyFolder study = study(session);
        assertThat(export(study, session, "--accuracy-below", "0.5").code()).isZero();
        String page = study.text("out/review/review.html");
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        assertThat(data.group(1)).doesNotContain("<").doesNotContain("\u0000").isASCII();
        JsonNode json = tree(data.group(1));
        assertThat(json.get("study").textValue()).isEqualTo("chains");
        assertThat(json.get("items")).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(json.get("items").get(i).get("response"))
                    .isEqualTo(items(study, "out/review").get(i).get("response"));
        }
        // The data, and the program.
        assertThat(page.split("</script>", -1)).hasSize(3);
        assertThat(page).doesNotContain("innerHTML", "http://", "https://", "alert(1)</script>");
        String csv = study.text("out/review/review.csv");
        assertThat(csv)
                .contains("\"'=cmd|' /C calc'!A0 ", "\"\"quoted\"\"", "\"'@NUL \uFFFD")
                .doesNotContain("\u0000");
        // A reviewer fills in the very file.
        study.file(
                "filled.csv", csv.replaceFirst("(?m)^(\"r[0-9a-f]{16}\"),,,", "$1,Valid,\"sound, I \"\"think\"\"\","));
        StudyFolder.Ran imported =
                review(study, session, "import", study.path("filled.csv").toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("1 labels, 19 rows without one, 0 rejected");
    }

    @Test
    void theFilesAreTheSameBytesHoweverTheWorkWasCut(SharedSession session) throws IOException {
        StudyFolder study = study(session);
        String[] options = {
            "--accuracy-below", "0.5", "--per-problem", "2", "--bands", "1", "--problems", "2", "--seed", "7"
        };
        assertThat(export(study, session, options).code()).isZero();
        Map<String, String> first = new TreeMap<>();
        FILES.forEach(name -> first.put(name, study.text("out/review/" + name)));
        study.study("output = out\n", "output = other\n");
        study.file("study.conf", study.text("study.conf") + "splits.bytes = 300\nsegments.batch_rows = 7\n");
        StudyFolder.Ran again = StudyFolder.command(
                session,
                study.path("other"),
                "evaluate",
                study.path("study.conf").toString());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(export(study, session, options).code()).isZero();
        FILES.forEach(name -> assertThat(study.text("other/review/" + name)).isEqualTo(first.get(name)));
        assertThat(export(
                                study,
                                session,
                                "--accuracy-below",
                                "0.5",
                                "--per-problem",
                                "2",
                                "--seed",
                                "8",
                                "--out",
                                study.path("seed8").toString())
                        .code())
                .isZero();
        assertThat(study.text("seed8/review.jsonl")).isNotEqualTo(first.get("review.jsonl"));
        JsonNode design = tree(first.get("design.json"));
        assertThat(design.get("strata"))
                .hasSize(3)
                .allSatisfy(stratum -> assertThat(stratum.get("problems"))
                        .hasSize(2)
                        .allSatisfy(problem -> assertThat(problem.get("items").size())
                                .isEqualTo(Math.min(2, problem.get("c").intValue()))));
    }

    @Test
    void reviewersAreCompared(SharedSession session) throws IOException {
        StudyFolder study = study(session);
        assertThat(export(study, session, "--accuracy-below", "0.5").code()).isZero();
        String first = items(study, "out/review").get(0).get("id").textValue();
        study.file("ada.csv", labels(study, ""));
        study.file(
                "bo.jsonl",
                "{\"id\": \"%s\", \"label\": \"unsure\"}\n".formatted(first)
                        + "{\"id\": \"%s\", \"label\": \"maybe\"}\nno JSON\n{\"label\": \"valid\"}\n[]\n"
                                .formatted(first)
                        + "{\"id\": \"%s\", \"label\": \"valid\"}\n".formatted(first));
        StudyFolder.Ran ran = review(
                study,
                session,
                "import",
                study.path("ada.csv").toString(),
                study.path("bo.jsonl").toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("ada and bo: 0.0 % of 1 responses alike, Cohen's kappa 0.000", "1 tied");
        assertThat(ran.err().lines())
                .hasSize(5)
                .anyMatch(line ->
                        line.contains("bo.jsonl line 2: has the label \"maybe\", expected valid, invalid or unsure"))
                .anyMatch(line -> line.contains("line 3: is no JSON"))
                .anyMatch(line -> line.contains("line 4: has no id"))
                .anyMatch(line -> line.contains("line 5: is no JSON object"))
                .anyMatch(line -> line.contains("line 6: says valid of " + first));
    }

    @Test
    void labelsOfSomethingElseAreRefused(SharedSession session) throws IOException {
        StudyFolder study = study(session);
        assertThat(export(study, session, "--accuracy-below", "0.5").code()).isZero();
        study.file("labels.csv", labels(study, "ada"));
        study.file("unknown.csv", "id,label\nr0123456789abcdef,valid\n");
        StudyFolder.Ran unknown =
                review(study, session, "import", study.path("unknown.csv").toString());
        assertThat(unknown.code()).isEqualTo(4);
        assertThat(unknown.err()).contains("unknown.csv line 2: the response r0123456789abcdef is not in");
        study.file("empty.csv", "id,label\n");
        assertThat(review(study, session, "import", study.path("empty.csv").toString())
                        .err())
                .contains("no labels");
        study.file("other.csv", "a,b\n1,2\n");
        assertThat(review(study, session, "import", study.path("other.csv").toString())
                        .err())
                .contains("expected a header with the columns id and label");
        assertThat(review(study, session, "import", study.path("none.csv").toString())
                        .code())
                .isEqualTo(2);
        // The same places, other texts.
        String texts = study.text("plain.jsonl");
        study.file("plain.jsonl", texts.replace("by luck", "by LUCK").replace("because", "BECAUSE"));
        StudyFolder.Ran replaced = export(study, session, "--accuracy-below", "0.5", "--run", "plain");
        assertThat(replaced.code()).isEqualTo(4);
        assertThat(replaced.err()).contains("plain.jsonl: the response at", "is not the one that was verified");
        // One more sample, and the study is another one.
        study.file(
                "plain.jsonl", texts + "{\"problem_id\": \"p0\", \"sample_index\": 77, \"text\": \"\\\\boxed{9}\"}\n");
        assertThat(study.evaluate("out").code()).isZero();
        StudyFolder.Ran changed =
                review(study, session, "import", study.path("labels.csv").toString());
        assertThat(changed.code()).isEqualTo(4);
        assertThat(changed.err()).contains("was drawn from another study");
    }

    @Test
    void whatCannotBeDrawnIsSaid(SharedSession session) throws IOException {
        StudyFolder study = study(session);
        StudyFolder.Ran many = export(study, session, "--accuracy-below", "0.5", "--max-responses", "19");
        assertThat(many.code()).isEqualTo(2);
        assertThat(many.err()).contains("20 responses would be drawn, more than --max-responses 19");
        StudyFolder.Ran none = export(study, session);
        assertThat(none.code()).isEqualTo(4);
        assertThat(none.err()).contains("above 0 and below 0.05");
        assertThat(export(study, session, "--run", "nobody").err()).contains("known: packed on sums, plain on sums");
        assertThat(export(study, session, "--accuracy-below", "2").code()).isEqualTo(2);
        assertThat(export(study, session, "--accuracy-below", "0.5", "--problems", "1")
                        .err())
                .contains("cannot represent");
        assertThat(StudyFolder.command(session, study.path("out"), "review").code())
                .isEqualTo(2);
    }

    @Test
    void countsHaveNoTexts(SharedSession session) {
        StudyFolder study = new StudyFolder(folder, session)
                .file("counts.csv", "model,benchmark,problem_id,n,c\nm,b,p0,100,2\nm,b,p1,100,50\n")
                .file("study.conf", """
                        study {
                          name = counts, output = out, ks = [1]
                          benchmarks = [{ name = b }], models = [{ name = m, role = base }]
                          generations = [{ path = "counts.csv", format = counts }]
                        }
                        """);
        assertThat(study.evaluate("out").code()).isZero();
        StudyFolder.Ran ran = export(study, session);
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err())
                .contains("problem p0 of b has 2 correct samples, but 0 are stored", "counts have no texts");
    }

    /** Wide records of several seeds, and long ones, plain and compressed. */
    @Test
    void theSampleStudyCanBeReviewed(SharedSession session) {
        StudyFolder study = StudyFolder.crossing(folder, session).study("../../out/crossing", "out");
        assertThat(study.evaluate("out").code()).isZero();
        StudyFolder.Ran ran = export(study, session, "--accuracy-below", "0.3", "--per-problem", "3");
        assertThat(ran.code()).as(ran.err()).isZero();
        List<JsonNode> items = items(study, "out/review");
        assertThat(items).hasSizeGreaterThan(10).allSatisfy(item -> {
            assertThat(item.get("response").textValue()).isNotBlank();
            assertThat(item.get("question").textValue()).isNotBlank();
        });
        long drawn = 0;
        for (JsonNode stratum : tree(study.text("out/review/design.json")).get("strata")) {
            for (JsonNode problem : stratum.get("problems")) {
                drawn += problem.get("items").size();
            }
        }
        assertThat(items).hasSize((int) drawn);
    }
}
