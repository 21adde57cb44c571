package org.passk.benchmark.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed texts are those of CPython 3.11's {@code b64encode(zlib.compress(pickle.dumps(text)))}. */
class PackedTextTest {
    private static final String PACKED =
            "eJxrYJlqxwABPVbR1UqZeQWlJUpWCkrGCiYxeUo6Ckr5pSVQIXOIQElqcUlJZUEqSKi4JCUzT6k2dooeALJaFKU=";
    private static final String TEXT = "[{\"input\": \"3 4\\n\", \"output\": \"7\\n\", \"testtype\": \"stdin\"}]";

    @Test
    void aPackedTextIsRead() throws PackedText.Unreadable {
        assertThat(PackedText.unpack(PACKED, 1000)).isEqualTo(TEXT);
        assertThat(PackedText.unpack('\n' + PACKED + '\n', 1000)).isEqualTo(TEXT);
    }

    @Test
    void theLimitIsTheNumberOfBytesThatZlibGives() throws PackedText.Unreadable {
        int pickled = TEXT.length() + 15;
        assertThat(PackedText.unpack(PACKED, pickled)).isEqualTo(TEXT);
        assertThatThrownBy(() -> PackedText.unpack(PACKED, pickled - 1))
                .isInstanceOf(PackedText.Unreadable.class)
                .hasMessage("more than " + (pickled - 1) + " bytes when decompressed");
    }

    @Test
    void aBombStopsAtTheLimit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            byte[] chunk = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                deflater.write(chunk);
            }
        }
        String bomb = Base64.getEncoder().encodeToString(bytes.toByteArray());
        assertThat(bomb.length()).isLessThan(1 << 20);
        assertThatThrownBy(() -> PackedText.unpack(bomb, 1 << 20))
                .isInstanceOf(PackedText.Unreadable.class)
                .hasMessageContaining("more than 1048576 bytes");
    }

    @Test
    void aCutOrPaddedStreamIsRefused() {
        byte[] stream = Base64.getDecoder().decode(PACKED);
        for (int length = 0; length < stream.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(stream, length));
            assertThatThrownBy(() -> PackedText.unpack(cut, 1000)).isInstanceOf(PackedText.Unreadable.class);
        }
        String padded = Base64.getEncoder().encodeToString(Arrays.copyOf(stream, stream.length + 1));
        assertThatThrownBy(() -> PackedText.unpack(padded, 1000)).hasMessageContaining("behind the zlib stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // os.system("true") by __reduce__, and a list.
                "eJxrYJkqzwABPawF+cWZFVN62Iori0tSc6dMntLDUlJUmjqldUrQFD0AA2gOlA==",
                "eJxrYJnqyAABsVN6rKKrlTLzCkpLlKwUlIwVTGLylHQUlPJLS6BC5hCBktTikpLKglSQUHFJSmaeUm3slEQ9AAfKFfo=",
                "[{\"input\": 1}",
                "not base64!",
                "AAAA"
            })
    void whatIsNoPackedTextIsRefused(String packed) {
        assertThatThrownBy(() -> PackedText.unpack(packed, 1000)).isInstanceOf(PackedText.Unreadable.class);
    }
}
