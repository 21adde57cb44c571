package org.passk.settings;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.passk.analysis.MetricGroup;
import org.passk.verify.code.CodeOptions;
import org.passk.verify.code.TestScope;
import org.passk.verify.math.MathLimits;
import org.passk.verify.math.MathPolicies;

/**
 * Writes settings as canonical JSON: equal settings give equal text, however the study spelled them. Absent values are
 * left out.
 */
final class StudyJson {
    private StudyJson() {}

    static String of(Settings settings) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("study", study(settings.study()));
        QuarantineSettings quarantine = settings.quarantine();
        root.put(
                "quarantine",
                Map.of(
                        "max_share", quarantine.maxShare(),
                        "max_message_chars", quarantine.maxMessageChars(),
                        "first_bytes", quarantine.firstBytes()));
        root.put("splits", Map.of("bytes", settings.splits().bytes()));
        LimitSettings limits = settings.limits();
        root.put(
                "limits",
                Map.of(
                        "max_text_bytes", limits.maxTextBytes(),
                        "max_record_bytes", limits.maxRecordBytes(),
                        "max_json_depth", limits.maxJsonDepth(),
                        "max_number_chars", limits.maxNumberChars(),
                        "max_name_chars", limits.maxNameChars(),
                        "max_field_names", limits.maxFieldNames(),
                        "max_answers", limits.maxAnswers()));
        root.put("verify", verify(settings.verify()));
        root.put("health", Map.of("max_fault_share", settings.health().maxFaultShare()));
        SegmentSettings segments = settings.segments();
        root.put(
                "segments",
                Map.of(
                        "batch_rows", segments.batchRows(),
                        "commit_interval", segments.commitInterval().toMillis() + "ms",
                        "row_group_bytes", segments.rowGroupBytes()));
        root.put("tables", Map.of("rows_per_file", settings.tables().rowsPerFile()));
        MetricSettings metrics = settings.metrics();
        root.put(
                "metrics",
                Map.of(
                        "level", metrics.level(),
                        "bootstrap_draws", metrics.draws(),
                        "seed", metrics.seed(),
                        "null_rounds", metrics.nullRounds(),
                        "groups",
                                metrics.groups().stream().map(MetricGroup::word).toList()));
        // The library sorts the keys of each object.
        return ConfigValueFactory.fromMap(root)
                .render(ConfigRenderOptions.defaults().setOriginComments(false).setComments(false));
    }

    private static Map<String, Object> verify(VerifySettings verify) {
        MathPolicies policies = verify.math().policies();
        MathLimits limits = verify.math().limits();
        Map<String, Object> math = new TreeMap<>();
        math.put("last_number", policies.lastNumber());
        math.put("percent_equals_number", policies.percentEqualsNumber());
        math.put("percent_equals_fraction", policies.percentEqualsFraction());
        math.put("base_suffix_optional", policies.baseSuffixOptional());
        math.put("unit_optional", policies.unitOptional());
        math.put("reduced_fractions", policies.reducedFractions());
        math.put("ordered_lists", policies.orderedLists());
        math.put("decimal_comma", policies.decimalComma());
        math.put("inequality_equals_interval", policies.inequalityEqualsInterval());
        math.put("same_variable_names", policies.sameVariableNames());
        math.put("min_rounded_decimals", policies.minRoundedDecimals());
        math.put("max_answer_chars", limits.maxAnswerChars());
        math.put("max_digits", limits.maxDigits());
        math.put("max_elements", limits.maxElements());
        math.put("max_depth", limits.maxDepth());
        math.put("max_steps", limits.maxSteps());
        math.put("max_precision", limits.maxPrecision());
        return Map.of("cache_entries", verify.cacheEntries(), "math", math, "code", code(verify.code()));
    }

    private static Map<String, Object> code(CodeOptions options) {
        return Map.of(
                "python", options.sandbox().python(),
                "bubblewrap", options.sandbox().bubblewrap(),
                "mode", options.sandbox().mode().name().toLowerCase(Locale.ROOT),
                "unsafe_no_sandbox", options.sandbox().unconfined(),
                "limits", options.limits().word(),
                "memory", options.memoryBytes(),
                "output", options.outputBytes(),
                "max_program_chars", options.maxProgramChars());
    }

    private static Map<String, Object> study(Study study) {
        Map<String, Object> map = new LinkedHashMap<>(Map.of(
                "name", study.name(),
                "output", study.output(),
                "benchmarks",
                        study.benchmarks().stream().map(StudyJson::benchmark).toList(),
                "models", study.models().stream().map(StudyJson::model).toList(),
                "generations",
                        study.generations().stream().map(StudyJson::generation).toList(),
                "ks", List.copyOf(study.ks()),
                "allow_duplicate_files", study.allowDuplicateFiles()));
        if (!study.scores().isEmpty()) {
            map.put(
                    "scores",
                    study.scores().stream()
                            .map(spec -> Map.of("path", spec.path(), "format", spec.format()))
                            .toList());
        }
        if (!study.guess().isNone()) {
            map.put(
                    "guess",
                    Map.of(
                            "prompt_kind", study.guess().promptKind(),
                            "max_accuracy", study.guess().maxAccuracy()));
        }
        return map;
    }

    private static Map<String, Object> benchmark(BenchmarkSpec spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", spec.name());
        put(map, "problems", spec.problems());
        map.put("format", spec.format());
        map.put("verifier", spec.verifier());
        if (spec.programRule() != null) {
            map.put("program_rule", spec.programRule().word());
        }
        if (spec.tests() != TestScope.ALL) {
            map.put("tests", spec.tests().word());
        }
        put(map, "cpu_limit", spec.cpuSeconds());
        return map;
    }

    private static Map<String, Object> model(ModelSpec spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", spec.name());
        map.put("role", spec.role().key());
        put(map, "base", spec.base());
        put(map, "algorithm", spec.algorithm());
        put(map, "step", spec.step());
        return map;
    }

    private static Map<String, Object> generation(GenerationSpec spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", spec.path());
        map.put("format", spec.format());
        put(map, "model", spec.model());
        put(map, "benchmark", spec.benchmark());
        put(map, "prompt_kind", spec.promptKind());
        put(map, "temperature", spec.temperature());
        put(map, "top_p", spec.topP());
        put(map, "max_tokens", spec.maxTokens());
        put(map, "samples", spec.samples());
        put(map, "seed", spec.seed());
        put(map, "step", spec.step());
        return map;
    }

    private static void put(Map<String, Object> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    private static void put(Map<String, Object> map, String key, long value) {
        if (value >= 0) {
            map.put(key, value);
        }
    }

    private static void put(Map<String, Object> map, String key, double value) {
        if (!Double.isNaN(value)) {
            map.put(key, value);
        }
    }
}
