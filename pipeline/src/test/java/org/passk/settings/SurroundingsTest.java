package org.passk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    @Test
    void givenSurroundingsHaveWhatWasGivenAndNothingElse() {
        Surroundings surroundings = Surroundings.of(Map.of("SPARK_HOME", "/opt/spark"), Map.of("a.b", ""));

        assertThat(surroundings.env("SPARK_HOME")).hasValue("/opt/spark");
        assertThat(surroundings.env("PATH")).isEmpty();
        assertThat(surroundings.property("a.b")).hasValue("");
        assertThat(surroundings.property("java.version")).isEmpty();
    }

    @Test
    void thoseOfTheProcessComeFromTheProcess() {
        Surroundings surroundings = Surroundings.ofProcess();

        assertThat(surroundings.property("java.specification.version"))
                .hasValue(String.valueOf(Runtime.version().feature()));
        assertThat(surroundings.env("PASSK_THERE_IS_NO_SUCH_VARIABLE")).isEmpty();
    }
}
