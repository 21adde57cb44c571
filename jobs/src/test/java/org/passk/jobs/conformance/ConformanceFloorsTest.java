package org.passk.jobs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was reached on the published cases is kept: the floors of {@code right} only rise, the rest only falls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceFloorsTest {
    private Map<String, FileScore> scores = Map.of();

    @BeforeAll
    void run() {
        String data = System.getenv("PASSK_DATA");
        Assumptions.assumeTrue(data != null, "PASSK_DATA names no folder of published cases");
        Path folder = Path.of(data, "conformance", "math");
        Assumptions.assumeTrue(Files.isDirectory(folder), folder + " does not exist");
        ConformanceReport report = new ConformanceRun(() -> 0, () -> {
                    throw new IllegalStateException("no programs here");
                })
                .run(folder);
        assertThat(report.badLines()).isEmpty();
        assertThat(report.skipped()).containsExactly("lighteval_metric_cases.jsonl: 15 lines of no known shape");
        scores = report.files().stream().collect(Collectors.toMap(FileScore::file, Function.identity()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    # file, total, right at least, false positives at most
                    features.jsonl, 110, 110, 0
                    latex2sympy2_abs.jsonl, 55, 55, 0
                    latex2sympy2_all_good.jsonl, 158, 158, 0
                    latex2sympy2_atom_expr.jsonl, 111, 111, 0
                    latex2sympy2_bad_strings.jsonl, 29, 29, 0
                    latex2sympy2_binomial.jsonl, 7, 7, 0
                    latex2sympy2_boxed.jsonl, 8, 8, 0
                    latex2sympy2_ceil.jsonl, 48, 48, 0
                    latex2sympy2_complex.jsonl, 2, 2, 0
                    latex2sympy2_exp.jsonl, 9, 9, 0
                    latex2sympy2_floor.jsonl, 40, 40, 0
                    latex2sympy2_gcd.jsonl, 98, 98, 0
                    latex2sympy2_greek.jsonl, 2, 2, 0
                    latex2sympy2_grouping.jsonl, 41, 41, 0
                    latex2sympy2_lcm.jsonl, 99, 99, 0
                    latex2sympy2_left_right_cdot.jsonl, 1, 1, 0
                    latex2sympy2_max.jsonl, 38, 38, 0
                    latex2sympy2_min.jsonl, 41, 41, 0
                    latex2sympy2_mixed_fraction.jsonl, 5, 5, 0
                    latex2sympy2_mod.jsonl, 36, 36, 0
                    latex2sympy2_overline.jsonl, 1, 1, 0
                    latex2sympy2_pi.jsonl, 2, 2, 0
                    latex2sympy2_set.jsonl, 46, 46, 0
                    latex2sympy2_trig.jsonl, 1, 1, 0
                    latex2sympy2_variable.jsonl, 14, 14, 0
                    lighteval_choices.jsonl, 15, 15, 0
                    lighteval_extractive_match.jsonl, 5, 5, 0
                    math_verify_string_extraction.extract.jsonl, 7, 7, 0
                    math_verify_test_all.jsonl, 189, 187, 0
                    math_verify_test_boxed.jsonl, 3, 2, 0
                    math_verify_test_strict.jsonl, 2, 2, 0
                    math_verify_test_yujianll.jsonl, 9, 9, 0
                    metamorphic_math500.jsonl, 703, 703, 0
                    pathological.jsonl, 50, 45, 0
                    qwen_math_equal_debug.jsonl, 17, 17, 0
                    real_gsm8k_openai.jsonl, 1588, 1588, 0
                    real_math_cot_100.jsonl, 408, 408, 0
                    """)
    void eachFileKeepsWhatItReached(String file, int total, int right, int falsePositives) {
        FileScore score = scores.get(file);
        assertThat(score).as(file).isNotNull();
        assertThat(score.total()).as("total").isEqualTo(total);
        assertThat(score.right()).as("right").isGreaterThanOrEqualTo(right);
        assertThat(score.falsePositives()).as("false positives").isLessThanOrEqualTo(falsePositives);
    }

    @Test
    void everyFileHasItsFloor() {
        assertThat(scores).hasSize(37);
    }
}
