package org.passk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyPathsTest {
    @ParameterizedTest(name = "{0} and {1} give {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    /home/u/study | data/x.jsonl | /home/u/study/data/x.jsonl
                    /home/u/study/ | ./data//x.jsonl | /home/u/study/data/x.jsonl
                    /home/u/study | ../../out/crossing | /home/out/crossing
                    /home/u/study | ../../../../x | /x
                    /home/u/study | /abs/../x | /abs/../x
                    /home/u/study | . | /home/u/study
                    / | x | /x
                    / | .. | /
                    file:/home/u | ../x | file:/home/x
                    file:///home/u | ../x | file:///home/x
                    hdfs://nn:8020/studies/a | ../x/y | hdfs://nn:8020/studies/x/y
                    hdfs://nn:8020 | x | hdfs://nn:8020/x
                    s3a://bucket/a | ../../../x | s3a://bucket/x
                    hdfs://nn/a | /b | /b
                    hdfs://nn/a | s3a://bucket/c | s3a://bucket/c
                    hdfs://nn/a | file:/c | file:/c
                    '' | x/../y | y
                    '' | ../x | ../x
                    '' | x/.. | .
                    studies/a | ../../../x | ../x
                    studies/a | ../b | studies/b
                    /s | gen/{model}/step_{step}/*.json? | /s/gen/{model}/step_{step}/*.json?
                    /s | {a,b/../c}/x/../y | /s/{a,b/../c}/y
                    /s | a\\{/b/../c | /s/a\\{/c
                    /s | what?.jsonl | /s/what?.jsonl
                    """)
    void aPathSeenFromAFolder(String base, String path, String expected) {
        assertThat(StudyPaths.resolve(base, path)).isEqualTo(expected);
    }

    @Test
    void aFolderWithCharactersOfPatternsIsMeantLiterallyInAPattern() {
        String resolved = StudyPaths.resolvePattern("file:/data/{x}[1]/", "gen/{seed}.jsonl");

        assertThat(resolved).isEqualTo("file:/data/\\{x\\}\\[1\\]/gen/{seed}.jsonl");
        assertThat(PathTemplate.parse(resolved).match("file:/data/{x}[1]/gen/5.jsonl"))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("seed", "5"));
    }

    @Test
    void anEmptyPathIsRefused() {
        assertThatThrownBy(() -> StudyPaths.resolve("/s", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path is empty");
    }
}
