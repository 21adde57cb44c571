package org.passk.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What has to hold for any study when an executor dies in the middle of verification. */
final class KilledExecutor {
    private KilledExecutor() {}

    /**
     * Evaluates on a cluster in client mode, kills one executor as soon as a few segments are listed, and compares with a
     * run of the embedded Spark.
     *
     * @param study takes several seconds to verify, in many splits
     * @return the run on the cluster
     */
    static Submission.Ran check(StandaloneCluster cluster, Submission study) throws IOException, InterruptedException {
        Submission.Ran local = study.local("local");
        assertThat(local.code()).as(local.log()).isZero();

        Submission.Running running = study.start(cluster, "killed", "--conf", "spark.executor.cores=1");
        int listed;
        StandaloneCluster.Executor victim;
        try {
            boolean underWay = Waiting.until(
                    Duration.ofMinutes(2),
                    () -> !running.process().isAlive() || busy(cluster, running).isPresent());
            assertThat(underWay && running.process().isAlive())
                    .as(running.log())
                    .isTrue();
            victim = busy(cluster, running).orElseThrow();
            assertThat(victim.process().destroyForcibly()).isTrue();
            listed = running.output().store().segments().size();
        } catch (AssertionError | RuntimeException e) {
            running.stop();
            throw e;
        }
        Submission.Ran killed = running.ended();
        assertThat(killed.code()).as(killed.log()).isZero();
        assertThat(victim.process().isAlive()).isFalse();
        // 128 + SIGKILL, as the master told the driver; what it had in hand was done again.
        assertThat(killed.log()).containsPattern("Lost executor \\d+ on 127.0.0.\\d: Command exited with code 137");
        assertThat(listed).isLessThan(killed.output().store().segments().size());
        assertThat(killed.output().count("splits_verified"))
                .isEqualTo(local.output().count("splits_verified"));
        assertThat(killed.output().count("read"))
                .isEqualTo(killed.output().count("verdicts") + killed.output().count("quarantined"))
                .isEqualTo(local.output().count("read"));
        assertThat(killed.output().content().equals(local.output().content()))
                .as("the same rows and reports")
                .isTrue();
        return killed;
    }

    /** An executor that verifies: it has finished tasks since the first segments were listed. */
    private static Optional<StandaloneCluster.Executor> busy(StandaloneCluster cluster, Submission.Running running) {
        if (running.output().store().segments().size() < 3) {
            return Optional.empty();
        }
        return cluster.executors().stream()
                .filter(executor -> executor.finishedTasks() >= 2)
                .findFirst();
    }
}
