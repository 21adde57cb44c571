package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MathOptionsTest {
    @Test
    void describesEverySetting() {
        assertThat(MathOptions.defaults().describe())
                .isEqualTo(
                        "lastNumber=false percentEqualsNumber=true percentEqualsFraction=true baseSuffixOptional=true"
                                + " minRoundedDecimals=6 maxAnswerChars=2000 maxDigits=1000 maxElements=128 maxDepth=32");
    }

    @Test
    void refusesLimitsOutOfRange() {
        assertThatThrownBy(() -> new MathOptions(false, true, true, true, -1, 1, 1, 1, 1))
                .hasMessage("minRoundedDecimals -1 is not in [0, 1000]");
        assertThatThrownBy(() -> new MathOptions(false, true, true, true, 6, 1, 1, 1, 1_000))
                .hasMessage("maxDepth 1000 is not in [1, 200]");
    }
}
