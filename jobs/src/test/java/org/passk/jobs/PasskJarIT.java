package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar for spark-submit brings what a cluster does not have, where it cannot meet the cluster's own. */
class PasskJarIT {
    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(
                StudyFolder.REPOSITORY.resolve("jobs/target/passk.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("org.passk.jobs.cli.Main");
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    @Test
    void itHoldsNothingThatTheClusterProvides() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("org/apache/")
                        || name.startsWith("scala/")
                        || name.startsWith("com/fasterxml/"))
                .allMatch(name -> name.startsWith("org/passk/"));
    }

    @Test
    void itsLibrariesAreMovedAside() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.startsWith("picocli/") || name.startsWith("com/typesafe/"))
                .contains("org/passk/shaded/picocli/CommandLine.class", "org/passk/shaded/config/ConfigFactory.class");
    }

    @Test
    void itHoldsTheDefaultsOfEveryKey() throws IOException {
        assertThat(entries()).contains("org/passk/settings/reference.conf", "passk.properties");
    }

    @Test
    void noEntryStandsTwice() throws IOException {
        assertThat(entries()).doesNotHaveDuplicates();
    }
}
