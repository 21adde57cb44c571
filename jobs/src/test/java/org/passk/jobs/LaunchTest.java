package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.package$;
import org.junit.jupiter.api.Test;

/** What the embedded Spark is started with. */
class LaunchTest {
    /**
     * Left out: the JVM prints a warning at each start because of the first, and only the linear algebra of Spark's MLlib,
     * which passk does not use, gains from it; the second is for the Spark shell on JDK 18 to 21.
     */
    private static final Set<String> LEFT_OUT =
            Set.of("--add-modules=jdk.incubator.vector", "-Djdk.reflect.useDirectMethodHandle=false");

    /** What Spark 4.2 gives and 3.5 does not: Spark 3.5 runs with them as well, so that one file serves both. */
    private static final Set<String> SINCE_SPARK_4 = Set.of(
            "-Dio.netty.tryReflectionSetAccessible=true",
            "-Dio.netty.allocator.type=pooled",
            "-Dio.netty.handler.ssl.defaultEndpointVerificationAlgorithm=NONE",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    @Test
    void theJavaOptionsAreThoseOfSpark() throws IOException {
        List<String> wanted = new ArrayList<>(
                List.of(JavaModuleOptions.defaultModuleOptions().trim().split(" +")));
        assertThat(wanted).containsAnyElementsOf(LEFT_OUT);
        wanted.removeAll(LEFT_OUT);
        List<String> given = Files.readAllLines(StudyFolder.REPOSITORY.resolve("conf/java-options"));
        if (package$.MODULE$.SPARK_VERSION().startsWith("3.")) {
            assertThat(given).containsAll(SINCE_SPARK_4);
            given.removeAll(SINCE_SPARK_4);
        }
        assertThat(given).containsExactlyElementsOf(wanted);
    }

    @Test
    void noClassOfHadoopStandsTwiceOnTheClassPath() throws IOException {
        Map<String, List<String>> owners = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                try (JarFile jar = new JarFile(entry)) {
                    jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.startsWith("org/apache/hadoop/") && name.endsWith(".class"))
                            .forEach(name -> owners.computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(entry));
                }
            }
        }
        assertThat(owners).hasSizeGreaterThan(1000);
        owners.values().removeIf(jars -> jars.size() == 1);
        assertThat(owners).isEmpty();
    }
}
