package org.passk.jobs.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder that spark-submit, master and workers take for a Spark distribution, made of jars that are there anyway. */
final class SparkHome {
    /**
     * Asks Spark's launcher for the command and becomes it, as the script of a distribution does. The launcher prints a
     * NUL and a newline before the command, and finds its jars only if the Scala version is set.
     */
    private static final String SPARK_CLASS = """
            #!/usr/bin/env bash
            set -euo pipefail
            export SPARK_HOME=${SPARK_HOME:-$(cd "$(dirname "$0")/.." && pwd)}
            export SPARK_CONF_DIR=${SPARK_CONF_DIR:-$SPARK_HOME/conf}
            export SPARK_SCALA_VERSION=2.13
            command=()
            while IFS= read -r -d '' word; do
              command+=("$word")
            done < <("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx128m -XX:TieredStopAtLevel=1 -XX:-UsePerfData \\
              -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main "$@")
            [[ ${#command[@]} -gt 1 ]] || exit 1
            command=("${command[@]:1}")
            command[0]=${command[0]#$'\\n'}
            exec "${command[@]}"
            """;

    private static final String SPARK_SUBMIT = """
            #!/usr/bin/env bash
            exec "$(dirname "$0")/spark-class" org.apache.spark.deploy.SparkSubmit "$@"
            """;

    /** A level alone is ignored: without an appender Spark goes on with defaults of its own. */
    private static final String LOGGING = """
            status = error
            appenders = console
            appender.console.type = Console
            appender.console.name = console
            appender.console.target = SYSTEM_ERR
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{HH:mm:ss.SSS} %p %c{1}: %m%n%ex
            rootLogger.level = warn
            rootLogger.appenderRefs = console
            rootLogger.appenderRef.console.ref = console
            logger.deploy.name = org.apache.spark.deploy
            logger.deploy.level = info
            logger.executor.name = org.apache.spark.executor.Executor
            logger.executor.level = info
            """;

    private SparkHome() {}

    /**
     * Makes the folder.
     *
     * @param home where; does not exist yet
     * @param jars Spark with all that it needs
     * @param temporary where its processes may put files
     */
    static void assemble(Path home, List<Path> jars, Path temporary) throws IOException {
        Files.createDirectories(home.resolve("jars"));
        for (Path jar : jars) {
            Files.createSymbolicLink(home.resolve("jars").resolve(jar.getFileName()), jar.toAbsolutePath());
        }
        script(home.resolve("bin/spark-class"), SPARK_CLASS);
        script(home.resolve("bin/spark-submit"), SPARK_SUBMIT);
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/log4j2.properties"), LOGGING);
        String java = "-Djava.io.tmpdir=" + temporary + " -XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1";
        Files.writeString(home.resolve("conf/spark-defaults.conf"), """
                spark.driver.extraJavaOptions %s
                spark.executor.extraJavaOptions %s
                spark.ui.showConsoleProgress false
                spark.executor.memory 768m
                spark.driver.memory 768m
                spark.serializer org.apache.spark.serializer.KryoSerializer
                spark.sql.adaptive.enabled true
                """.formatted(java, java));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
