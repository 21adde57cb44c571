package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.model.StoredVerdict;

/**
 * The {@code samples.jsonl} of human-eval and evalplus, and the result files of human-eval: one program a record, with
 * {@code task_id} and {@code solution} (a whole program) or {@code completion} (what follows the prompt). As in evalplus
 * the solution counts where both stand.
 *
 * <p>These files number no samples. Without {@code sample_index} the index is the record's byte offset: it is distinct
 * within a file, ascends in the order of the lines, and does not depend on where a file is cut for reading, which the
 * ordinal among a task's lines would.
 */
public final class SamplesJsonl implements RecordFormat {
    private static final Set<String> FIELDS = new SamplesJsonl().fields().keySet();

    @Override
    public String name() {
        return "samples_jsonl";
    }

    @Override
    public boolean recognises(Set<String> keys) {
        return keys.contains("task_id") && (keys.contains("completion") || keys.contains("solution"));
    }

    @Override
    public Map<String, String> fields() {
        return FieldTable.of(
                new String[][] {
                    {"task_id", "the problem, by the id in its problem file"},
                    {"completion", "what follows the problem's prompt"},
                    {"solution", "a whole program; counts before completion"},
                    {"sample_index", "index of the sample within its source"},
                    {"passed", "the input's own verdict: kept as evidence, never as truth"},
                    {"official_passed", "the same, where there is no passed"},
                    {"result", "the same, where there is neither: passed, failed: ..., timed out"},
                    {"finish_reason", "why the generation ended; length means that it was cut off"}
                },
                FieldTable.SAMPLING);
    }

    @Override
    public Map<String, String> words() {
        return FieldTable.of(new String[][] {
            {"problem", "task_id"},
            {"generation", "solution, else completion behind the problem's prompt"},
            {"sample index", "sample_index, else the record's byte offset"},
            {"source", "seed, else the file"},
            {"stored verdict", "passed, else official_passed, else result"},
            {"truncated", "finish_reason is length or max_tokens"}
        });
    }

    @Override
    public <T> void read(JsonParser json, long position, ReadLimits limits, RecordSink<T> sink)
            throws IOException, RejectException {
        Parts parts = new Parts(position);
        OnceOnly once = new OnceOnly(FIELDS);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            once.require(field);
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                parts.read(json, field);
            }
        }
        parts.end(limits, sink);
    }

    /** What a record has said so far. */
    private static final class Parts {
        private final RecordFields fields = new RecordFields();
        private final long position;
        private String text = "";
        private TextForm form = TextForm.GENERATION;
        private long sampleIndex;
        private String finishReason = "";
        private StoredVerdict passed = StoredVerdict.ABSENT;
        private StoredVerdict officialPassed = StoredVerdict.ABSENT;
        private StoredVerdict result = StoredVerdict.ABSENT;

        Parts(long position) {
            this.position = position;
            this.sampleIndex = position;
        }

        void read(JsonParser json, String field) throws IOException, RejectException {
            switch (field) {
                case "task_id" -> fields.problemId = JsonValues.scalar(json, field);
                case "completion" -> {
                    String completion = JsonValues.string(json, field);
                    if (form != TextForm.SOLUTION) {
                        text = completion;
                        form = TextForm.COMPLETION;
                    }
                }
                case "solution" -> {
                    text = JsonValues.string(json, field);
                    form = TextForm.SOLUTION;
                }
                case "sample_index" -> sampleIndex = JsonValues.natural(json, field);
                case "finish_reason" -> finishReason = JsonValues.string(json, field);
                case "passed" -> passed = verdict(json, field);
                case "official_passed" -> officialPassed = verdict(json, field);
                case "result" -> {
                    result = json.currentToken() == JsonToken.VALUE_STRING ? outcome(json.getText()) : result;
                    json.skipChildren();
                }
                default -> {
                    if (!SamplingField.read(json, field, fields)) {
                        json.skipChildren();
                    }
                }
            }
        }

        private static StoredVerdict verdict(JsonParser json, String field) throws IOException, RejectException {
            if (!json.currentToken().isBoolean()) {
                throw JsonValues.wrongType(json, field, "true or false");
            }
            return StoredVerdict.of(json.currentToken() == JsonToken.VALUE_TRUE);
        }

        /** The words of human-eval; others say nothing, for many tools have a field of this name. */
        private static StoredVerdict outcome(String words) {
            if (words.equals("passed")) {
                return StoredVerdict.RIGHT;
            }
            return words.startsWith("failed") || words.equals("timed out") ? StoredVerdict.WRONG : StoredVerdict.ABSENT;
        }

        <T> void end(ReadLimits limits, RecordSink<T> sink) throws RejectException {
            if (fields.problemId.isEmpty()) {
                throw missing("\"task_id\"");
            }
            if (form == TextForm.GENERATION) {
                throw missing("\"completion\" or \"solution\"");
            }
            fields.requireNames(limits.maxNameChars());
            T held = sink.text(text, form);
            sink.sample(new Sample<>(position, 0, fields, sampleIndex, finishReason, stored(), SampleStats.NONE, held));
        }

        private StoredVerdict stored() {
            if (passed != StoredVerdict.ABSENT) {
                return passed;
            }
            return officialPassed != StoredVerdict.ABSENT ? officialPassed : result;
        }

        private static RejectException missing(String what) {
            return new RejectException(
                    RejectReason.MISSING_FIELD, what + " is missing; required are task_id and completion or solution");
        }
    }
}
