package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import org.junit.jupiter.api.Test;

class MathOptionsTest {
    private static final MathOptions DEFAULTS = MathOptions.defaults();

    @Test
    void describesEverySetting() {
        String text = DEFAULTS.describe();
        for (Class<?> part : new Class<?>[] {MathPolicies.class, MathLimits.class}) {
            for (RecordComponent component : part.getRecordComponents()) {
                assertThat(text).contains(component.getName() + "=");
            }
        }
        assertThat(text)
                .startsWith(
                        "lastNumber=false percentEqualsNumber=true percentEqualsFraction=true baseSuffixOptional=true")
                .endsWith("maxDigits=10000 maxElements=1024 maxDepth=64 maxSteps=100000 maxPrecision=8192");
    }

    @Test
    void changesOnePolicyAtATime() {
        assertThat(DEFAULTS.withLastNumber(true).policies().lastNumber()).isTrue();
        assertThat(DEFAULTS.withLastNumber(true).withLastNumber(false)).isEqualTo(DEFAULTS);
        assertThat(DEFAULTS.withMinRoundedDecimals(3).policies().minRoundedDecimals())
                .isEqualTo(3);
        assertThat(DEFAULTS.withMinRoundedDecimals(3).withMinRoundedDecimals(6)).isEqualTo(DEFAULTS);
        assertThat(DEFAULTS.withInequalityEqualsInterval(false).policies().inequalityEqualsInterval())
                .isFalse();
        assertThat(DEFAULTS.withInequalityEqualsInterval(false).withInequalityEqualsInterval(true))
                .isEqualTo(DEFAULTS);
        assertThat(DEFAULTS.withSameVariableNames(false).policies().sameVariableNames())
                .isFalse();
        assertThat(DEFAULTS.withSameVariableNames(false).withSameVariableNames(true))
                .isEqualTo(DEFAULTS);
    }

    @Test
    void refusesLimitsOutOfRange() {
        assertThatThrownBy(() -> DEFAULTS.withMinRoundedDecimals(-1))
                .hasMessage("minRoundedDecimals -1 is not in [0, 1000]");
        assertThatThrownBy(() -> new MathLimits(1, 1, 1, 1_000, 1, 512)).hasMessage("maxDepth 1000 is not in [1, 100]");
        assertThatThrownBy(() -> new MathLimits(1, 1, 1, 1, 1, 64))
                .hasMessage("maxPrecision 64 is not in [512, 65536]");
    }
}
