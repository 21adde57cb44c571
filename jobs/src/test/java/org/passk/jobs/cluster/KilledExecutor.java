package org.passk.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

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
        ProcessHandle victim;
        try {
            boolean underWay = Waiting.until(
                    Duration.ofMinutes(2),
                    () -> !running.process().isAlive()
                            || (running.output().store().segments().size() >= 3
                                    && cluster.executors().size() == 2));
            assertThat(underWay && running.process().isAlive())
                    .as(running.log())
                    .isTrue();
            victim = cluster.executors().get(0);
            assertThat(victim.destroyForcibly()).isTrue();
            listed = running.output().store().segments().size();
        } catch (AssertionError | RuntimeException e) {
            running.stop();
            throw e;
        }
        Submission.Ran killed = running.ended();
        assertThat(killed.code()).as(killed.log()).isZero();
        assertThat(victim.isAlive()).isFalse();
        // It had a task, which another executor did again.
        List<String> lost = killed.log()
                .lines()
                .filter(line -> line.contains("Lost task") && line.contains("ExecutorLostFailure"))
                .toList();
        assertThat(lost).as(killed.log()).isNotEmpty();
        assertThat(killed.log()).contains("exited with code 137");
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
}
