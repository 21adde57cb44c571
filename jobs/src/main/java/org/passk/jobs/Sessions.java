package org.passk.jobs;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Gives the Spark session of a run, with every setting that the code relies on stated. */
public interface Sessions {
    /** The name of the one setting that those who run passk may choose. */
    String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

    /**
     * A session, ready for use.
     *
     * @param study the study's name
     */
    SparkSession open(String study);

    /**
     * Lets a session go.
     *
     * @param session what {@link #open} gave
     */
    void close(SparkSession session);

    /**
     * Sessions that live as long as a run.
     *
     * @param embedded whether Spark runs inside this process, on this machine alone; otherwise the master is the one that
     *     spark-submit chose
     */
    static Sessions own(boolean embedded) {
        return new Sessions() {
            @Override
            public SparkSession open(String study) {
                return builder(embedded).appName("passk " + study).getOrCreate();
            }

            @Override
            public void close(SparkSession session) {
                session.stop();
            }
        };
    }

    /**
     * The settings of a session. They win over what spark-defaults or --conf say, and mean the same on both Spark lines.
     *
     * @param embedded whether Spark runs inside this process
     */
    static SparkSession.Builder builder(boolean embedded) {
        SparkSession.Builder builder = SparkSession.builder()
                // Kryo, which many clusters set, cannot build records; little is serialised, so nothing is to be
                // gained.
                .config("spark.serializer", "org.apache.spark.serializer.JavaSerializer")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.caseSensitive", "true")
                .config("spark.sql.requireAllClusterKeysForDistribution", "false")
                // A table's file that is missing or damaged is an error, not fewer rows.
                .config("spark.sql.files.ignoreCorruptFiles", "false")
                .config("spark.sql.files.ignoreMissingFiles", "false")
                // The tables are small: adaptive plans would cost jobs, and broadcast joins collect on the driver.
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.autoBroadcastJoinThreshold", "-1")
                .config("spark.sql.catalogImplementation", "in-memory")
                // Above the width of every table: plans in the log are never cut, which Spark would warn about.
                .config("spark.sql.debug.maxToStringFields", "200");
        if (embedded) {
            return builder.master("local[*]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.ui.showConsoleProgress", "false")
                    .config(SHUFFLE_PARTITIONS, "2");
        }
        return builder.config(SHUFFLE_PARTITIONS, shufflePartitions(new SparkConf()));
    }

    /**
     * How many partitions a join or an aggregation has on a cluster: what was asked for, else the cluster's parallelism
     * where that is stated, else 64. The result does not depend on it. Spark's 200 would be mostly empty tasks, as the
     * tables are small; the number of cores is no measure, because few executors may have come when the session starts.
     *
     * @param given what spark-submit was given
     */
    static String shufflePartitions(SparkConf given) {
        return given.get(SHUFFLE_PARTITIONS, given.get("spark.default.parallelism", "64"));
    }
}
