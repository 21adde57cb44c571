package org.passk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.testing.Mutator;

/** The messages of mistakes, word for word: they are what people see of this package. */
class StudyMistakesTest {
    /** A study without mistakes, one key or element per line; the numbers of its lines stand in the messages. */
    private static final String STUDY = """
            study {
              name = s
              output = out
              benchmarks = [
                { name = b }
              ]
              models = [
                { name = base, role = base }
                { name = rl, role = rl, base = base, step = 150 }
              ]
              generations = [
                { path = "gen/*.jsonl", model = base, benchmark = b }
              ]
              ks = [1, 2]
            }
            """;

    private static String messageOf(String text, Map<String, String> files, Map<String, String> overrides) {
        PasskException thrown = catchThrowableOfType(
                PasskException.class, () -> Studies.load(text, files, overrides, Map.of("SIZE", "big")));
        assertThat(thrown).isNotNull();
        assertThat(thrown.kind()).isEqualTo(FaultKind.CONFIGURATION);
        return thrown.getMessage();
    }

    private static String messageOf(String text) {
        return messageOf(text, Map.of(), Map.of());
    }

    @Test
    void theStudyThatTheMistakesAreMadeInHasNone() {
        assertThat(Studies.load(STUDY).settings().study().name()).isEqualTo("s");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    step = 150 | algoritm = GRPO | study.conf:9: study.models[1].algoritm: unknown key; did you mean "algorithm"?
                    ks = [1, 2] | kz = [1] | study.conf:14: study.kz: unknown key; did you mean "ks"?
                    ks = [1, 2] | colour = red | study.conf:14: study.colour: unknown key; expected one of allow_duplicate_files, benchmarks, generations, guess, ks, models, name, output, scores
                    ks = [1, 2] | "a b" = 1 | study.conf:14: study."a b": unknown key; expected one of allow_duplicate_files, benchmarks, generations, guess, ks, models, name, output, scores
                    name = s | name = a/b | study.conf:2: study.name: is "a/b"; expected a name: 1 to 100 of A-Z a-z 0-9 . _ - (and not . or ..)
                    name = s | name = .. | study.conf:2: study.name: is ".."; expected a name: 1 to 100 of A-Z a-z 0-9 . _ - (and not . or ..)
                    name = s | # nothing | study.conf:1: study.name: required key is missing
                    name = s | name = null | study.conf:2: study.name: required key is missing
                    output = out | output = "" | study.conf:3: study.output: is ""; expected text that is not empty
                    output = out | output = "a\\tb" | study.conf:3: study.output: is "a\\tb"; expected text without control characters
                    output = out | output = { a = 1 } | study.conf:3: study.output: is an object; expected text
                    name = base, role = base | role = base | study.conf:8: study.models[0].name: required key is missing
                    role = rl, | `` | study.conf:9: study.models[1].role: required key is missing
                    role = rl, | role = sft, | study.conf:9: study.models[1].role: is "sft"; expected one of base, rl, instruct, distilled, reference
                    step = 150 | step = -1 | study.conf:9: study.models[1].step: is -1; expected a whole number of at least 0
                    step = 150 | step = 1.5 | study.conf:9: study.models[1].step: is 1.5; expected a whole number of at least 0
                    step = 150 | step = 99999999999999999999 | study.conf:9: study.models[1].step: is "99999999999999999999"; expected a whole number of at least 0
                    base = base, | base = bass, | study.conf:9: study.models[1].base: "bass" is not declared in study.models; did you mean "base"?
                    base = base, | base = rl, | study.conf:9: study.models[1].base: is the model itself; expected another model
                    role = base | role = base, base = rl | study.conf:8: study.models[0].base: models start from each other: base -> rl -> base
                    { name = b } | { name = b, verifier = maths } | study.conf:5: study.benchmarks[0].verifier: is "maths"; expected one of auto, math, choice, code
                    { name = b } | { name = b, format = csv } | study.conf:5: study.benchmarks[0].format: is "csv"; expected one of auto, passk, gsm8k, math500, minerva_math, olympiadbench, aime24, aime25, amc23, omni_math_rule
                    { name = b } | { name = b }, { name = b } | study.conf:5: study.benchmarks[1].name: "b" is taken by study.benchmarks[0].name
                    { name = rl, | { name = base, | study.conf:9: study.models[1].name: "base" is taken by study.models[0].name
                    { name = b } | b | study.conf:5: study.benchmarks[0]: is "b"; expected an object { ... }
                    model = base, | model = bsae, | study.conf:12: study.generations[0].model: "bsae" is not declared in study.models; did you mean "base"?
                    benchmark = b | benchmark = mmlu | study.conf:12: study.generations[0].benchmark: "mmlu" is not declared in study.benchmarks; expected one of b
                    benchmark = b | benchmark = b, format = xml | study.conf:12: study.generations[0].format: is "xml"; expected one of auto, passk-jsonl, passk-parquet, qwen-math
                    benchmark = b | benchmark = b, temperature = hot | study.conf:12: study.generations[0].temperature: is "hot"; expected a number of at least 0.0
                    benchmark = b | benchmark = b, top_p = 95 | study.conf:12: study.generations[0].top_p: is 95; expected a number in [0.0, 1.0]
                    benchmark = b | benchmark = b, samples = 0 | study.conf:12: study.generations[0].samples: is 0; expected a whole number of at least 1
                    gen/*.jsonl | gen/{modle}/x | study.conf:12: study.generations[0].path: "gen/{modle}/x": {modle} is not a placeholder; expected one of benchmark, model, seed, step, temperature, or alternatives with a comma such as {a,b}
                    gen/*.jsonl | gen/{model}/x | study.conf:12: study.generations[0].model: is stated here and by {model} in path; expected one
                    gen/*.jsonl | gen/[ab/x | study.conf:12: study.generations[0].path: "gen/[ab/x": [ is not closed before /
                    ks = [1, 2] | ks = [] | study.conf:14: study.ks: is empty; expected at least one element
                    ks = [1, 2] | ks = 1 | study.conf:14: study.ks: is 1; expected a list [ ... ]
                    ks = [1, 2] | ks = [1, 0] | study.conf:14: study.ks[1]: is 0; expected a whole number in [1, 2147483647]
                    ks = [1, 2] | ks = [1, 2, 1] | study.conf:14: study.ks: 1 stands twice
                    """)
    void aMistakeInTheStudyBlock(String good, String bad, String message) {
        assertThat(STUDY).contains(good);
        assertThat(messageOf(STUDY.replace(good, bad))).isEqualTo(message);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    splitz { bytes = 1 } | study.conf:16: splitz: unknown key; did you mean "splits"?
                    splits { byte = 1 } | study.conf:16: splits.byte: unknown key; did you mean "bytes"?
                    splits { bytes = 64XB } | study.conf:16: splits.bytes: is "64XB"; expected a size of at least 1B, such as 64MiB
                    splits { bytes = 0 } | study.conf:16: splits.bytes: is 0; expected a size of at least 1B, such as 64MiB
                    splits = 5 | study.conf:16: splits: is 5; expected an object { ... }
                    splits.bytes = ${SIZE} | environment variable SIZE: splits.bytes: is "big"; expected a size of at least 1B, such as 64MiB
                    limits.max_text_bytes = 2GiB | study.conf:16: limits.max_text_bytes: is "2GiB"; expected a size of at least 1B and at most 2147483639 bytes, such as 64MiB
                    limits.max_json_depth = deep | study.conf:16: limits.max_json_depth: is "deep"; expected a whole number in [1, 10000]
                    verify.math.lastnumber = true | study.conf:16: verify.math.lastnumber: unknown key; did you mean "last_number"?
                    verify.math.last_number = maybe | study.conf:16: verify.math.last_number: is "maybe"; expected true or false
                    quarantine.max_share = 1.5 | study.conf:16: quarantine.max_share: is 1.5; expected a number in [0.0, 1.0]
                    segments.commit_interval = 2 weeks | study.conf:16: segments.commit_interval: is "2 weeks"; expected a duration of 1ms to 3600s, such as 2s
                    splits.bytes = ${NOT_SET} | study.conf:16: Could not resolve substitution to a value: ${NOT_SET}
                    include "gone.conf" | study.conf:16: include "gone.conf": is not found
                    include "http://host/x.conf" | study.conf:16: include "http://host/x.conf": is an address; expected the path of a file
                    include url("http://host/x.conf") | study.conf:16: include "http://host/x.conf": is an address; expected the path of a file
                    include classpath("x.conf") | study.conf:16: include "x.conf": is on the class path; expected the path of a file
                    include "self.conf" | self.conf:1: include "self.conf": is already being included: self.conf -> self.conf
                    include "broken.conf" | broken.conf:2: splits.bytes: is "x"; expected a size of at least 1B, such as 64MiB
                    """)
    void aMistakeBesideTheStudyBlock(String line, String message) {
        Map<String, String> files =
                Map.of("self.conf", "include \"self.conf\"", "broken.conf", "# a comment\nsplits.bytes = x");
        assertThat(messageOf(STUDY + line, files, Map.of())).isEqualTo(message);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    splits.bites | 5 | --set: splits.bites: unknown key; did you mean "bytes"?
                    splits.bytes | many | --set: splits.bytes: is "many"; expected a size of at least 1B, such as 64MiB
                    study.ks | [1, x] | --set: study.ks[1]: is "x"; expected a whole number in [1, 2147483647]
                    study.models[1].step | 5 | --set: "study.models[1].step": is not a key; expected one such as splits.bytes (lists are set whole)
                    study.ks | [1], study.name = x | --set: study.ks: is more than one value
                    splits | { include classpath("x") } | --set: include "x": is on the class path; expected the path of a file
                    """)
    void aMistakeInAnOverride(String key, String value, String message) {
        assertThat(messageOf(STUDY, Map.of(), Map.of(key, value))).isEqualTo(message);
    }

    @Test
    void aMissingStudyBlockIsSeveralMissingKeysOnTheFirstLine() {
        assertThat(messageOf("splits.bytes = 5")).isEqualTo("""
                        study.conf:1: study.name: required key is missing
                        study.conf:1: study.output: required key is missing
                        study.conf:1: study.benchmarks: required key is missing
                        study.conf:1: study.models: required key is missing
                        study.conf:1: study.generations: required key is missing""");
    }

    @Test
    void aMissingKeyHasTheLineOfTheStudyAlsoWhenOverridesTouchTheStudy() {
        assertThat(messageOf("\n" + STUDY.replace("name = s\n", "\n"), Map.of(), Map.of("study.output", "o")))
                .isEqualTo("study.conf:2: study.name: required key is missing");
    }

    @Test
    void allMistakesAreReportedInTheOrderOfTheLines() {
        String study = STUDY.replace("name = s\n", "name = \"s s\"\n")
                        .replace("step = 150", "stop = 150")
                        .replace("model = base,", "model = bas, samples = x,")
                        .replace("{ name = b }", "{ name = b, verifier = z }")
                + "table { }\nhealth { max_fault_share = 2 }\n";
        assertThat(messageOf(study)).isEqualTo("""
                        study.conf:2: study.name: is "s s"; expected a name: 1 to 100 of A-Z a-z 0-9 . _ - (and not . or ..)
                        study.conf:5: study.benchmarks[0].verifier: is "z"; expected one of auto, math, choice, code
                        study.conf:9: study.models[1].stop: unknown key; did you mean "step"?
                        study.conf:12: study.generations[0].samples: is "x"; expected a whole number of at least 1
                        study.conf:12: study.generations[0].model: "bas" is not declared in study.models; did you mean "base"?
                        study.conf:16: table: unknown key; did you mean "tables"?
                        study.conf:17: health.max_fault_share: is 2; expected a number in [0.0, 1.0]""");
    }

    @Test
    void oneMistakeDoesNotCauseOthers() {
        assertThat(messageOf(STUDY.replace("{ name = b }", "{ name = b, bogus_key = 1 }")))
                .startsWith("study.conf:5: study.benchmarks[0].bogus_key: unknown key")
                .doesNotContain("\n");
    }

    @Test
    void mistakesBeyondFiftyAreCounted() {
        String message = messageOf(STUDY + "splits.bytes = x\n" + unknown(60));

        assertThat(message.lines()).hasSize(51);
        assertThat(message).endsWith("\n(and 11 more)");
    }

    private static String unknown(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("unknown_").append(i).append(" = 1\n");
        }
        return text.toString();
    }

    @Test
    void anErrorOfSyntaxIsOneLineWithItsPlace() {
        assertThat(messageOf(STUDY + "splits { bytes = 5"))
                .startsWith("study.conf:16: ")
                .contains("}")
                .doesNotContain("\n", "com.typesafe", "Exception");
        assertThat(messageOf("study {\n name = \"s\n}"))
                .startsWith("study.conf:2: ")
                .doesNotContain("\n", "com.typesafe", "Exception");
    }

    @Test
    void anErrorOfSyntaxInAnIncludedFileNamesThatFile() {
        assertThat(messageOf(STUDY + "include \"x.conf\"", Map.of("x.conf", "\n\na = [1,,2]"), Map.of()))
                .startsWith("x.conf:3: ")
                .doesNotContain("\n");
    }

    @Test
    void aValueThatBreaksTheLineDoesNotBreakTheMessage() {
        assertThat(messageOf(STUDY.replace("name = s\n", "name = \"a\\nb\"\n")))
                .startsWith("study.conf:2: study.name: is \"a\\nb\"; expected")
                .doesNotContain("\n");
    }

    @Test
    void absurdNestingIsAMistakeOfTheStudyAndNoCrash() {
        assertThat(messageOf("a = " + "[".repeat(200_000))).isEqualTo("study.conf:1: is nested too deeply");
    }

    @Test
    void fanningIncludesEnd() {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            String next = "include \"f" + (i + 1) + "\"\n";
            files.put("f" + i, next + next);
        }
        assertThat(messageOf(STUDY + "include \"f0\"", files, Map.of()))
                .contains("is one too many; expected at most 200 includes");
    }

    /** Whatever happens to a study file, the answer is a study or mistakes, in words and lines. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void randomEditsGiveAStudyOrMistakes(long seed) {
        Random random = new Random(seed);
        String soup = "{}[]=:,\"\\$?#.+-*/ \n\tax019eE\u0000\u00e9\ud83d";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(STUDY + "splits.bytes = 5\nsegments.commit_interval = 3s\n");
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        Math.min(text.length(), at + random.nextInt(4)),
                        String.valueOf(soup.charAt(random.nextInt(soup.length()))));
            }
            try {
                Studies.load(text.toString());
            } catch (PasskException e) {
                assertThat(e.kind()).as(text.toString()).isEqualTo(FaultKind.CONFIGURATION);
                assertThat(e.getMessage().lines())
                        .as(text.toString())
                        .allMatch(line -> line.startsWith("study.conf:"))
                        .noneMatch(line -> line.contains("typesafe") || line.contains("Exception"));
            }
        }
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void manyDamagedFilesGiveAStudyOrMistakes(long seed) {
        Mutator mutator = new Mutator(new Random(seed));
        byte[] intact = STUDY.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            String text = new String(mutator.mutate(intact), StandardCharsets.UTF_8);
            try {
                Studies.load(text);
            } catch (PasskException e) {
                assertThat(e.kind()).as(text).isEqualTo(FaultKind.CONFIGURATION);
                assertThat(e.getMessage().lines()).as(text).allMatch(line -> line.startsWith("study.conf:"));
                assertThat(e.getMessage()).doesNotContain("typesafe", "\u001b", "\u2028");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "NaN",
                "Infinity",
                "0x10",
                "1d",
                "999999999999999999999999",
                "1e30GiB",
                "-1B",
                "9223372036854775807 days",
                "1e400",
                "{}",
                "[]",
                "null",
                "true",
                "[null]",
                "\"\""
            })
    void noValueOfAnyKeyGivesAnythingButAMistakeOrSettings(String value) {
        List<String> keys = List.of(
                "study.name",
                "study.ks",
                "study.models",
                "study.generations",
                "splits.bytes",
                "segments.commit_interval",
                "segments.batch_rows",
                "quarantine.max_share",
                "verify.math");
        for (String key : keys) {
            try {
                Studies.load(STUDY + key + " = " + value);
            } catch (PasskException e) {
                assertThat(e.getMessage()).startsWith("study.conf:").contains(key);
            }
        }
    }
}
