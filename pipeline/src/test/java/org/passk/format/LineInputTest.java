package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class LineInputTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LineInput open(String text) throws IOException {
        return new LineInput(new ByteArrayInputStream(bytes(text)), 0, Long.MAX_VALUE, 1 << 20);
    }

    private static List<String> lines(String text, long start, long end) throws IOException {
        byte[] all = bytes(text);
        int from = (int) Math.max(0, start - 1);
        LineInput input = new LineInput(new ByteArrayInputStream(all, from, all.length - from), start, end, 1 << 20);
        List<String> lines = new ArrayList<>();
        while (input.nextLine()) {
            lines.add(input.lineStart() + ":" + new String(input.line().readAllBytes(), StandardCharsets.UTF_8));
        }
        return lines;
    }

    @Test
    void linesComeWithTheirPositions() throws IOException {
        assertThat(lines("ab\n\nc\r\nd", 0, 100)).containsExactly("0:ab", "4:c\r", "7:d");
    }

    @Test
    void aRangeHoldsTheLinesThatBeginInIt() throws IOException {
        String text = "ab\ncd\nef\n";
        assertThat(lines(text, 0, 3)).containsExactly("0:ab");
        assertThat(lines(text, 0, 4)).containsExactly("0:ab", "3:cd");
        assertThat(lines(text, 3, 6)).containsExactly("3:cd");
        assertThat(lines(text, 4, 6)).isEmpty();
        assertThat(lines(text, 4, 7)).containsExactly("6:ef");
        assertThat(lines(text, 9, 20)).isEmpty();
        assertThat(lines(text, 0, 0)).isEmpty();
    }

    @Test
    void aRangeBeyondTheEndIsEmptyAndReadsNothing() throws IOException {
        LineInput input = new LineInput(new ByteArrayInputStream(new byte[0]), 50, 60, 10);
        assertThat(input.nextLine()).isFalse();
        assertThat(input.checksum()).isZero();
    }

    @Test
    void aLineLongerThanTheBufferIsGivenWhole() throws IOException {
        String line = "xyz".repeat(300_000);
        assertThat(lines(line + "\nq\n", 0, 1 << 20)).containsExactly("0:" + line, "900001:q");
    }

    @Test
    void aNewlineIsFoundAtEveryPlaceAndNothingElseIsTakenForOne() throws IOException {
        for (int before = 0; before < 20; before++) {
            for (int value = 1; value < 256; value++) {
                byte[] file = new byte[before + 12];
                Arrays.fill(file, (byte) value);
                file[before] = '\n';
                LineInput input = new LineInput(new ByteArrayInputStream(file), 0, before, 100);
                if (value != '\n' && value != '\r' && value < 0xFE && before > 0) {
                    assertThat(input.nextLine()).isTrue();
                    input.line().completeHead(100);
                    assertThat(input.line().length())
                            .as("%d times %d", before, value)
                            .isEqualTo(before);
                }
            }
        }
    }

    @Test
    void theRestOfALineIsPassedOver() throws IOException {
        LineInput input = open("abcdef\ngh\n");
        assertThat(input.nextLine()).isTrue();
        assertThat(input.line().read()).isEqualTo('a');
        assertThat(input.line().length()).isEqualTo(1);
        assertThat(input.nextLine()).isTrue();
        assertThat(input.lineStart()).isEqualTo(7);
        assertThat(input.line().read()).isEqualTo('g');
        assertThat(input.line().read()).isEqualTo('h');
        assertThat(input.line().read()).isEqualTo(-1);
        assertThat(input.line().read()).isEqualTo(-1);
        assertThat(input.nextLine()).isFalse();
        assertThat(input.nextLine()).isFalse();
        assertThat(input.position()).isEqualTo(10);
    }

    @Test
    void theHeadIsWhatWasReadOfTheLineAtMostFourKilobytes() throws IOException {
        LineInput input = open("ab" + "c".repeat(5000) + "\nx\n");
        assertThat(input.nextLine()).isTrue();
        assertThat(input.line().head(10)).isEmpty();
        assertThat(input.line().read(new byte[3], 0, 3)).isEqualTo(3);
        assertThat(input.line().head(2)).containsExactly('a', 'b');
        assertThat(input.line().head(10)).containsExactly('a', 'b', 'c');
        input.line().readAllBytes();
        assertThat(input.line().head(10_000)).hasSize(4096);
        assertThat(input.nextLine()).isTrue();
        assertThat(input.line().head(10)).isEmpty();
    }

    @Test
    void aLineAtTheLimitIsGivenAndNoByteBeyondIt() throws IOException {
        LineInput input = new LineInput(new ByteArrayInputStream(bytes("abc\nabcd\nab")), 0, 100, 3);
        assertThat(input.nextLine()).isTrue();
        assertThat(input.line().readAllBytes()).isEqualTo(bytes("abc"));
        assertThat(input.nextLine()).isTrue();
        byte[] target = new byte[10];
        assertThat(input.line().read(target, 0, 10)).isEqualTo(3);
        assertThatThrownBy(() -> input.line().read(target, 0, 10))
                .isInstanceOf(LineTooLongException.class)
                .hasMessageContaining("3");
        assertThat(input.nextLine()).isTrue();
        assertThat(input.line().readAllBytes()).isEqualTo(bytes("ab"));
    }

    @Test
    void theChecksumCoversWholeLinesReadOrNot() throws IOException {
        String text = "ab\n\ncdef\ng";
        LineInput input = open(text);
        while (input.nextLine()) {
            assertThat(input.line().read()).isPositive();
        }
        CRC32C expected = new CRC32C();
        expected.update(bytes(text));
        assertThat(input.checksum()).isEqualTo(expected.getValue());
    }
}
