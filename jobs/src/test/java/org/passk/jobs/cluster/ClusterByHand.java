package org.passk.jobs.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Starts a cluster, says where it is, and stops it after some minutes or when it is interrupted. */
final class ClusterByHand {
    private ClusterByHand() {}

    /**
     * Runs.
     *
     * @param args the file that holds the class path of Spark's jars, a folder that does not exist yet, and minutes
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        long minutes = Long.parseLong(args[2]);
        try (StandaloneCluster cluster =
                StandaloneCluster.start(Path.of(args[1]), StandaloneCluster.jars(Files.readString(Path.of(args[0]))))) {
            System.out.println("export SPARK_HOME=" + cluster.sparkHome() + " SPARK_LOCAL_IP=127.0.0.1");
            System.out.println(
                    "./passk --master " + cluster.masterUrl() + " evaluate data-samples/crossing/study.conf");
            System.out.println("# stops after " + minutes + " minutes, or when interrupted");
            TimeUnit.MINUTES.sleep(minutes);
        }
    }
}
