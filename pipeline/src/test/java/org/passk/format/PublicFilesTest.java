package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.model.StoredVerdict;
import org.passk.testing.ExternalData;

/** Published outputs of evaluation scripts. The counts are those of Python's json module over the same files. */
class PublicFilesTest {
    private static final int SPLIT = 300_000;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // file, answers, answers with a true score, UTF-16 characters of all answers
        "generations/qwen2.5-math-cot-100/math_cot_100.jsonl, 800, 728, 930796",
        "generations/gsm8k-tora/tora-70b-v1.0.jsonl, 1319, 0, 897934",
    })
    void everyAnswerOfAPublicFileIsRead(String name, int answers, int right, long characters) throws IOException {
        Path path = ExternalData.file(name);
        byte[] file = Files.readAllBytes(path);
        CollectingSink whole = CollectingSink.read(new QwenMathJsonl(), file, CollectingSink.WIDE_LIMITS);
        assertThat(whole.rejects()).isEmpty();
        assertThat(whole.samples()).hasSize(answers);
        assertThat(whole.samples().stream().filter(sample -> sample.stored() == StoredVerdict.RIGHT))
                .hasSize(right);
        assertThat(whole.texts().stream().mapToLong(String::length).sum()).isEqualTo(characters);

        CollectingSink parts = new CollectingSink();
        JsonLinesReader reader =
                new JsonLinesReader(new QwenMathJsonl(), CollectingSink.WIDE_LIMITS, CollectingSink.FIRST_BYTES);
        for (int start = 0; start < file.length; start += SPLIT) {
            DribblingStream in = new DribblingStream(file, Math.max(0, start - 1), 9000, start);
            reader.read(in, start, Math.min(file.length, start + SPLIT), parts);
        }
        assertThat(parts.log()).isEqualTo(whole.log());
    }
}
