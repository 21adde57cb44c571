package org.passk.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.passk.fault.PasskException;
import org.passk.sandbox.Confinement;
import org.passk.sandbox.SandboxProbe;
import org.passk.sandbox.SandboxSettings;

/** passk on a real standalone cluster, submitted by its launcher: the bytes of the embedded Spark, whatever happens. */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClusterIT {
    /** Records of the made-up studies: {@code -Dpassk.cluster.records=100000} for larger ones. */
    private static final int RECORDS = Integer.getInteger("passk.cluster.records", 20_000);

    private Path folder;
    private StandaloneCluster cluster;
    private Submission sample;
    private Map<String, Object> wanted;

    @BeforeAll
    void startAndEvaluateHere(@TempDir Path folder) throws Exception {
        this.folder = folder;
        cluster = StandaloneCluster.start(
                folder.resolve("cluster"),
                StandaloneCluster.jars(
                        Files.readString(Submission.REPOSITORY.resolve("jobs/target/launch.classpath"))));
        sample = new Submission(sampleStudy("crossing", folder.resolve("crossing")), List.of());
        Submission.Ran local = sample.local("local");
        assertThat(local.code()).as(local.log()).isZero();
        wanted = local.output().content();
        assertThat(wanted).containsKeys("tallies", "answers", "metrics", "report.json", "report.md", "metrics.csv");
    }

    @AfterAll
    void endWithoutAProcessOrAFileLeft() {
        Collection<ProcessHandle> processes = cluster.processes();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(3);
        cluster.close();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(cluster.processes()).isEmpty();
        assertThat(folder.resolve("cluster")).doesNotExist();
    }

    private static Path sampleStudy(String name, Path copy) throws IOException {
        Path original = Submission.REPOSITORY.resolve("data-samples/" + name);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(original.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy.resolve("study.conf");
    }

    @Test
    void programsRunOnTheExecutorsAndGiveTheSameBytes() throws Exception {
        try {
            Assumptions.assumeTrue(
                    SandboxProbe.probe(SandboxSettings.defaults()).confinement() != Confinement.NONE,
                    "nothing confines programs here");
        } catch (PasskException e) {
            Assumptions.abort("there is no Python here: " + e.getMessage());
        }
        Submission programs = new Submission(sampleStudy("programs", folder.resolve("programs")), List.of());
        Submission.Ran local = programs.local("local");
        assertThat(local.code()).as(local.log()).isZero();
        Submission.Ran ran = programs.on(cluster, "client");
        assertThat(ran.code()).as(ran.log()).isZero();
        assertThat(ran.output().content()).isEqualTo(local.output().content());
    }

    @Test
    void clientModeGivesTheSameBytes() throws Exception {
        Submission.Ran ran = sample.on(cluster, "client");
        assertThat(ran.code()).as(ran.log()).isZero();
        assertThat(ran.log()).contains("ΔSE(32) = 0.339 [");
        assertThat(ran.output().content()).isEqualTo(wanted);
    }

    @Test
    void clusterModeGivesTheSameBytes() throws Exception {
        Submission.Ran ran = sample.on(cluster, "cluster", "--deploy-mode", "cluster");
        assertThat(ran.code()).as(ran.log() + cluster.driverLogs()).isZero();
        assertThat(ran.log()).contains("is FINISHED, exiting");
        assertThat(ran.output().json("_STATUS.json").at("/code").intValue()).isZero();
        assertThat(ran.output().content()).isEqualTo(wanted);
    }

    @Test
    void inClusterModeAFailedRunIsToldByTheLauncherAndItsCodeByTheStatusFile() throws Exception {
        // One record of a source in a hundred is more than this share: the run ends with 4.
        Submission unhealthy = new Submission(sample.study(), List.of("quarantine.max_share=0.001"));
        Submission.Ran ran = unhealthy.on(cluster, "unhealthy", "--deploy-mode", "cluster");
        assertThat(ran.code()).as(ran.log() + cluster.driverLogs()).isEqualTo(6);
        assertThat(ran.log()).contains("passk: the driver on the cluster is FAILED: see _STATUS.json");
        assertThat(ran.output().json("_STATUS.json").at("/code").intValue()).isEqualTo(4);
        assertThat(ran.output().json("_STATUS.json").at("/tables_written").booleanValue())
                .isTrue();
    }

    @Test
    void inClientModeTheExitCodeComesBack() throws Exception {
        Submission unhealthy = new Submission(sample.study(), List.of("quarantine.max_share=0.001"));
        Submission.Ran ran = unhealthy.on(cluster, "unhealthy-client");
        assertThat(ran.code()).as(ran.log()).isEqualTo(4);
    }

    @Test
    void aMadeUpStudyOfBothFormsGivesTheSameBytesAndItsTruth() throws Exception {
        Submission study = madeUp("both", "--forms", "long,wide", "--seeds", "2");
        Submission.Ran local = study.local("out");
        assertThat(local.code()).as(local.log()).isZero();
        assertThat(local.output().count("read")).isGreaterThan(RECORDS * 99 / 100);
        Submission.Ran truth = Submission.command(
                folder.resolve("truth.log"),
                "truth",
                study.study().resolveSibling("out").toString());
        assertThat(truth.log()).contains("the run found the truth");
        assertThat(truth.code()).isZero();
        Map<String, Object> content = local.output().content();

        Submission.Ran client = study.on(cluster, "client");
        assertThat(client.code()).as(client.log()).isZero();
        assertThat(client.output().content().equals(content)).isTrue();

        Submission.Ran driver = study.on(cluster, "cluster", "--deploy-mode", "cluster");
        assertThat(driver.code()).as(driver.log() + cluster.driverLogs()).isZero();
        assertThat(driver.output().content().equals(content)).isTrue();
    }

    @Test
    void anExecutorKilledInMidVerificationChangesNothing() throws Exception {
        Submission study = madeUp("killed", "--mean-text-bytes", "4000");
        Submission.Ran killed = KilledExecutor.check(
                cluster, new Submission(study.study(), List.of("splits.bytes=1MiB", "segments.commit_interval=100ms")));
        assertThat(killed.output().count("read")).isGreaterThan(RECORDS * 99 / 100);
        assertThat(killed.output().count("quarantined")).isPositive();
    }

    /** A study of two runs whose truth is known. */
    private Submission madeUp(String name, String... options) throws Exception {
        int samples = RECORDS < 50_000 ? 40 : 200;
        List<String> command =
                new ArrayList<>(List.of("generate", folder.resolve(name).toString()));
        command.addAll(List.of("--problems", Integer.toString(RECORDS / 2 / samples)));
        command.addAll(List.of("--samples", Integer.toString(samples)));
        command.addAll(List.of(options));
        Submission.Ran generated = Submission.command(folder.resolve(name + ".log"), command.toArray(String[]::new));
        assertThat(generated.code()).as(generated.log()).isZero();
        return new Submission(folder.resolve(name).resolve("study.conf"), List.of());
    }
}
