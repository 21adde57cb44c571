package org.passk.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the first byte that cannot stand in well-formed UTF-8 (Unicode 15.0, table 3-7), in bytes that arrive in parts.
 * JSON parsers let overlong forms, surrogates and code points above U+10FFFF pass, so that two different byte strings
 * would become one text. Not thread-safe.
 */
final class Utf8Check {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Continuation bytes that are still due, and the range of the next one. */
    private int due;

    private int low;
    private int high;

    /** A new text begins. */
    void begin() {
        due = 0;
    }

    /** Whether the text may end here. */
    boolean isComplete() {
        return due == 0;
    }

    /** Index of the first byte in [from, to) that makes the text ill-formed, or {@code to}. */
    int scan(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (due == 0) {
                while (i <= to - Long.BYTES && ((long) EIGHT_BYTES.get(bytes, i) & HIGH_BITS) == 0) {
                    i += Long.BYTES;
                }
                while (i < to && bytes[i] >= 0) {
                    i++;
                }
                if (i == to) {
                    return to;
                }
            }
            if (!accepts(bytes[i] & 0xff)) {
                return i;
            }
            i++;
        }
        return to;
    }

    private boolean accepts(int value) {
        if (due > 0) {
            due--;
            boolean legal = value >= low && value <= high;
            low = 0x80;
            high = 0xBF;
            return legal;
        }
        low = 0x80;
        high = 0xBF;
        if (value < 0x80) {
            return true;
        }
        if (value >= 0xC2 && value <= 0xDF) {
            due = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            due = 2;
            // Neither overlong forms nor surrogates.
            low = value == 0xE0 ? 0xA0 : 0x80;
            high = value == 0xED ? 0x9F : 0xBF;
        } else if (value >= 0xF0 && value <= 0xF4) {
            due = 3;
            // Neither overlong forms nor anything above U+10FFFF.
            low = value == 0xF0 ? 0x90 : 0x80;
            high = value == 0xF4 ? 0x8F : 0xBF;
        }
        return due > 0;
    }
}
