package org.passk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastBoxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "so \\boxed{5}.|5",
                "\\boxed{1} and \\boxed{2}|2",
                "\\boxed{\\frac{1}{2}}|\\frac{1}{2}",
                "\\boxed { x }|x",
                "\\boxed{\\boxed{5}}|5",
                "\\boxed{\\left\\{1\\right.}|\\left\\{1\\right.",
                "\\boxed{a\\\\}}|a\\\\",
            })
    void theLastBoxIsReadToItsBalancingBrace(String solution, String content) {
        assertThat(LastBox.of(solution)).contains(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no box",
                "\\boxed",
                "\\boxed 5",
                "\\boxed{",
                "\\boxed{a\\}",
                "\\boxed{ }",
                "\\boxed{1} \\boxed{2"
            })
    void withoutALastBoxThatClosesThereIsNoAnswer(String solution) {
        assertThat(LastBox.of(solution)).isEmpty();
    }

    @Test
    void deepNestingNeedsNoStack() {
        String inner = "{".repeat(200_000) + "x" + "}".repeat(200_000);
        assertThat(LastBox.of("\\boxed{" + inner + "}")).contains(inner);
    }
}
