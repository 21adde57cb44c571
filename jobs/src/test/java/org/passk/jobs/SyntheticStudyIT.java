package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A made-up study of every form, with everything that can happen to a record, and what a run finds in it. */
@ExtendWith(SharedSession.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyntheticStudyIT {
    private static final String EVERYTHING = "--problems 25 --samples 24 --seeds 3 --forms long,wide,parquet"
            + " --packings plain,gz,zst --algorithms GRPO,PPO --steps 150,300 --temperatures 0.6,1.0 --samples-per-file 100"
            + " --missing 0.02 --malformed 0.08 --duplicates 0.03 --identical 0.03 --truncated 0.02 --unanswered 0.03"
            + " --long-texts 0.002 --hot-samples 40";

    private SharedSession session;
    private Path folder;
    private StudyFolder.Ran evaluated;

    @BeforeAll
    void generateAndEvaluate(SharedSession shared, @TempDir Path temp) {
        session = shared;
        folder = temp;
        assertThat(generate("study", EVERYTHING).code()).isZero();
        evaluated = run(
                "study/out",
                "evaluate",
                "--quiet",
                folder.resolve("study/study.conf").toString());
        assertThat(evaluated.code()).as(evaluated.err()).isZero();
    }

    private StudyFolder.Ran run(String output, String... args) {
        return StudyFolder.command(session, folder.resolve(output), args);
    }

    private StudyFolder.Ran generate(String name, String options) {
        return run(name, ("generate " + folder.resolve(name) + " " + options).split(" ", -1));
    }

    private StudyFolder.Ran truth(String output, String... more) {
        return run(
                output,
                Stream.concat(Stream.of("truth", folder.resolve(output).toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aRunFindsTheTruthInEveryCount() {
        StudyFolder.Ran truth = truth("study/out");
        // Two base runs, two of PPO, four of GRPO.
        assertThat(truth.out())
                .contains("200 of 200 runs and problems have exactly the true counts")
                .contains("the run found the truth")
                .contains(
                        "DUPLICATE_ID",
                        "LENGTH_MISMATCH",
                        "MALFORMED_JSON",
                        "MISSING_FIELD",
                        "NOT_AN_OBJECT",
                        "UNKNOWN_MODEL",
                        "UNKNOWN_PROBLEM",
                        "WRONG_TYPE")
                .doesNotContain("instead of");
        assertThat(truth.code()).isZero();
        long read = evaluated.output().count("read");
        assertThat(read)
                .isEqualTo(evaluated.output().count("verdicts")
                        + evaluated.output().count("quarantined"));
        assertThat(truth.out()).contains("records read %,d".formatted(read));
    }

    @Test
    void aRunThatLostAFileDoesNotFindTheTruth() throws IOException {
        assertThat(generate("lossy", "--problems 6 --samples 8 --clean --samples-per-file 20")
                        .code())
                .isZero();
        Files.delete(folder.resolve("lossy/generations/base/t0.6/seed0/part-00001.jsonl"));
        StudyFolder.Ran ran = run(
                "lossy/out",
                "evaluate",
                "-q",
                folder.resolve("lossy/study.conf").toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        StudyFolder.Ran truth = truth("lossy/out");
        assertThat(truth.code()).isEqualTo(3);
        assertThat(truth.out())
                .contains("records read 76 instead of 96", "samples 76 instead of 96", "the run did NOT find the truth")
                .containsPattern(" n \\d instead of 8");
    }

    @Test
    void aRunWithAWrongVerdictDoesNotFindTheTruth() throws IOException {
        assertThat(generate("wrong", "--problems 6 --samples 8 --clean").code()).isZero();
        Path problems = folder.resolve("wrong/problems.jsonl");
        Files.writeString(problems, Files.readString(problems).replace("\"answer\":\"", "\"answer\":\"9"));
        StudyFolder.Ran ran = run(
                "wrong/out",
                "evaluate",
                "-q",
                folder.resolve("wrong/study.conf").toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        StudyFolder.Ran truth = truth("wrong/out");
        assertThat(truth.code()).isEqualTo(3);
        assertThat(truth.out())
                .contains("records read 96\n", "samples 96\n")
                .containsPattern("correct \\d instead of \\d");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
        generate("again", EVERYTHING);
        assertThat(inputs("again")).isEqualTo(inputs("study"));
        generate("other", EVERYTHING + " --seed 2");
        assertThat(inputs("other")).isNotEqualTo(inputs("study"));
    }

    private Map<String, Integer> inputs(String name) throws IOException {
        Map<String, Integer> hashes = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String relative = root.relativize(file).toString();
                boolean input = relative.startsWith("generations") || relative.equals("problems.jsonl");
                if (input && !relative.endsWith(".crc")) {
                    hashes.put(relative, java.util.Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        assertThat(hashes).hasSizeGreaterThan(40);
        return hashes;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "study | --problems 3 | exists and is no empty folder",
                "new | --problems 0 | problems is 0, expected at least 1",
                "new | --samples 10 --seeds 3 | expected a multiple of the number of seeds, 3",
                "new | --dataset aime | the paper has no data set aime",
                "new | --malformed 1.5 | malformed is 1.5, not in [0, 1]",
                "new | --forms yaml | 'yaml'",
                "new | --mean-text-bytes 10 | mean text bytes is 10",
                "new | --name a/b | name is a/b, expected 1 to 100 of",
            })
    void mistakesAreTold(String name, String options, String message) {
        StudyFolder.Ran ran = generate(name, options);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("passk: ").contains(message).doesNotContain("\tat ");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void withoutARunOrATruthThereIsNothingToCompare() {
        assertThat(truth("nothing").err()).contains("truth.json does not exist");
        assertThat(truth("nothing").code()).isEqualTo(2);
        StudyFolder.Ran noRun =
                truth("nothing", "--truth", folder.resolve("study/truth").toString());
        assertThat(noRun.code()).isEqualTo(2);
        assertThat(noRun.err()).contains("holds no finished run");
    }
}
