package org.passk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.testing.Mutator;

/** A damaged problem file gives a set of problems or trouble of the input with its line, never anything else. */
class MutatedProblemsTest {
    private static final Map<String, String> LINES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "passk",
                    "{\"id\":\"a%d\",\"question\":\"q %d?\",\"answer\":\"%d\",\"level\":3,\"subject\":\"s\",\"unit\":\"cm\"}"),
            Map.entry("gsm8k", "{\"question\":\"q %d?\",\"answer\":\"He has %d. #### 1,%03d\"}"),
            Map.entry(
                    "math500",
                    "{\"problem\":\"q %d?\",\"solution\":\"so \\\\boxed{%d}\",\"answer\":\"%d\",\"subject\":\"s\",\"level\":1,"
                            + "\"unique_id\":\"t/%d.json\"}"),
            Map.entry(
                    "minerva_math",
                    "{\"problem\":\"q %d?\",\"solution\":\"so \\\\boxed{%d}\",\"type\":\"c\",\"idx\":%d}"),
            Map.entry(
                    "olympiadbench",
                    "{\"id\":%d,\"question\":\"q %d?\",\"solution\":[\"x\"],\"final_answer\":[\"$%d$\"],"
                            + "\"is_multiple_answer\":false,\"unit\":null,\"answer_type\":\"Numerical\",\"subfield\":\"s\"}"),
            Map.entry(
                    "aime24", "{\"id\":%d,\"problem\":\"q %d?\",\"solution\":\"s\",\"answer\":\"%03d\",\"url\":\"u\"}"),
            Map.entry("aime25", "{\"id\":\"%d\",\"question\":\"q %d?\",\"answer\":\"%d.0\"}"),
            Map.entry("amc23", "{\"id\":%d,\"problem\":\"q %d?\",\"answer\":%d.0,\"url\":\"u\"}"),
            Map.entry(
                    "omni_math_rule",
                    "{\"domain\":[\"d -> e\"],\"difficulty\":4.5,\"problem\":\"q %d?\",\"solution\":\"s\",\"answer\":\"%d\","
                            + "\"source\":\"x\"}"),
            Map.entry(
                    "human_eval",
                    "{\"task_id\":\"HumanEval/%d\",\"prompt\":\"def f%d():\",\"entry_point\":\"f\","
                            + "\"canonical_solution\":\"\",\"test\":\"def check(c): pass\"}"),
            Map.entry(
                    "evalplus",
                    "{\"task_id\":\"Mbpp/%d\",\"prompt\":\"q %d\",\"entry_point\":\"f\",\"canonical_solution\":\"s\","
                            + "\"base_input\":[[1,%d.0]],\"plus_input\":[[NaN,1]],\"atol\":0}"),
            Map.entry(
                    "mbpp",
                    "{\"text\":\"q %d\",\"code\":\"c\",\"task_id\":%d,\"test_setup_code\":\"\",\"test_list\":[\"t\"]}"),
            Map.entry(
                    "livecodebench",
                    "{\"question_id\":\"q%d\",\"question_content\":\"q %d\",\"platform\":\"p\",\"contest_date\":\"d\","
                            + "\"public_test_cases\":\"[]\",\"private_test_cases\":\"[]\","
                            + "\"metadata\":\"{\\\"func_name\\\":\\\"f\\\"}\"}"),
            Map.entry(
                    "code_r1",
                    "{\"data_source\":\"code\",\"reward_model\":{\"style\":\"rule\","
                            + "\"ground_truth\":\"{\\\"functional\\\":\\\"assert %d\\\"}\"},"
                            + "\"extra_info\":{\"prompt\":\"q %d\"}}")));

    private static String line(String format, int number) {
        return LINES.get(format).replaceAll("%0?3?d", Integer.toString(number)) + "\n";
    }

    private static void check(String format, long seed, int files) {
        Random random = new Random(seed);
        Mutator mutator = new Mutator(random);
        int refused = 0;
        for (int file = 0; file < files; file++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int damaged = random.nextInt(4);
            for (int i = 0; i < 4; i++) {
                byte[] intact = line(format, i + 1).getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(i == damaged ? mutator.mutate(intact) : intact);
            }
            try {
                ProblemSet set = ProblemReader.read(
                        new ByteArrayInputStream(bytes.toByteArray()),
                        "in.jsonl",
                        format,
                        random.nextBoolean() ? format : "auto");
                assertThat(set.size()).isBetween(1, 6);
            } catch (PasskException e) {
                assertThat(e.kind()).isEqualTo(FaultKind.INPUT);
                assertThat(e.getMessage()).startsWith("in.jsonl");
                refused++;
            }
        }
        assertThat(refused).isBetween(files / 10, files);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "passk",
                "gsm8k",
                "math500",
                "minerva_math",
                "olympiadbench",
                "aime24",
                "aime25",
                "amc23",
                "omni_math_rule",
                "human_eval",
                "evalplus",
                "mbpp",
                "livecodebench",
                "code_r1"
            })
    void anIntactFileOfEachFormIsRead(String format) {
        byte[] file = (line(format, 1) + line(format, 2)).getBytes(StandardCharsets.UTF_8);
        assertThat(ProblemReader.read(new ByteArrayInputStream(file), "in.jsonl", format, format)
                        .size())
                .isEqualTo(2);
        assertThat(ProblemReader.formatNames()).hasSize(LINES.size() + 1);
    }

    @ParameterizedTest(name = "{0} seed={1}")
    @CsvSource({
        "passk, 1",
        "gsm8k, 2",
        "math500, 3",
        "minerva_math, 4",
        "olympiadbench, 5",
        "aime24, 6",
        "aime25, 7",
        "amc23, 8",
        "omni_math_rule, 9",
        "human_eval, 10",
        "evalplus, 11",
        "mbpp, 12",
        "livecodebench, 13",
        "code_r1, 14"
    })
    void aDamagedFileIsReadOrRefusedWithItsName(String format, long seed) {
        check(format, seed, 300);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0} seed={1}")
    @CsvSource({
        "passk, 101",
        "gsm8k, 102",
        "math500, 103",
        "minerva_math, 104",
        "olympiadbench, 105",
        "aime24, 106",
        "aime25, 107",
        "amc23, 108",
        "omni_math_rule, 109",
        "human_eval, 110",
        "evalplus, 111",
        "mbpp, 112",
        "livecodebench, 113",
        "code_r1, 114"
    })
    void manyDamagedFilesAreReadOrRefusedWithTheirName(String format, long seed) {
        check(format, seed, 30_000);
    }
}
