package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputSplitTest {
    static final SourceContext CONTEXT = new SourceContext(0, "m", "b", "", 0.6, 0.95, -1, 1, -1);

    private static InputSplit split(long length, long time, String etag, String format, long start, long end) {
        return new InputSplit("file:/in.jsonl", length, time, etag, format, start, end, CONTEXT);
    }

    @Test
    void theKeyChangesWithEverythingThatTheRowsDependOn() {
        InputSplit split = split(100, 5, "", "passk-jsonl", 0, 50);
        SourceContext seed2 = new SourceContext(0, "m", "b", "", 0.6, 0.95, -1, 2, -1);
        List<String> keys = List.of(
                split.segmentKey("math 1"),
                split.segmentKey("math 2"),
                split(101, 5, "", "passk-jsonl", 0, 50).segmentKey("math 1"),
                split(100, 6, "", "passk-jsonl", 0, 50).segmentKey("math 1"),
                split(100, 5, "e", "passk-jsonl", 0, 50).segmentKey("math 1"),
                split(100, 5, "", "qwen-math", 0, 50).segmentKey("math 1"),
                split(100, 5, "", "passk-jsonl", 1, 50).segmentKey("math 1"),
                split(100, 5, "", "passk-jsonl", 0, 51).segmentKey("math 1"),
                new InputSplit("file:/in2.jsonl", 100, 5, "", "passk-jsonl", 0, 50, CONTEXT).segmentKey("math 1"),
                new InputSplit("file:/in.jsonl", 100, 5, "", "passk-jsonl", 0, 50, seed2).segmentKey("math 1"));
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{32}"));
        assertThat(split(100, 5, "", "passk-jsonl", 0, 50).segmentKey("math 1")).isEqualTo(keys.get(0));
    }

    @Test
    void theOrderOfTheEntriesChangesNoKey() {
        SourceContext later = new SourceContext(3, "m", "b", "", 0.6, 0.95, -1, 1, -1);
        assertThat(new InputSplit("file:/in.jsonl", 100, 5, "", "x", 0, 50, later).segmentKey("math 1"))
                .isEqualTo(split(100, 5, "", "x", 0, 50).segmentKey("math 1"));
    }

    @Test
    void itsBytesAreThoseInsideTheFile() {
        assertThat(split(100, 0, "", "x", 20, 70).bytes()).isEqualTo(50);
        assertThat(split(100, 0, "", "x", 0, Long.MAX_VALUE).bytes()).isEqualTo(100);
        assertThat(split(100, 0, "", "x", 90, 120).bytes()).isEqualTo(10);
        assertThat(split(0, 0, "", "x", 0, 0).bytes()).isZero();
    }
}
