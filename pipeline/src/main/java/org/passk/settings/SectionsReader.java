package org.passk.settings;

/** Reads the sections beside {@code study}. All their keys have defaults, so a missing one is a null of the user's. */
final class SectionsReader {
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
                in.count("max_number_chars", LongRange.POSITIVE_COUNT));
        in.done();
        return settings;
    }

    static VerifySettings verify(ObjectReader in) {
        ObjectReader math = in.section("math");
        MathSettings mathSettings = new MathSettings(
                math.flag("last_number"),
                math.flag("percent_equals_number"),
                math.count("max_answer_chars", LongRange.POSITIVE_COUNT),
                math.count("max_digits", LongRange.POSITIVE_COUNT),
                math.count("decimal_digits", MathSettings.DECIMAL_DIGITS));
        math.done();
        VerifySettings settings = new VerifySettings(mathSettings, in.count("cache_entries", LongRange.COUNT));
        in.done();
        return settings;
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

    static TableSettings tables(ObjectReader in) {
        TableSettings settings = new TableSettings(in.whole("rows_per_file", LongRange.POSITIVE));
        in.done();
        return settings;
    }

    static ExcerptSettings excerpts(ObjectReader in) {
        ExcerptSettings settings = new ExcerptSettings(
                in.count("per_outcome", ExcerptSettings.PER_OUTCOME),
                in.count("max_bytes", LongRange.COUNT),
                in.whole("seed", LongRange.ANY));
        in.done();
        return settings;
    }

    static FingerprintSettings fingerprint(ObjectReader in) {
        FingerprintSettings settings = new FingerprintSettings(in.flag("sha256"));
        in.done();
        return settings;
    }
}
