package org.passk.verify.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.Confinement;
import org.passk.sandbox.Python;
import org.passk.sandbox.SandboxLimits;
import org.passk.sandbox.SandboxSettings;

class CodeOptionsTest {
    @ParameterizedTest
    @CsvSource({"1048575, 0, 1", "1048576, -1, 1", "1048576, 0, 0"})
    void valuesOutsideOfTheirRangesAreRefused(long memory, long output, int chars) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CodeOptions(SandboxSettings.defaults(), LimitPolicy.OFFICIAL, memory, output, chars));
    }

    @Test
    void theVersionNamesWhateverDecides() {
        CodeOptions options = CodeOptions.defaults();
        Python python = new Python("/usr/bin/python3", "3.11.2", List.of());
        String version = options.version(new Capabilities(python, Confinement.NAMESPACES, List.of(), "2.1.0"));
        assertThat(version).contains("python=3.11.2", "numpy=2.1.0", "mode=SPLIT", "limits=official");
        assertThat(options.version(new Capabilities(python, Confinement.KERNEL_FILTERS, List.of(), "2.1.0")))
                .isEqualTo(version);
        assertThat(options.version(new Capabilities(python, Confinement.NAMESPACES, List.of(), "")))
                .isNotEqualTo(version);
    }

    @Test
    void theClockGivesFourTimesWhatTheSlackAllows() {
        assertThat(CodeOptions.defaults().limits(3, 2)).isEqualTo(new SandboxLimits(3, 25, 4L << 30, 1 << 20, 2));
    }
}
