package org.passk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passk.verify.code.CodeOptions;
import org.passk.verify.math.MathOptions;

class StudyLoaderTest {
    @Test
    void everyKeyOfTheStudyArrivesInItsRecord() {
        Study study = Studies.load(Studies.FULL).settings().study();

        assertThat(study)
                .isEqualTo(new Study(
                        "my-study",
                        "out/my-study",
                        List.of(
                                new BenchmarkSpec("math500", "data/math500.jsonl", "math500", "math"),
                                new BenchmarkSpec("aime24", "", "auto", "auto")),
                        List.of(
                                new ModelSpec("base", Role.BASE, "", "", -1),
                                new ModelSpec("rl", Role.RL, "base", "GRPO", 150)),
                        List.of(
                                new GenerationSpec(
                                        "gen/base_*.jsonl",
                                        "auto",
                                        "base",
                                        "math500",
                                        "cot",
                                        0.6,
                                        0.95,
                                        16384,
                                        128,
                                        7,
                                        3),
                                new GenerationSpec(
                                        "gen/{model}/step_{step}/{benchmark}_seed{seed}.jsonl",
                                        "qwen-math",
                                        "",
                                        "",
                                        "",
                                        Double.NaN,
                                        Double.NaN,
                                        -1,
                                        -1,
                                        -1,
                                        -1)),
                        List.of(1, 2, 4, 8),
                        true,
                        List.of(new ScoreSpec("scores/*.jsonl", "auto"), new ScoreSpec("scores/more", "parquet")),
                        new GuessSpec("direct", 0.1)));
    }

    @Test
    void whatIsNotStatedHasTheDefaultsOfTheReference() {
        Settings settings = Studies.load(
                        Studies.FULL.replace("ks = [1, 4, 2, 8]", "").replace("allow_duplicate_files = true", ""))
                .settings();

        assertThat(settings.study().ks()).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
        assertThat(settings.study().allowDuplicateFiles()).isFalse();
        assertThat(settings.quarantine()).isEqualTo(new QuarantineSettings(0.01, 300, 200));
        assertThat(settings.splits()).isEqualTo(new SplitSettings(67_108_864));
        assertThat(settings.limits())
                .isEqualTo(new LimitSettings(67_108_864, 4_294_967_296L, 200, 1000, 1000, 100_000, 1_000_000));
        assertThat(settings.verify())
                .isEqualTo(new VerifySettings(MathOptions.defaults(), CodeOptions.defaults(), 65536));
        assertThat(settings.health()).isEqualTo(new HealthSettings(0));
        assertThat(settings.segments()).isEqualTo(new SegmentSettings(65_536, Duration.ofSeconds(2), 16_777_216));
        assertThat(settings.tables()).isEqualTo(new TableSettings(4_000_000));
    }

    @Test
    void aSectionBesideTheStudyChangesOnlyTheKeysThatItNames() {
        LimitSettings limits = Studies.load(Studies.FULL + "limits { max_text_bytes = 1MB, max_json_depth = 9 }")
                .settings()
                .limits();

        assertThat(limits).isEqualTo(new LimitSettings(1_000_000, 4_294_967_296L, 9, 1000, 1000, 100_000, 1_000_000));
    }

