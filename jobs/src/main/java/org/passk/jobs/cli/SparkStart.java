package org.passk.jobs.cli;

import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;
import org.passk.fault.PasskException;
import org.passk.jobs.Sessions;
import org.passk.jobs.SparkLine;

/** Starts Spark for a command. */
final class SparkStart {
    private SparkStart() {}

    /**
     * A session.
     *
     * @param sessions gives it
     * @param name what the work is called
     * @throws PasskException of kind EXTERNAL if Spark does not start, CONFIGURATION if it is of another line
     */
    static SparkSession open(Sessions sessions, String name) {
        SparkLine.check(RunFacts.sparkVersion(), package$.MODULE$.SPARK_VERSION());
        try {
            return sessions.open(name);
        } catch (PasskException e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw PasskException.external("Spark cannot start: " + reason, e);
        }
    }
}
