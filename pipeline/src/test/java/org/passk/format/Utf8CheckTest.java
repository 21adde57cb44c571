package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checked against the decoder of the JDK, which reports malformed bytes. */
class Utf8CheckTest {
    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean passes(byte[] bytes, int cut) {
        Utf8Check check = new Utf8Check();
        check.begin();
        return check.scan(bytes, 0, cut) == cut
                && check.scan(bytes, cut, bytes.length) == bytes.length
                && check.isComplete();
    }

    @Test
    void allSequencesOfTwoBytesAndAllBeginningsOfThreeAndFourAreJudgedAsTheJdkDoes() {
        int[] third = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
        for (int a = 0; a < 256; a++) {
            for (int b = 0; b < 256; b++) {
                byte[] two = {(byte) a, (byte) b};
                assertThat(passes(two, 1)).as("%x %x", a, b).isEqualTo(isUtf8(two));
                if (a < 0xC0) {
                    continue;
                }
                for (int c : third) {
                    byte[] three = {(byte) a, (byte) b, (byte) c};
                    assertThat(passes(three, 2)).as("%x %x %x", a, b, c).isEqualTo(isUtf8(three));
                    byte[] four = {(byte) a, (byte) b, (byte) c, (byte) 0x85};
                    assertThat(passes(four, 3)).as("%x %x %x 85", a, b, c).isEqualTo(isUtf8(four));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void randomDamageIsFoundWhereverTheTextIsCut(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append("a".repeat(random.nextInt(10)));
                int point = random.nextInt(0x110000);
                text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 'x' : point);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(3) > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(passes(bytes, random.nextInt(bytes.length + 1))).isEqualTo(isUtf8(bytes));
        }
    }
}
