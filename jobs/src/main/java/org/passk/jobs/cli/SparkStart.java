package org.passk.jobs.cli;

import java.io.IOException;
import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;
import org.passk.fault.PasskException;
import org.passk.jobs.FileTrouble;
import org.passk.jobs.Sessions;
import org.passk.jobs.SparkLine;
import org.passk.spark.stage.TaskFailure;

/** Starts Spark for a command. */
final class SparkStart {
    private SparkStart() {}

    /**
     * What a command does with a session.
     *
     * @param <T> what it gives
     */
    interface Work<T> {
        T run(SparkSession session) throws IOException;
    }

    /**
     * Works with a session, which is closed afterwards. Whatever goes wrong is told in one line.
     *
     * @param sessions gives it
     * @param name what the work is called
     * @param where the file or folder that errors name if they know no better one
     * @param work what to do
     * @throws PasskException whatever the trouble is
     */
    static <T> T within(Sessions sessions, String name, String where, Work<T> work) {
        SparkSession session = open(sessions, name);
        try {
            return work.run(session);
        } catch (IOException e) {
            throw FileTrouble.of(where, e);
        } catch (PasskException e) {
            throw e;
        } catch (RuntimeException e) {
            throw FileTrouble.known(where, e).orElseGet(() -> TaskFailure.of(where, e));
        } finally {
            sessions.close(session);
        }
    }

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
