package org.passk.jobs;

import org.apache.spark.sql.SparkSession;

/** Starts the Spark session with every setting that the code relies on stated. */
public final class Sessions {
    private Sessions() {}

    /**
     * A session.
     *
     * @param study the study's name, for the application's name
     * @param embedded whether Spark runs inside this process, on this machine alone; otherwise the master is the one that
     *     spark-submit chose
     */
    public static SparkSession start(String study, boolean embedded) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("passk " + study)
                // Semantics: the same on both Spark lines and whatever a cluster's defaults say.
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.caseSensitive", "true")
                .config("spark.sql.requireAllClusterKeysForDistribution", "false")
                // The tables are small: adaptive plans would cost jobs, and broadcast joins collect on the driver.
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.autoBroadcastJoinThreshold", "-1")
                .config("spark.sql.catalogImplementation", "in-memory");
        if (embedded) {
            builder = builder.master("local[*]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.ui.showConsoleProgress", "false")
                    .config("spark.sql.shuffle.partitions", "2");
        }
        return builder.getOrCreate();
    }
}
