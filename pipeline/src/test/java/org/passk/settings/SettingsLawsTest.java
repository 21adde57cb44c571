package org.passk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The records refuse what the loader would not let through, so that code may build them too. */
class SettingsLawsTest {
    static Stream<Arguments> illegal() {
        return Stream.of(
                law(() -> new QuarantineSettings(1.1, 1, 0), "maxShare 1.1 is not a number in [0.0, 1.0]"),
                law(() -> new QuarantineSettings(Double.NaN, 1, 0), "maxShare NaN is not a number in [0.0, 1.0]"),
                law(() -> new QuarantineSettings(0, 0, 0), "maxMessageChars 0 is not in [1, 2147483647]"),
                law(() -> new QuarantineSettings(0, 1, -1), "firstBytes -1 is not in [0, 2147483647]"),
                law(() -> new SplitSettings(0), "bytes 0 is not in [1, 9223372036854775807]"),
                law(
                        () -> new LimitSettings(2_147_483_640L, 1, 1, 1, 1, 1, 1),
                        "maxTextBytes 2147483640 is not in [1, 2147483639]"),
                law(() -> new LimitSettings(1, 1, 10_001, 1, 1, 1, 1), "maxJsonDepth 10001 is not in [1, 10000]"),
                law(() -> new LimitSettings(1, 1, 1, 1, 50_001, 1, 1), "maxNameChars 50001 is not in [1, 50000]"),
                law(() -> new LimitSettings(1, 1, 1, 1, 1, 0, 1), "maxFieldNames 0 is not in [1, 2147483647]"),
                law(() -> new LimitSettings(1, 1, 1, 1, 1, 1, 0), "maxAnswers 0 is not in [1, 2147483647]"),
                law(() -> new HealthSettings(-0.1), "maxFaultShare -0.1 is not a number in [0.0, 1.0]"),
                law(
                        () -> new SegmentSettings(1, Duration.ZERO, 1),
                        "commitInterval in milliseconds 0 is not in [1, 3600000]"),
                law(() -> new TableSettings(0), "rowsPerFile 0 is not in [1, 9223372036854775807]"),
                law(() -> new ModelSpec("m", Role.RL, "m", "", -1), "model m is its own base"),
                law(() -> new ModelSpec("m", Role.RL, "", "", -2), "step -2 is not in [0, 9223372036854775807]"),
                law(
                        () -> new BenchmarkSpec("..", "", "auto", "math"),
                        "name \"..\" is not 1 to 100 of A-Z a-z 0-9 . _ - (and not . or ..)"),
                law(() -> study(List.of(2, 1)), "ks [2, 1] are not positive and ascending"),
                law(() -> study(List.of(1, 1)), "ks [1, 1] are not positive and ascending"),
                law(() -> study(List.of(0)), "ks [0] are not positive and ascending"),
                law(() -> study(List.of()), "a list of the study is empty"),
                law(() -> new LegalNames(List.of(), List.of(), List.of()), "verifiers is empty"));
    }

    private static Arguments law(ThrowingCallable call, String message) {
        return Arguments.of(message, call);
    }

    private static Study study(List<Integer> ks) {
        Study full = Studies.load(Studies.FULL).settings().study();
        return new Study(full.name(), full.output(), full.benchmarks(), full.models(), full.generations(), ks, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illegal")
    void anIllegalValueIsRefusedWithItsRange(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void aStudyDoesNotChangeWithTheListsItWasMadeOf() {
        List<Integer> ks = new ArrayList<>(List.of(1, 2));
        Study study = study(ks);
        ks.add(3);

        assertThat(study.ks()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "algoritm, algorithm, 1",
        "modle, model, 1",
        "'', abc, 3",
        "same, same, 0",
        "flaw, lawn, 2"
    })
    void editsBetweenWords(String a, String b, int expected) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(expected);
        assertThat(Suggestion.distance(b, a)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"base, BASE", "rl, RL", "instruct, INSTRUCT", "distilled, DISTILLED", "reference, REFERENCE"})
    void rolesHaveTheirWords(String key, Role role) {
        assertThat(Role.of(key)).hasValue(role);
        assertThat(role.key()).isEqualTo(key);
    }
}
