package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.passk.fault.PasskException;

class SparkLineTest {
    @Test
    void otherReleasesOfALineAreTaken() {
        assertThatCode(() -> SparkLine.check("4.2.0", "4.1.3")).doesNotThrowAnyException();
        assertThatCode(() -> SparkLine.check("3.5.6", "3.5.9")).doesNotThrowAnyException();
    }

    @Test
    void theOtherLineIsRefusedWithTheCommandThatBuildsForIt() {
        assertThatThrownBy(() -> SparkLine.check("4.2.0", "3.5.6"))
                .isInstanceOfSatisfying(
                        PasskException.class,
                        e -> assertThat(e.kind().exitCode()).isEqualTo(2))
                .hasMessage("this passk.jar is built for Spark 4.2.0, but Spark 3.5.6 runs it; build it with: "
                        + "mvn -Plaunch,spark-3.5 clean package");
        assertThatThrownBy(() -> SparkLine.check("3.5.6", "4.2.0"))
                .hasMessageContaining("Spark 4.2.0 runs it")
                .hasMessageEndingWith("mvn -Plaunch clean package");
    }
}
