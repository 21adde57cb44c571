package org.passk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.BrokenStreamException;

class RecordLinesTest {
    private static List<String> lines(Reader in) throws IOException, RecordLines.TooLong {
        RecordLines lines = new RecordLines(in);
        List<String> all = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }

    /** Gives one character at a time, so that every line end is cut. */
    private static Reader slow(String text) {
        return new StringReader(text) {
            @Override
            public int read(char[] target) throws IOException {
                return super.read(target, 0, 1);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "a", "a\n", "a\nb", "a\r\nb\r\n", "a\rb\r", "\r\r\n\n\r", "a\n\r\nb", "\r\n", "a\r"})
    void linesEndAsTheyDoForTheJdk(String text) throws IOException, RecordLines.TooLong {
        List<String> expected =
                new BufferedReader(new StringReader(text)).lines().toList();
        assertThat(lines(new StringReader(text))).isEqualTo(expected);
        assertThat(lines(slow(text))).isEqualTo(expected);
    }

    @Test
    void aLineWithoutEndIsTroubleOfTheInputWithItsPlace() {
        InputStream endless = new InputStream() {
            private int given;

            @Override
            public int read() {
                return given++ == 0 ? '\n' : 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    target[offset + i] = (byte) read();
                }
                return length;
            }
        };
        assertThatThrownBy(() -> ProblemReader.read(endless, "p.jsonl", "b", "passk"))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INPUT))
                .hasMessage("p.jsonl line 2: the line is longer than 67108864 characters");
    }

    @Test
    void aDamagedStreamIsTroubleOfTheInput() {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new BrokenStreamException("the gzip stream is damaged: unexpected end", new IOException());
            }
        };
        assertThatThrownBy(() -> ProblemReader.read(broken, "p.jsonl.gz", "b", "passk"))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INPUT))
                .hasMessage("p.jsonl.gz: after line 0 the gzip stream is damaged: unexpected end");
    }

    @Test
    void halfASurrogatePairInAReferenceIsTroubleOfTheInput() {
        InputStream in = new ByteArrayInputStream("{\"answer\":\"\\ud83d\"}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ProblemReader.read(in, "p.jsonl", "b", "passk"))
                .isInstanceOf(PasskException.class)
                .hasMessage("p.jsonl line 1: \"answer\" holds half a surrogate pair, which is no Unicode text");
    }
}