    @Test
    void overridesWinOverTheStudyFileAndLaterOnesOverEarlierOnes() {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("splits", "{ bytes = 1KiB }");
        overrides.put("splits.bytes", "2KiB");
        overrides.put("study.ks", "[3]");
        overrides.put("study.output", "s3a://bucket/out");
        overrides.put("health.max_fault_share", "0.5");
        overrides.put("verify.math.last_number", "true");
        overrides.put("segments.commit_interval", "250ms");
        Settings settings =
                Studies.load(Studies.FULL + "splits.bytes = 5", overrides).settings();

        assertThat(settings.splits().bytes()).isEqualTo(2048);
        assertThat(settings.study().ks()).containsExactly(3);
        assertThat(settings.study().output()).isEqualTo("s3a://bucket/out");
        assertThat(settings.health().maxFaultShare()).isEqualTo(0.5);
        assertThat(settings.verify().math().policies().lastNumber()).isTrue();
        assertThat(settings.segments().commitInterval()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void includesComeThroughTheResolverAndNestRelativeToTheIncludingFile() {
        String study = Studies.FULL + "include \"more/site.conf\"\ninclude file(\"more/limits.conf\")\n";
        Map<String, String> files = Map.of(
                "more/site.conf", "include \"deeper/splits.conf\"\nhealth.max_fault_share = 0.25",
                "more/deeper/splits.conf", "include \"../limits.conf\"\nsplits.bytes = 77",
                "more/limits.conf", "limits.max_json_depth = 12");
        Settings settings = Studies.load(study, files, Map.of(), Map.of()).settings();

        assertThat(settings.health().maxFaultShare()).isEqualTo(0.25);
        assertThat(settings.splits().bytes()).isEqualTo(77);
        assertThat(settings.limits().maxJsonDepth()).isEqualTo(12);
    }

    @Test
    void substitutionsSeeTheGivenEnvironmentAndOtherKeys() {
        String study = Studies.FULL + """
                study.output = ${ROOT}/results/${study.name}
                splits.bytes = ${?SPLIT}
                tables.rows_per_file = ${?NOT_SET}
                """;
        Settings settings = Studies.load(study, Map.of(), Map.of(), Map.of("ROOT", "/data", "SPLIT", "3MiB"))
                .settings();

        assertThat(settings.study().output()).isEqualTo("/data/results/my-study");
        assertThat(settings.splits().bytes()).isEqualTo(3_145_728);
        assertThat(settings.tables().rowsPerFile()).isEqualTo(4_000_000);
    }

    @Test
    void theResolvedJsonIsAStudyThatGivesEqualSettings() {
        LoadedStudy first = Studies.load(Studies.FULL
                + "tables.rows_per_file = 7, segments.commit_interval = 1m, verify.math.last_number = true");
        LoadedStudy second = Studies.load(first.resolvedJson());

        assertThat(second.settings()).isEqualTo(first.settings());
        assertThat(second.resolvedJson()).isEqualTo(first.resolvedJson());
    }

    @Test
    void theResolvedJsonIsSortedAndDoesNotDependOnTheSpelling() {
        String json = Studies.load(
                        "study { generations = [{ path = \"g/*\" }], models = [{ role = rl, name = m }], ks = [2, 1]"
                                + ", benchmarks = [{ name = b }], output = o, name = s }")
                .resolvedJson();
        String other = Studies.load("""
                        splits.bytes = 65536KiB
                        study.name = "s"
                        study.output = o
                        study.benchmarks = [{ name: b, verifier: auto }]
                        study.models = [{ name: m, role: rl }]
                        study.generations = [{ format: auto, path: g/"*" }]
                        study.ks = [1, 2]
                        """).resolvedJson();

        assertThat(other).isEqualTo(json);
        assertThat(json).startsWith("""
                        {
                            "health" : {
                                "max_fault_share" : 0.0
                            },
                        """).contains("""
                            "study" : {
                                "allow_duplicate_files" : false,
                                "benchmarks" : [
                                    {
                                        "format" : "auto",
                                        "name" : "b",
                                        "verifier" : "auto"
                                    }
                                ],
                                "generations" : [
                                    {
                                        "format" : "auto",
                                        "path" : "g/*"
                                    }
                                ],
                                "ks" : [
                                    1,
                                    2
                                ],
                                "models" : [
                                    {
                                        "name" : "m",
                                        "role" : "rl"
                                    }
                                ],
                                "name" : "s",
                                "output" : "o"
                            },
                        """);
    }

    @Test
    void modelsOfAnyRoleMayGoWithoutABaseAndChainsOfBasesAreLegal() {
        List<ModelSpec> models = Studies.load(Studies.FULL.replace(
                        "{ name = base, role = base }",
                        "{ name = base, role = base }, { name = free, role = distilled },"
                                + "{ name = tuned, role = instruct, base = rl }, { name = other, role = reference }"))
                .settings()
                .study()
                .models();

        assertThat(models).extracting(ModelSpec::base).containsExactly("", "", "rl", "", "base");
    }

    @Test
    void aCallersOwnVerifierIsLegalWhenItIsNamed() {
        LegalNames legal = new LegalNames(List.of("passk"), List.of("qwen-math"), List.of("math", "proofs"));
        StudyLoader loader = new StudyLoader(Surroundings.of(Map.of(), Map.of()), legal);
        String study = Studies.FULL
                .replace("verifier = math", "verifier = proofs")
                .replace("= math500,", "= passk,")
                .replace("benchmark = passk", "benchmark = math500")
                .replace("name = passk", "name = math500");
        LoadedStudy loaded = loader.load(study, "study.conf", name -> Optional.empty(), Map.of());

        assertThat(loaded.settings().study().benchmarks().get(0).verifier()).isEqualTo("proofs");
    }

    @Test
    void settingsSurviveSerialisation() throws IOException, ClassNotFoundException {
        Settings settings = Studies.load(Studies.FULL).settings();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(settings);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(settings);
        }
    }
}
