package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** What the embedded Spark is started with. */
class LaunchTest {
    /**
     * Left out: the JVM prints a warning at each start because of it, and only the linear algebra of Spark's MLlib, which
     * passk does not use, gains from it.
     */
    private static final String LEFT_OUT = "--add-modules=jdk.incubator.vector";

    @Test
    void theJavaOptionsAreThoseOfSpark() throws IOException {
        List<String> wanted = new ArrayList<>(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
        assertThat(wanted).contains(LEFT_OUT);
        wanted.remove(LEFT_OUT);
        assertThat(Files.readAllLines(StudyFolder.REPOSITORY.resolve("conf/java-options")))
                .containsExactlyElementsOf(wanted);
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
