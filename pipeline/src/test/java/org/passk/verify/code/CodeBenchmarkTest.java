package org.passk.verify.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.extract.program.ProgramRule;
import org.passk.format.TextForm;

class CodeBenchmarkTest {
    @ParameterizedTest
    @CsvSource({
        "human_eval, SANITIZE, 3",
        "evalplus, SANITIZE, 4",
        "mbpp, SANITIZE, 3",
        "livecodebench, LAST_FENCES, 6",
        "code_r1, ANSWER_BLOCKS, 30"
    })
    void aBenchmarkIsReadAndLimitedAsItsHarnessDoes(String format, ProgramRule rule, double seconds) {
        CodeBenchmark code = CodeBenchmark.of(format, Optional.empty(), Double.NaN, TestScope.ALL);
        assertThat(code.rule(TextForm.GENERATION)).isEqualTo(rule);
        assertThat(code.rule(TextForm.COMPLETION)).isEqualTo(ProgramRule.COMPLETION);
        assertThat(code.rule(TextForm.SOLUTION)).isEqualTo(ProgramRule.SOLUTION);
        assertThat(code.cpuSeconds()).isEqualTo(seconds);
    }

    @Test
    void whatTheStudySaysWins() {
        CodeBenchmark code = CodeBenchmark.of("human_eval", Optional.of(ProgramRule.STRIPPED), 0.5, TestScope.BASE);
        assertThat(code.rule(TextForm.GENERATION)).isEqualTo(ProgramRule.STRIPPED);
        assertThat(code.rule(TextForm.COMPLETION)).isEqualTo(ProgramRule.COMPLETION);
        assertThat(code.cpuSeconds()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_801, Double.NaN})
    void aLimitOutsideOfItsRangeIsRefused(double seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeBenchmark(ProgramRule.STRIPPED, seconds, TestScope.ALL));
    }
}
