package org.passk.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTextTest {
    private static String units(String hex) {
        StringBuilder text = new StringBuilder();
        for (String unit : hex.split(" ")) {
            text.append((char) Integer.parseInt(unit, 16));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0061", "0000", "FFFD", "D83D DE00", "0078 D83D DE00 D83D DE00 0079", "FFFF"})
    void wholePairsAreUnicode(String hex) {
        assertThat(UnicodeText.isWellFormed(units(hex))).isTrue();
        assertThat(UnicodeText.isWellFormed("")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"D83D", "DE00", "D83D 0061", "0061 DE00", "D83D D83D DE00", "D83D DE00 DE00", "DE00 D83D"})
    void halfAPairIsNot(String hex) {
        assertThat(UnicodeText.isWellFormed(units(hex))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 9, 10, 13, 27, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066,
                0x2069
            })
    void whatDoesNotShowAsItIsBecomesASpace(int code) {
        String text = "a" + Character.toString(code) + "b";
        assertThat(UnicodeText.isPlain(text)).isFalse();
        assertThat(UnicodeText.plain(text)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0020", "00E9", "D83D DE00", "6F22", "00A0", "200D", "2027", "202F", "2065", "206A"})
    void otherTextStaysAsItIs(String hex) {
        assertThat(UnicodeText.plain(units(hex))).isEqualTo(units(hex));
    }
}
