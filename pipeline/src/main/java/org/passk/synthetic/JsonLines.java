package org.passk.synthetic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import org.passk.model.Run;

/** Writes the JSON lines of made-up studies. Not thread-safe. */
public final class JsonLines {
    private static final String CRASH =
            "Traceback (most recent call last): torch.cuda.OutOfMemoryError: out of memory\n";
    /** More than any problem file has. */
    private static final int NO_PROBLEM = 999_999_999;

    private final JsonFactory json = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final SyntheticPlan plan;
    private final Texts texts;

    /**
     * A writer.
     *
     * @param plan the study
     */
    public JsonLines(SyntheticPlan plan) {
        this.plan = plan;
        this.texts = new Texts(plan);
    }

    /**
     * Writes the problem file.
     *
     * @param out where to; stays open
     */
    public void problems(OutputStream out) throws IOException {
        for (int problem = 0; problem < plan.study().problems(); problem++) {
            try (JsonGenerator line = json.createGenerator(out)) {
                line.writeStartObject();
                line.writeStringField("id", SyntheticPlan.problemId(problem));
                line.writeStringField("question", plan.question(problem));
                line.writeStringField("answer", plan.gold(problem).reference());
                line.writeEndObject();
                line.writeRaw('\n');
            }
        }
    }

    /**
     * Writes a file of generations.
     *
     * @param set the set that it belongs to, of a form of JSON lines
     * @param file its number in the set
     * @param out where to; stays open
     */
    public void generations(FileSet set, int file, OutputStream out) throws IOException {
        long end = set.end(file);
        for (long number = set.first(file); number < end; number++) {
            FileSet.Entry entry = set.entry(number);
            if (set.form() == RecordForm.WIDE) {
                try (JsonGenerator line = json.createGenerator(out)) {
                    wide(set, entry.problem(), line);
                }
            } else {
                Fate fate = plan.fate(set, entry.problem(), entry.index());
                if (fate.written()) {
                    try (JsonGenerator line = json.createGenerator(out)) {
                        longForm(set, entry, fate, line);
                    }
                }
            }
        }
    }

    private void longForm(FileSet set, FileSet.Entry entry, Fate fate, JsonGenerator line) throws IOException {
        Defect defect = fate.defect().orElse(null);
        if (defect == Defect.NO_JSON) {
            line.writeRaw(CRASH);
        } else if (defect == Defect.NO_OBJECT) {
            line.writeRaw("[\"" + SyntheticPlan.problemId(entry.problem()) + "\"]\n");
        } else if (defect == Defect.CUT_LINE) {
            StringWriter whole = new StringWriter();
            try (JsonGenerator copy = json.createGenerator(whole)) {
                record(set, LongRow.of(plan, texts, set, entry, fate), copy);
            }
            int length = whole.getBuffer().length() * 6 / 10;
            boolean splitsPair = Character.isHighSurrogate(whole.getBuffer().charAt(length - 1));
            line.writeRaw(whole.getBuffer().substring(0, splitsPair ? length - 1 : length));
            line.writeRaw('\n');
        } else {
            record(set, LongRow.of(plan, texts, set, entry, fate), line);
            line.writeRaw('\n');
        }
    }

    private static void record(FileSet set, LongRow row, JsonGenerator line) throws IOException {
        Run run = row.run();
        line.writeStartObject();
        line.writeStringField("model", row.model());
        line.writeStringField("benchmark", SyntheticStudy.BENCHMARK);
        line.writeStringField("problem_id", row.problemId());
        line.writeNumberField("sample_index", row.index());
        line.writeNumberField("seed", set.seed());
        if (run.step() >= 0) {
            line.writeNumberField("step", run.step());
        }
        line.writeStringField("prompt_kind", run.promptKind());
        line.writeNumberField("temperature", run.temperature());
        line.writeNumberField("top_p", run.topP());
        line.writeNumberField("max_tokens", run.maxTokens());
        if (row.text() != null) {
            line.writeStringField("text", row.text());
        }
        line.writeStringField("finish_reason", row.finishReason());
        line.writeNumberField("num_tokens", row.tokens());
        line.writeNumberField("sum_logprob", row.sumLogprob());
        line.writeNumberField("mean_entropy", row.meanEntropy());
        if (row.stored() != null) {
            line.writeBooleanField("stored_verdict", row.stored());
        }
        line.writeEndObject();
    }

    private void wide(FileSet set, int problem, JsonGenerator line) throws IOException {
        LineDefect defect = plan.line(set, problem);
        if (defect == LineDefect.NO_JSON) {
            line.writeRaw(CRASH);
            return;
        }
        line.writeStartObject();
        if (defect == LineDefect.UNKNOWN_PROBLEM) {
            line.writeNumberField("idx", NO_PROBLEM);
        } else if (defect != LineDefect.NO_INDEX) {
            line.writeNumberField("idx", problem);
            line.writeStringField("question", plan.question(problem));
        }
        line.writeStringField("gt", plan.gold(problem).reference());
        line.writeArrayFieldStart("code");
        int samples = set.samples(problem);
        int whole = defect == LineDefect.CUT ? SyntheticPlan.wholeAnswers(set, problem) : samples;
        for (int i = 0; i < whole; i++) {
            if (i == 0 && defect == LineDefect.NULL_ANSWER) {
                line.writeNull();
            } else {
                line.writeString(texts.text(set, problem, plan.fate(set, problem, i)));
            }
        }
        if (defect == LineDefect.CUT) {
            line.writeRaw((whole > 0 ? "," : "") + "\"Let us begin with the case in wh\n");
            return;
        }
        line.writeEndArray();
        line.writeArrayFieldStart("finish_reason");
        for (int i = 0; i < samples; i++) {
            line.writeString(LongRow.finishReason(plan.fate(set, problem, i)));
        }
        line.writeEndArray();
        if (SyntheticPlan.hasStored(set) || defect == LineDefect.EXTRA_SCORE) {
            line.writeArrayFieldStart("score");
            for (int i = 0; i < samples; i++) {
                line.writeBoolean(plan.fate(set, problem, i).storedCorrect());
            }
            if (defect == LineDefect.EXTRA_SCORE) {
                line.writeBoolean(false);
            }
            line.writeEndArray();
        }
        line.writeEndObject();
        line.writeRaw('\n');
    }
}
