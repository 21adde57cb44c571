package org.passk.jobs;

import org.passk.fault.PasskException;

/** Spark 3 and Spark 4: the same sources, compiled for each, because their classes differ. */
public final class SparkLine {
    private SparkLine() {}

    /**
     * Refuses a Spark of another line than the one that passk was compiled for, before a class that is not there ends the
     * run with a message that nobody understands.
     *
     * @param built version of Spark that passk was compiled against
     * @param running version of the Spark that runs it
     * @throws PasskException of kind CONFIGURATION if they differ in the number before the first dot
     */
    public static void check(String built, String running) {
        if (!line(built).equals(line(running))) {
            throw PasskException.configuration("this passk.jar is built for Spark " + built + ", but Spark " + running
                    + " runs it; build it with: mvn -Plaunch" + (line(running).equals("3") ? ",spark-3.5" : "")
                    + " clean package");
        }
    }

    private static String line(String version) {
        return version.substring(0, version.indexOf('.'));
    }
}
