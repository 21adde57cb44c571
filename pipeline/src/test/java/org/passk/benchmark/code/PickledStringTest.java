package org.passk.benchmark.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pickles are those of CPython 3.11's {@code pickle.dumps}, unless said otherwise. */
class PickledStringTest {
    private static String read(String hex) throws PackedText.Unreadable {
        return PickledString.read(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "80049506000000000000008c025b5d942e, []",
        "80059506000000000000008c025b5d942e, []",
        "8004950a000000000000008c06c3a9f09f9880942e, é😀",
        // By hand: BINUNICODE8.
        "80048d02000000000000005b5d942e, []"
    })
    void aStringIsRead(String hex, String text) throws PackedText.Unreadable {
        assertThat(read(hex)).isEqualTo(text);
    }

    @Test
    void aStringOfMoreThan255BytesIsRead() throws PackedText.Unreadable {
        assertThat(read("8004953301000000000000582c010000" + "61".repeat(300) + "942e"))
                .isEqualTo("a".repeat(300));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A call of a function; a list of one string; a pair of strings.
                "80049516000000000000008c05706f736978948c0673797374656d9493942e",
                "8004950900000000000000 5d948c025b5d94612e",
                "8004950b000000000000008c0161948c01629486942e",
                // GLOBAL and REDUCE of protocol 0, and REDUCE behind a string.
                "80026f732e73797374656d0a2e",
                "80048c025b5d94522e",
                // Nothing; no opcode; no end; more behind the end; a string twice; a memo before the string.
                "80042e",
                "8004",
                "80048c025b5d94",
                "80048c025b5d942e00",
                "80048c015b8c015d2e",
                "8004948c025b5d2e",
                // Lengths beyond the end, or negative.
                "80048cff5b5d942e",
                "800458ffffffff5b5d942e",
                "80048dffffffffffffffff5b5d942e",
                "800495ffffffffffffff7f8c025b5d942e",
                "8004950600",
                // No UTF-8: a lone continuation byte; half a surrogate pair.
                "80048c0180942e",
                "80048c03eda080942e",
                // An unknown protocol, and none.
                "80068c025b5d942e",
                "8c025b5d942e",
                ""
            })
    void everythingElseIsRefused(String hex) {
        assertThatThrownBy(() -> read(hex.replace(" ", ""))).isInstanceOf(PackedText.Unreadable.class);
    }
}
