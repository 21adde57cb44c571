package org.passk.settings;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passk.verify.math.MathOptions;

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
        // The library sorts the keys of each object.
        return ConfigValueFactory.fromMap(root)
                .render(ConfigRenderOptions.defaults().setOriginComments(false).setComments(false));
    }

    private static Map<String, Object> verify(VerifySettings verify) {
        MathOptions math = verify.math();
        return Map.of(
                "cache_entries",
                verify.cacheEntries(),
                "math",
                Map.of(
                        "last_number", math.lastNumber(),
                        "percent_equals_number", math.percentEqualsNumber(),
                        "percent_equals_fraction", math.percentEqualsFraction(),
                        "base_suffix_optional", math.baseSuffixOptional(),
                        "min_rounded_decimals", math.minRoundedDecimals(),
                        "max_answer_chars", math.maxAnswerChars(),
                        "max_digits", math.maxDigits(),
                        "max_elements", math.maxElements(),
                        "max_depth", math.maxDepth()));
    }

    private static Map<String, Object> study(Study study) {
        return Map.of(
                "name", study.name(),
                "output", study.output(),
                "benchmarks",
                        study.benchmarks().stream().map(StudyJson::benchmark).toList(),
                "models", study.models().stream().map(StudyJson::model).toList(),
                "generations",
                        study.generations().stream().map(StudyJson::generation).toList(),
                "ks", List.copyOf(study.ks()),
                "allow_duplicate_files", study.allowDuplicateFiles());
    }

    private static Map<String, Object> benchmark(BenchmarkSpec spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", spec.name());
        put(map, "problems", spec.problems());
        map.put("format", spec.format());
        map.put("verifier", spec.verifier());
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
