package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The settings that results rely on hold whatever a cluster's defaults say. */
class SessionSettingsIT {
    private static final Map<String, String> WANTED = Map.ofEntries(
            Map.entry("spark.serializer", "org.apache.spark.serializer.JavaSerializer"),
            Map.entry("spark.sql.ansi.enabled", "true"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.parquet.compression.codec", "zstd"),
            Map.entry("spark.sql.caseSensitive", "true"),
            Map.entry("spark.sql.requireAllClusterKeysForDistribution", "false"),
            Map.entry("spark.sql.files.ignoreCorruptFiles", "false"),
            Map.entry("spark.sql.files.ignoreMissingFiles", "false"),
            Map.entry("spark.sql.adaptive.enabled", "false"),
            Map.entry("spark.sql.autoBroadcastJoinThreshold", "-1"),
            Map.entry("spark.sql.catalogImplementation", "in-memory"),
            Map.entry("spark.sql.debug.maxToStringFields", "200"),
            Map.entry("spark.sql.shuffle.partitions", "23"));

    private static final List<String> DEFAULTS_OF_A_CLUSTER = List.of(
            "-Dspark.master=local[1]",
            "-Dspark.ui.enabled=false",
            "-Dspark.driver.host=127.0.0.1",
            "-Dspark.driver.bindAddress=127.0.0.1",
            "-Dspark.default.parallelism=23",
            "-Dspark.serializer=org.apache.spark.serializer.KryoSerializer",
            "-Dspark.sql.ansi.enabled=false",
            "-Dspark.sql.session.timeZone=Asia/Tokyo",
            "-Dspark.sql.parquet.compression.codec=gzip",
            "-Dspark.sql.caseSensitive=false",
            "-Dspark.sql.requireAllClusterKeysForDistribution=true",
            "-Dspark.sql.files.ignoreCorruptFiles=true",
            "-Dspark.sql.files.ignoreMissingFiles=true",
            "-Dspark.sql.adaptive.enabled=true",
            "-Dspark.sql.autoBroadcastJoinThreshold=10485760",
            "-Dspark.sql.catalogImplementation=hive",
            "-Dspark.sql.debug.maxToStringFields=1");

    /** Writes the settings of a session: run in a process of its own, because a JVM has one session. */
    static final class Shown {
        private Shown() {}

        public static void main(String[] args) throws IOException {
            Sessions sessions = Sessions.own(false);
            SparkSession session = sessions.open("settings");
            Map<String, String> found = new TreeMap<>();
            for (String name : WANTED.keySet()) {
                found.put(name, session.conf().get(name));
            }
            found.put("count", String.valueOf(session.range(0, 1000, 1, 7).count()));
            sessions.close(session);
            Files.writeString(Path.of(args[0]), found.toString());
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void theyWinOverSparkDefaults(@TempDir Path folder) throws Exception {
        // spark-submit hands spark-defaults.conf and --conf to the driver as system properties.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + StudyFolder.REPOSITORY.resolve("conf/java-options"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder));
        command.addAll(DEFAULTS_OF_A_CLUSTER);
        Collections.addAll(
                command,
                "-cp",
                System.getProperty("java.class.path"),
                Shown.class.getName(),
                folder.resolve("found").toString());
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
        Map<String, String> wanted = new TreeMap<>(WANTED);
        wanted.put("count", "1000");
        assertThat(Files.readString(folder.resolve("found"), StandardCharsets.UTF_8))
                .isEqualTo(wanted.toString());
    }

    @Test
    void thePartitionsOfAShuffleAreThoseAskedForElseTheClustersParallelismElse64() {
        SparkConf given = new SparkConf(false);
        assertThat(Sessions.shufflePartitions(given)).isEqualTo("64");
        given.set("spark.default.parallelism", "48");
        assertThat(Sessions.shufflePartitions(given)).isEqualTo("48");
        given.set("spark.sql.shuffle.partitions", "11");
        assertThat(Sessions.shufflePartitions(given)).isEqualTo("11");
    }
}
