package org.passk.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Damages bytes as disks, networks, editors and wrong writers do. The same seed gives the same damage. */
public final class Mutator {
    /** What parsers stumble over. */
    private static final byte[][] TOKENS = {
        utf8("\""),
        utf8("\\"),
        utf8("{"),
        utf8("}"),
        utf8("["),
        utf8("]"),
        utf8(","),
        utf8(":"),
        utf8("\n"),
        utf8("\r\n"),
        utf8("\r"),
        utf8("\t"),
        utf8(" "),
        utf8("null"),
        utf8("true"),
        utf8("NaN"),
        utf8("-1"),
        utf8("1e999"),
        utf8("1e5"),
        utf8("9223372036854775808"),
        utf8("0.0000000000000000000000000000000000000001"),
        utf8("7".repeat(60)),
        utf8("\\ud83d"),
        utf8("\\ude00"),
        utf8("\\u0000"),
        utf8("\\u"),
        utf8("\\x"),
        utf8("\uFEFF"),
        utf8("\u2028"),
        utf8("😀"),
        utf8("[".repeat(40)),
        utf8("{\"a\":".repeat(30)),
        utf8(",\"text\":\"again\""),
        utf8(",\"idx\":1"),
        utf8("\"code\":[],"),
        utf8("../.."),
        utf8("n".repeat(70)),
        {0},
        {0, 0, 0, 0},
        {(byte) 0x80},
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xFF},
        {(byte) 0xFE, (byte) 0xFF},
        {(byte) 0xC3}
    };

    private static final String[][] SWAPS = {
        {"\"", ""},
        {":\"", ":["},
        {":[", ":"},
        {"true", "1"},
        {"0", "\"0\""},
        {"null", "{}"},
        {"1", "-1"},
        {"p", "\\u0070"}
    };

    private final Random random;

    /**
     * A source of damage.
     *
     * @param random decides all
     */
    public Mutator(Random random) {
        this.random = random;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One to three changes; may by chance be none. */
    public byte[] mutate(byte[] intact) {
        byte[] bytes = intact;
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int slice = bytes.length == 0 ? 0 : random.nextInt(Math.min(40, bytes.length - at + 1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        int from = at;
        switch (random.nextInt(8)) {
            case 0 -> {
                if (at < bytes.length) {
                    out.write(bytes[at] ^ 1 << random.nextInt(8));
                    from = at + 1;
                }
            }
            case 1 -> out.writeBytes(TOKENS[random.nextInt(TOKENS.length)]);
            case 2 -> from = at + slice;
            case 3 -> out.write(bytes, at, slice);
            case 4 -> from = bytes.length;
            case 5 -> {
                out.writeBytes(TOKENS[random.nextInt(TOKENS.length)]);
                from = at + slice;
            }
            case 6 -> {
                return swap(bytes, at);
            }
            default -> {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    out.write(random.nextInt(256));
                }
            }
        }
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    /** Replaces the next place of a text by another, so that a value changes its type. */
    private byte[] swap(byte[] bytes, int from) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String[] swap = SWAPS[random.nextInt(SWAPS.length)];
        int at = text.indexOf(swap[0], from);
        return at < 0
                ? bytes
                : (text.substring(0, at) + swap[1] + text.substring(at + swap[0].length()))
                        .getBytes(StandardCharsets.ISO_8859_1);
    }
}
