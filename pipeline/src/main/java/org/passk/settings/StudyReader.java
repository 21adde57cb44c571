package org.passk.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passk.extract.program.ProgramRule;
import org.passk.fault.PasskException;
import org.passk.verify.code.TestScope;

/** Reads the {@code study} object and checks what its parts say of each other. */
final class StudyReader {
    private static final List<String> PROGRAM_RULES = Stream.concat(
                    Stream.of(LegalNames.AUTO),
                    Arrays.stream(ProgramRule.values()).map(ProgramRule::word))
            .toList();
    private static final List<String> TEST_SCOPES =
            Arrays.stream(TestScope.values()).map(TestScope::word).toList();

    private final ObjectReader in;
    private final LegalNames legal;
    private final Findings findings;
    private final DeclaredNames models;
    private final DeclaredNames benchmarks;
    private final Map<String, String> bases = new HashMap<>();

    StudyReader(ObjectReader in, LegalNames legal, Findings findings) {
        this.in = in;
        this.legal = legal;
        this.findings = findings;
        this.models = new DeclaredNames("study.models", findings);
        this.benchmarks = new DeclaredNames("study.benchmarks", findings);
    }

    /** The study, unless a mistake was found in it. */
    Optional<Study> read() {
        int before = findings.count();
        String name = in.name("name");
        String output = in.text("output");
        List<BenchmarkSpec> benchmarkSpecs = new ArrayList<>();
        benchmarks.each(in, "benchmarks", element -> benchmark(element).ifPresent(benchmarkSpecs::add));
        List<ModelSpec> modelSpecs = new ArrayList<>();
        models.each(in, "models", element -> model(element).ifPresent(modelSpecs::add));
        checkBases();
        List<GenerationSpec> generationSpecs = new ArrayList<>();
        in.objects("generations").forEach(element -> generation(element).ifPresent(generationSpecs::add));
        List<Integer> ks = ks();
        boolean allowDuplicateFiles = in.flag("allow_duplicate_files");
        List<ScoreSpec> scores = scores();
        GuessSpec guess = guess();
        in.done();
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new Study(
                        name,
                        output,
                        benchmarkSpecs,
                        modelSpecs,
                        generationSpecs,
                        ks,
                        allowDuplicateFiles,
                        scores,
                        guess));
    }

    private List<ScoreSpec> scores() {
        List<ScoreSpec> specs = new ArrayList<>();
        for (ObjectReader element : in.optionalObjects("scores")) {
            int before = findings.count();
            String path = element.text("path");
            String format = element.word("format", ScoreSpec.FORMATS, LegalNames.AUTO);
            element.done();
            if (findings.count() == before) {
                specs.add(new ScoreSpec(path, format));
            }
        }
        return specs;
    }

    private GuessSpec guess() {
        Optional<ObjectReader> section = in.optionalSection("guess");
        if (section.isEmpty()) {
            return GuessSpec.NONE;
        }
        int before = findings.count();
        String promptKind = section.get().name("prompt_kind");
        double stated = section.get().optionalNumber("max_accuracy", DoubleRange.SHARE);
        section.get().done();
        return findings.count() > before
                ? GuessSpec.NONE
                : new GuessSpec(promptKind, Double.isNaN(stated) ? GuessSpec.MAX_ACCURACY : stated);
    }

    private Optional<BenchmarkSpec> benchmark(ObjectReader element) {
        int before = findings.count();
        String name = element.name("name");
        String problems = element.optionalText("problems");
        String format = element.word("format", legal.problemFormats(), LegalNames.AUTO);
        String verifier =
                element.word("verifier", legal.verifiers(), legal.verifiers().get(0));
        String rule = element.word("program_rule", PROGRAM_RULES, LegalNames.AUTO);
        String tests = element.word("tests", TEST_SCOPES, TestScope.ALL.word());
        double cpuSeconds = element.optionalNumber("cpu_limit", BenchmarkSpec.CPU_SECONDS);
        element.done();
        benchmarks.declare(name, element);
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new BenchmarkSpec(
                        name,
                        problems,
                        format,
                        verifier,
                        ProgramRule.named(rule).orElse(null),
                        TestScope.valueOf(tests.toUpperCase(Locale.ROOT)),
                        cpuSeconds));
    }

    private Optional<ModelSpec> model(ObjectReader element) {
        int before = findings.count();
        String name = element.name("name");
        String role = element.word("role", Role.keys());
        String base = element.optionalName("base");
        String algorithm = element.optionalText("algorithm");
        long step = element.optionalWhole("step", LongRange.NOT_NEGATIVE);
        element.done();
        if (models.declare(name, element)) {
            bases.put(name, base);
            if (name.equals(base)) {
                element.mistake("base", "is the model itself; expected another model");
            }
        }
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new ModelSpec(name, Role.of(role).orElseThrow(), base, algorithm, step));
    }

    private void checkBases() {
        Set<String> inKnownCycle = new HashSet<>();
        for (String name : models.names()) {
            ObjectReader element = models.element(name);
            models.checkReference(bases.get(name), "base", element);
            Set<String> chain = new LinkedHashSet<>();
            String next = name;
            while (!next.isEmpty() && chain.add(next)) {
                next = bases.getOrDefault(next, "");
            }
            // A cycle of one is reported where the model is read; a longer one at the first of its models alone.
            if (next.equals(name) && chain.size() > 1 && inKnownCycle.addAll(chain)) {
                element.mistake("base", "models start from each other: " + String.join(" -> ", chain) + " -> " + name);
            }
        }
    }

    private Optional<GenerationSpec> generation(ObjectReader element) {
        int before = findings.count();
        String path = element.text("path");
        GenerationSpec spec = new GenerationSpec(
                path.isEmpty() ? "?" : path,
                element.word("format", legal.generationFormats(), LegalNames.AUTO),
                element.optionalName("model"),
                element.optionalName("benchmark"),
                element.optionalName("prompt_kind"),
                element.optionalNumber("temperature", DoubleRange.NOT_NEGATIVE),
                element.optionalNumber("top_p", DoubleRange.SHARE),
                element.optionalWhole("max_tokens", LongRange.POSITIVE),
                element.optionalWhole("samples", LongRange.POSITIVE),
                element.optionalWhole("seed", LongRange.NOT_NEGATIVE),
                element.optionalWhole("step", LongRange.NOT_NEGATIVE));
        element.done();
        models.checkReference(spec.model(), "model", element);
        benchmarks.checkReference(spec.benchmark(), "benchmark", element);
        if (!path.isEmpty()) {
            checkTemplate(path, element);
        }
        return findings.count() > before ? Optional.empty() : Optional.of(spec);
    }

    private static void checkTemplate(String path, ObjectReader element) {
        try {
            for (String placeholder : PathTemplate.parse(path).placeholders()) {
                if (element.has(placeholder)) {
                    element.mistake(placeholder, "is stated here and by {" + placeholder + "} in path; expected one");
                }
            }
        } catch (PasskException e) {
            element.mistake("path", e.getMessage());
        }
    }

    private List<Integer> ks() {
        Set<Integer> ks = new LinkedHashSet<>();
        int before = findings.count();
        List<Long> numbers = in.wholes("ks", LongRange.POSITIVE_COUNT);
        for (int i = 0; i < numbers.size() && findings.count() == before; i++) {
            if (!ks.add(Math.toIntExact(numbers.get(i)))) {
                in.mistake("ks", numbers.get(i) + " stands twice");
            }
        }
        return ks.stream().sorted().toList();
    }
}
