package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.fault.RejectReason;
import org.passk.model.StoredVerdict;
import org.passk.testing.ExternalData;

class SamplesJsonlTest {
    /** Keeps the forms of texts as well. */
    private static final class FormSink implements RecordSink<String> {
        private final List<String> texts = new ArrayList<>();

        @Override
        public String text(String text) {
            return text(text, TextForm.GENERATION);
        }

        @Override
        public String text(String text, TextForm form) {
            texts.add(form + " " + text);
            return text;
        }

        @Override
        public void sample(Sample<String> sample) {}

        @Override
        public void reject(Reject reject) {
            texts.add(reject.message());
        }
    }

    private static List<String> forms(String line) throws IOException {
        FormSink sink = new FormSink();
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        new JsonLinesReader(new SamplesJsonl(), CollectingSink.WIDE_LIMITS, 0)
                .read(new ByteArrayInputStream(bytes), 0, bytes.length, sink);
        return sink.texts;
    }

    private static CollectingSink read(String file) {
        return CollectingSink.read(new SamplesJsonl(), file);
    }

    @Test
    void aCompletionAndASolutionReachTheSinkAsWhatTheyAre() throws IOException {
        assertThat(forms("{\"task_id\":\"a\",\"completion\":\"  return 1\"}")).containsExactly("COMPLETION   return 1");
        assertThat(forms("{\"solution\":\"def f()\",\"task_id\":\"a\"}")).containsExactly("SOLUTION def f()");
        assertThat(forms("{\"task_id\":\"a\",\"completion\":\"\"}")).containsExactly("COMPLETION ");
    }

    @Test
    void theSolutionCountsWhereBothStand() throws IOException {
        assertThat(forms("{\"task_id\":\"a\",\"completion\":\"c\",\"solution\":\"s\"}"))
                .containsExactly("SOLUTION s");
        assertThat(forms("{\"task_id\":\"a\",\"solution\":\"s\",\"completion\":\"c\"}"))
                .containsExactly("SOLUTION s");
        assertThat(forms("{\"task_id\":\"a\",\"solution\":null,\"completion\":\"c\"}"))
                .containsExactly("COMPLETION c");
    }

    @Test
    void aSampleWithoutIndexIsNumberedByItsPosition() {
        String line = "{\"task_id\":\"HumanEval/0\",\"completion\":\"x\"}\n";
        CollectingSink sink = read(line + line + "{\"task_id\":2,\"sample_index\":7,\"solution\":\"y\",\"seed\":3,"
                + "\"finish_reason\":\"length\"}\n");
        assertThat(sink.samples()).extracting(Sample::sampleIndex).containsExactly(0L, (long) line.length(), 7L);
        Sample<String> last = sink.samples().get(2);
        assertThat(last.fields().problemId()).isEqualTo("2");
        assertThat(last.fields().seed()).isEqualTo(3);
        assertThat(last.finishReason()).isEqualTo("length");
        assertThat(last.stored()).isEqualTo(StoredVerdict.ABSENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"passed\":true | RIGHT",
                "\"passed\":false,\"result\":\"passed\" | WRONG",
                "\"official_passed\":true,\"result\":\"failed: x\" | RIGHT",
                "\"result\":\"passed\" | RIGHT",
                "\"result\":\"failed: AssertionError\" | WRONG",
                "\"result\":\"timed out\" | WRONG",
                "\"result\":\"ok\" | ABSENT",
                "\"result\":[\"passed\"] | ABSENT",
                "\"passed\":null | ABSENT",
                "\"other\":{\"passed\":true} | ABSENT"
            })
    void aStoredVerdictIsRead(String fields, StoredVerdict verdict) {
        assertThat(read("{\"task_id\":\"a\",\"solution\":\"s\"," + fields + "}")
                        .onlySample()
                        .stored())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"completion\":\"x\"} | MISSING_FIELD | \"task_id\" is missing",
                "{\"task_id\":\"a\"} | MISSING_FIELD | \"completion\" or \"solution\" is missing",
                "{\"task_id\":\"a\",\"completion\":1} | WRONG_TYPE | \"completion\" is the number 1",
                "{\"task_id\":[],\"completion\":\"x\"} | WRONG_TYPE | \"task_id\" is an array",
                "{\"task_id\":\"a\",\"completion\":\"x\",\"passed\":1} | WRONG_TYPE | \"passed\" is the number 1",
                "{\"task_id\":\"a\",\"completion\":\"x\",\"sample_index\":-1} | WRONG_TYPE | \"sample_index\" is",
                "{\"task_id\":\"a\",\"task_id\":\"b\",\"completion\":\"x\"} | MALFORMED_JSON | stands twice",
                "{\"task_id\":\"a\",\"completion\":\"x | MALFORMED_JSON | Unexpected end",
            })
    void anUnusableRecordIsRejectedWithItsReason(String line, RejectReason reason, String message) {
        Reject reject = read(line).onlyReject();
        assertThat(reject.reason()).isEqualTo(reason);
        assertThat(reject.message()).contains(message);
    }

    /** The numbers are those of Python's json over the same file. */
    @Test
    void the8200PublishedSamplesAreReadWithTheirVerdicts() throws IOException {
        byte[] file;
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(ExternalData.file("generations/humaneval-codegen16b/samples.jsonl.gz")))) {
            file = in.readAllBytes();
        }
        CollectingSink sink = CollectingSink.read(new SamplesJsonl(), file, CollectingSink.WIDE_LIMITS);
        assertThat(sink.rejects()).isEmpty();
        assertThat(sink.samples()).hasSize(8200);
        assertThat(sink.samples().stream().filter(sample -> sample.stored() == StoredVerdict.RIGHT))
                .hasSize(1806);
        assertThat(sink.texts().stream().mapToLong(String::length).sum()).isEqualTo(1_766_706);
        Map<String, Integer> samples = new TreeMap<>();
        sink.samples().forEach(sample -> samples.merge(sample.fields().problemId(), 1, Integer::sum));
        assertThat(samples).hasSize(164);
        assertThat(samples.values()).containsOnly(50);

        CollectingSink parts = new CollectingSink();
        JsonLinesReader reader =
                new JsonLinesReader(new SamplesJsonl(), CollectingSink.WIDE_LIMITS, CollectingSink.FIRST_BYTES);
        for (int start = 0; start < file.length; start += 500_000) {
            DribblingStream in = new DribblingStream(file, Math.max(0, start - 1), 9000, start);
            reader.read(in, start, Math.min(file.length, start + 500_000), parts);
        }
        assertThat(parts.log()).isEqualTo(sink.log());
    }
}
