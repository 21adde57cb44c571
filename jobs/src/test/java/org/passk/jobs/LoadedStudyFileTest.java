package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passk.fault.PasskException;
import org.passk.settings.Surroundings;

class LoadedStudyFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("passk-shipped.conf"), """
                study { name = s, output = out, benchmarks = [{ name = b }], models = [{ name = m, role = base }]
                        generations = [{ path = "g.jsonl" }] }
                """);
    }

    private static LoadedStudyFile load(String file, Optional<String> base, String sparkFiles) {
        Surroundings surroundings = Surroundings.of(Map.of(), Map.of("spark.files", sparkFiles));
        return LoadedStudyFile.load(file, base, Map.of(), surroundings, new Configuration());
    }

    @Test
    void relativePathsStartAtTheFolderOfTheStudyUnlessAnotherIsGiven() {
        String file = folder.resolve("passk-shipped.conf").toString();
        assertThat(load(file, Optional.empty(), "").base()).isEqualTo("file:" + folder);
        assertThat(load(file, Optional.of("hdfs://host/data"), "").base()).isEqualTo("hdfs://host/data");
    }

    @Test
    void aStudyThatIsNotInTheWorkingFolderIsFoundAmongTheShippedFiles() {
        String files = "file:///elsewhere/other.conf,file://" + folder.resolve("passk-shipped.conf");
        LoadedStudyFile loaded = load("passk-shipped.conf", Optional.of("/data"), files);
        assertThat(loaded.study().settings().study().name()).isEqualTo("s");
        assertThat(loaded.base()).isEqualTo("file:/data");
        assertThatThrownBy(() -> load("passk-shipped.conf", Optional.empty(), ""))
                .isInstanceOf(PasskException.class)
                .hasMessage("passk-shipped.conf: no such file");
    }

    @Test
    void everyKeyOfTheStudyHasAPlace() {
        String file = folder.resolve("passk-shipped.conf").toString();
        assertThat(load(file, Optional.empty(), "").study().places())
                .containsEntry("study.generations[0].path", file + ":2")
                .containsEntry("study.models[0].role", file + ":1");
    }
}
