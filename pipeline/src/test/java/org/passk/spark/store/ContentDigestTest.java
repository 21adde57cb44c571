package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.PasskException;
import org.passk.model.Digests;

class ContentDigestTest {
    private final Configuration conf = new Configuration(false);

    @TempDir
    java.nio.file.Path folder;

    private InputFile file(String name, String text) throws IOException {
        java.nio.file.Path file = folder.resolve(name);
        Files.writeString(file, text);
        return new InputFile(
                "file:" + file,
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis(),
                "",
                "passk-jsonl",
                InputSplitTest.CONTEXT);
    }

    private static InputFile ofLength(long length) {
        return new InputFile("file:/f", length, 0, "", "passk-jsonl", InputSplitTest.CONTEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 131_071, 131_072})
    void theEndsOfASmallFileAreAllOfIt(int length) throws IOException {
        String text = "abcdefg".repeat(length / 7 + 1).substring(0, length);
        InputFile file = file("f", text);
        assertThat(ContentDigest.endsAreAll(file)).isTrue();
        assertThat(ContentDigest.of(ContentDigest.ends(file), conf)).isEqualTo(Digests.sha256(text));
    }

    @Test
    void theEndsOfALargeFileLeaveItsMiddleOutAndItsPiecesDoNot() throws IOException {
        String end = "x".repeat(65_536);
        InputFile one = file("one", end + "a" + end);
        InputFile other = file("other", end + "b" + end);
        assertThat(ContentDigest.endsAreAll(one)).isFalse();
        assertThat(ContentDigest.of(ContentDigest.ends(one), conf))
                .isEqualTo(ContentDigest.of(ContentDigest.ends(other), conf))
                .isEqualTo(Digests.sha256(end + end));
        assertThat(ContentDigest.of(ContentDigest.pieces(one).get(0), conf)).isEqualTo(Digests.sha256(end + "a" + end));
        InputFile third = file("third", end + "a" + end.substring(1) + "y");
        assertThat(ContentDigest.of(ContentDigest.ends(third), conf)).isNotEqualTo(Digests.sha256(end + end));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "67108864, 1", "67108865, 2", "1000000000000, 14902"})
    void thePiecesOfAFileMeet(long length, int count) {
        List<ContentDigest.Part> pieces = ContentDigest.pieces(ofLength(length));
        assertThat(pieces).hasSize(count);
        long at = 0;
        for (ContentDigest.Part piece : pieces) {
            assertThat(piece.head()).isZero();
            assertThat(piece.start()).isEqualTo(at);
            at = piece.end();
        }
        assertThat(at).isEqualTo(length);
    }

    @Test
    void aPieceInTheMiddleIsReadFromItsFirstByte() throws IOException {
        InputFile file = file("f", "0123456789");
        assertThat(ContentDigest.of(new ContentDigest.Part(file, 0, 3, 7), conf))
                .isEqualTo(Digests.sha256("3456"));
        assertThat(ContentDigest.of(new ContentDigest.Part(file, 2, 8, 10), conf))
                .isEqualTo(Digests.sha256("0189"));
    }

    @Test
    void aFileThatBecameShorterIsNotCompared() throws IOException {
        InputFile file = file("f", "0123456789");
        Files.write(folder.resolve("f"), "01".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ContentDigest.of(ContentDigest.ends(file), conf))
                .isInstanceOf(PasskException.class)
                .hasMessageContaining("changed before it was read");
    }
}
