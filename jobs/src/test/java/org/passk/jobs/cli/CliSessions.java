package org.passk.jobs.cli;

import org.apache.spark.sql.SparkSession;
import org.passk.jobs.Sessions;

/** One Spark session for all tests of a JVM: Spark itself keeps it, and it ends with the process. */
final class CliSessions implements Sessions {
    @Override
    public SparkSession open(String study) {
        return Sessions.builder(true).master("local[2]").appName("passk tests").getOrCreate();
    }

    @Override
    public void close(SparkSession session) {
        // The next test uses it.
    }
}
