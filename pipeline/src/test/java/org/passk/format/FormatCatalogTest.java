package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatCatalogTest {
    @Test
    void aFormatIsFoundByItsNameAndByItsFields() {
        assertThat(FormatCatalog.names()).containsExactly("passk-jsonl", "qwen-math", "samples_jsonl");
        for (String name : FormatCatalog.names()) {
            assertThat(FormatCatalog.named(name))
                    .get()
                    .extracting(RecordFormat::name)
                    .isEqualTo(name);
        }
        assertThat(FormatCatalog.named("csv")).isEmpty();
        assertThat(FormatCatalog.recognise(Set.of("problem_id", "text"))).get().isInstanceOf(PasskJsonl.class);
        assertThat(FormatCatalog.recognise(Set.of("idx", "code"))).get().isInstanceOf(QwenMathJsonl.class);
        assertThat(FormatCatalog.recognise(Set.of("task_id", "completion")))
                .get()
                .isInstanceOf(SamplesJsonl.class);
        assertThat(FormatCatalog.recognise(Set.of("task_id", "solution"))).get().isInstanceOf(SamplesJsonl.class);
        // A problem file is no file of samples.
        assertThat(FormatCatalog.recognise(Set.of("task_id", "prompt", "canonical_solution")))
                .isEmpty();
        assertThat(FormatCatalog.recognise(Set.of("doc_id", "resps"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,1", "1,0,1,1", "1,1,0,1", "1,1,1,0", "-1,1,1,1"})
    void limitsBelowOneAreRefused(int text, long record, int depth, int number) {
        assertThatThrownBy(() -> new ReadLimits(text, record, depth, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }
}
