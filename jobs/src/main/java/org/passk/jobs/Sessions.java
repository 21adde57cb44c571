package org.passk.jobs;

import org.apache.spark.sql.SparkSession;

/** Gives the Spark session of a run, with every setting that the code relies on stated. */
public interface Sessions {
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
     * The settings of a session.
     *
     * @param embedded whether Spark runs inside this process
     */
    static SparkSession.Builder builder(boolean embedded) {
        SparkSession.Builder builder = SparkSession.builder()
                // Semantics: the same on both Spark lines and whatever a cluster's defaults say.
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.caseSensitive", "true")
                .config("spark.sql.requireAllClusterKeysForDistribution", "false")
                // The tables are small: adaptive plans would cost jobs, and broadcast joins collect on the driver.
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.autoBroadcastJoinThreshold", "-1")
                .config("spark.sql.catalogImplementation", "in-memory")
                // Above the width of every table: plans in the log are never cut, which Spark would warn about.
                .config("spark.sql.debug.maxToStringFields", "200");
        if (embedded) {
            builder = builder.master("local[*]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.ui.showConsoleProgress", "false")
                    .config("spark.sql.shuffle.partitions", "2");
        }
        return builder;
    }
}
