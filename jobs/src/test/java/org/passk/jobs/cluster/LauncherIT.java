package org.passk.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.package$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher makes of spark-submit: a script stands for it here. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class LauncherIT {
    private static final String WAITS = "spark.standalone.submit.waitAppCompletion=true";

    private record Ended(int code, String text) {}

    private static Ended run(Path home, String submit, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("bin"));
        Path script = home.resolve("bin/spark-submit");
        Files.writeString(script, "#!/usr/bin/env bash\n" + submit + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command =
                new ArrayList<>(List.of(Submission.REPOSITORY.resolve("passk").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPARK_HOME", home.toString());
        Process process = builder.start();
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void onAStandaloneClusterItWaitsForTheDriverUnlessToldOtherwise(@TempDir Path home) throws Exception {
        String[] shown = {"--master", "spark://h:7077", "--deploy-mode", "cluster", "--dry-run", "evaluate", "x"};
        assertThat(run(home, "exit 9", shown).text()).contains("--conf " + WAITS + " ");
        String[] told = {
            "--master",
            "spark://h:7077",
            "--deploy-mode",
            "cluster",
            "--conf",
            WAITS.replace("true", "false"),
            "--dry-run",
            "evaluate",
            "x"
        };
        // spark-submit takes the last of two.
        assertThat(run(home, "exit 9", told).text())
                .containsSubsequence("--conf " + WAITS, "--conf " + WAITS.replace("true", "false"));
        String[] client = {"--master", "spark://h:7077", "--dry-run", "evaluate", "x"};
        assertThat(run(home, "exit 9", client).text())
                .contains("spark://h:7077")
                .doesNotContain(WAITS);
        String[] yarn = {"--master", "yarn", "--deploy-mode", "cluster", "--dry-run", "evaluate", "x"};
        assertThat(run(home, "exit 9", yarn).text()).contains("yarn").doesNotContain(WAITS);
    }

    @Test
    void aDriverThatFailedIsAFailureThoughSparkSubmitEndsWithZero(@TempDir Path home) throws Exception {
        String[] cluster = {"--master", "spark://h:7077", "--deploy-mode", "cluster", "evaluate", "x"};
        Ended failed =
                run(home, "echo 'I: State of driver driver-1 is FAILED, exiting spark-submit JVM.' >&2", cluster);
        assertThat(failed.code()).isEqualTo(6);
        assertThat(failed.text())
                .contains("I: State of driver driver-1 is FAILED", "passk: the driver on the cluster is FAILED");
        Ended finished = run(
                home,
                "echo result; echo 'State of driver-1 is RUNNING' >&2; "
                        + "echo 'State of driver driver-1 is FINISHED, exiting spark-submit JVM.' >&2",
                cluster);
        assertThat(finished.code()).as(finished.text()).isZero();
        assertThat(finished.text()).contains("result\n");
        assertThat(run(home, "exit 101", cluster).code()).isEqualTo(101);
    }

    @Test
    void aSparkForScala212IsRefused(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("jars"));
        Files.createFile(home.resolve("jars/spark-core_2.12-3.5.6.jar"));
        Ended refused = run(home, "exit 0", "--master", "local", "--dry-run", "evaluate", "x");
        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.text()).contains("passk needs one for Scala 2.13");
    }

    @Test
    void onSpark35TheDriverInAStandaloneClusterGetsTheModulesOptionsBesideTheUsersOwn(@TempDir Path home)
            throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/spark-defaults.conf"), "spark.driver.extraJavaOptions  -Dfrom=defaults\n");
        String[] plain = {"--master", "spark://h:7077", "--deploy-mode", "cluster", "--dry-run", "evaluate", "x"};
        String[] own = {
            "--master",
            "spark://h:7077",
            "--deploy-mode",
            "cluster",
            "--conf",
            "spark.driver.extraJavaOptions=-Dfrom=conf",
            "--dry-run",
            "evaluate",
            "x"
        };
        String options = "extraJavaOptions=-XX:+IgnoreUnrecognizedVMOptions\\ --add-opens=java.base/java.lang=";
        if (package$.MODULE$.SPARK_VERSION().startsWith("3.")) {
            assertThat(run(home, "exit 9", plain).text()).contains(options, "ALL-UNNAMED\\ -Dfrom=defaults ");
            assertThat(run(home, "exit 9", own).text())
                    .contains(options, "ALL-UNNAMED\\ -Dfrom=conf ")
                    .doesNotContain("-Dfrom=defaults");
        } else {
            assertThat(run(home, "exit 9", plain).text()).doesNotContain("extraJavaOptions");
            assertThat(run(home, "exit 9", own).text()).doesNotContain(options);
        }
    }
}
