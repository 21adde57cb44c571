package org.passk.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passk.analysis.MetricGroup;
import org.passk.sandbox.SandboxMode;
import org.passk.sandbox.SandboxSettings;
import org.passk.verify.code.CodeOptions;
import org.passk.verify.code.LimitPolicy;
import org.passk.verify.math.MathLimits;
import org.passk.verify.math.MathOptions;
import org.passk.verify.math.MathPolicies;

/** Reads the sections beside {@code study}. All their keys have defaults, so a missing one is a null of the user's. */
final class SectionsReader {
    // The ranges that MathPolicies and MathLimits check; stated here for messages that name the key.
    private static final LongRange ROUNDED_DECIMALS = new LongRange(0, 1_000);
    private static final LongRange ANSWER_CHARS = new LongRange(1, 1_000_000);
    private static final LongRange DIGITS = new LongRange(1, 100_000);
    private static final LongRange ELEMENTS = new LongRange(1, 10_000);
    private static final LongRange DEPTH = new LongRange(1, 100);
    private static final LongRange STEPS = new LongRange(1, 1_000_000_000);
    private static final LongRange PRECISION = new LongRange(512, 65_536);

    private static final LongRange MEMORY = new LongRange(1 << 20, 1L << 40);
    private static final LongRange OUTPUT = new LongRange(0, 1 << 30);
    private static final LongRange PROGRAM_CHARS = new LongRange(1, 1 << 26);
    private static final List<String> MODES = Arrays.stream(SandboxMode.values())
            .map(mode -> mode.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> POLICIES =
            Arrays.stream(LimitPolicy.values()).map(LimitPolicy::word).toList();
    private static final List<String> GROUPS =
            Arrays.stream(MetricGroup.values()).map(MetricGroup::word).toList();

    private SectionsReader() {}

    static QuarantineSettings quarantine(ObjectReader in) {
        QuarantineSettings settings = new QuarantineSettings(
                in.number("max_share", DoubleRange.SHARE),
                in.count("max_message_chars", LongRange.POSITIVE_COUNT),
                in.count("first_bytes", LongRange.COUNT));
        in.done();
        return settings;
    }

    static SplitSettings splits(ObjectReader in) {
        SplitSettings settings = new SplitSettings(in.bytes("bytes", LongRange.POSITIVE));
        in.done();
        return settings;
    }

    static LimitSettings limits(ObjectReader in) {
        LimitSettings settings = new LimitSettings(
                in.bytes("max_text_bytes", LimitSettings.TEXT_BYTES),
                in.bytes("max_record_bytes", LongRange.POSITIVE),
                in.count("max_json_depth", LimitSettings.DEPTH),
                in.count("max_number_chars", LongRange.POSITIVE_COUNT),
                in.count("max_name_chars", LimitSettings.NAME),
                in.count("max_field_names", LongRange.POSITIVE_COUNT),
                in.count("max_answers", LongRange.POSITIVE_COUNT));
        in.done();
        return settings;
    }

    static VerifySettings verify(ObjectReader in) {
        ObjectReader math = in.section("math");
        MathPolicies policies = new MathPolicies(
                math.flag("last_number"),
                math.flag("percent_equals_number"),
                math.flag("percent_equals_fraction"),
                math.flag("base_suffix_optional"),
                math.flag("unit_optional"),
                math.flag("reduced_fractions"),
                math.flag("ordered_lists"),
                math.flag("decimal_comma"),
                math.flag("inequality_equals_interval"),
                math.flag("same_variable_names"),
                math.count("min_rounded_decimals", ROUNDED_DECIMALS));
        MathLimits limits = new MathLimits(
                math.count("max_answer_chars", ANSWER_CHARS),
                math.count("max_digits", DIGITS),
                math.count("max_elements", ELEMENTS),
                math.count("max_depth", DEPTH),
                math.count("max_steps", STEPS),
                math.count("max_precision", PRECISION));
        math.done();
        VerifySettings settings = new VerifySettings(
                new MathOptions(policies, limits),
                code(in.section("code")),
                in.count("cache_entries", LongRange.COUNT));
        in.done();
        return settings;
    }

    private static CodeOptions code(ObjectReader in) {
        SandboxSettings sandbox = new SandboxSettings(
                in.text("python"),
                in.text("bubblewrap"),
                SandboxMode.valueOf(in.word("mode", MODES).toUpperCase(Locale.ROOT)),
                in.flag("unsafe_no_sandbox"));
        CodeOptions options = new CodeOptions(
                sandbox,
                LimitPolicy.valueOf(in.word("limits", POLICIES).toUpperCase(Locale.ROOT)),
                in.bytes("memory", MEMORY),
                in.bytes("output", OUTPUT),
                in.count("max_program_chars", PROGRAM_CHARS));
        in.done();
        return options;
    }

    static HealthSettings health(ObjectReader in) {
        HealthSettings settings = new HealthSettings(in.number("max_fault_share", DoubleRange.SHARE));
        in.done();
        return settings;
    }

    static SegmentSettings segments(ObjectReader in) {
        SegmentSettings settings = new SegmentSettings(
                in.count("batch_rows", LongRange.POSITIVE_COUNT),
                in.duration("commit_interval", SegmentSettings.COMMIT_MILLIS),
                in.bytes("row_group_bytes", LongRange.POSITIVE));
        in.done();
        return settings;
    }

    static MetricSettings metrics(ObjectReader in) {
        MetricSettings settings = new MetricSettings(
                in.number("level", MetricSettings.LEVEL),
                in.count("bootstrap_draws", MetricSettings.DRAWS),
                in.whole("seed", LongRange.ANY),
                in.count("null_rounds", MetricSettings.NULL_ROUNDS),
                in.words("groups", GROUPS).stream()
                        .map(word -> MetricGroup.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
        in.done();
        return settings;
    }

    static TableSettings tables(ObjectReader in) {
        TableSettings settings = new TableSettings(in.whole("rows_per_file", LongRange.POSITIVE));
        in.done();
        return settings;
    }
}
