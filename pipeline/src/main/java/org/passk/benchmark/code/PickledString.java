package org.passk.benchmark.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a pickle that is one string and nothing else (Python's protocols 4 and 5). Pickles are programs: every opcode but
 * those that such a pickle consists of is refused, so nothing of it is ever carried out.
 */
final class PickledString {
    private static final int PROTO = 0x80;
    private static final int FRAME = 0x95;
    private static final int MEMOIZE = 0x94;
    private static final int SHORT_BINUNICODE = 0x8c;
    private static final int BINUNICODE = 'X';
    private static final int BINUNICODE8 = 0x8d;
    private static final int STOP = '.';
    private static final int MAX_PROTOCOL = 5;

    private final ByteBuffer in;

    private PickledString(byte[] pickle) {
        this.in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    static String read(byte[] pickle) throws PackedText.Unreadable {
        return new PickledString(pickle).read();
    }

    private String read() throws PackedText.Unreadable {
        if (opcode() != PROTO) {
            throw new PackedText.Unreadable("no pickle of protocol 2 or later");
        }
        int protocol = opcode();
        if (protocol > MAX_PROTOCOL) {
            throw new PackedText.Unreadable("pickle of the unknown protocol " + protocol);
        }
        String text = null;
        boolean memoized = false;
        while (true) {
            int opcode = opcode();
            if (opcode == FRAME) {
                // Frames are a hint for readers of streams.
                length(Long.BYTES);
            } else if (opcode == MEMOIZE && text != null && !memoized) {
                memoized = true;
            } else if (opcode == STOP && text != null) {
                break;
            } else if (isString(opcode) && text == null) {
                text = string(length(widthOf(opcode)));
            } else {
                throw new PackedText.Unreadable(
                        "the pickle is no single string: opcode 0x" + Integer.toHexString(opcode));
            }
        }
        if (in.hasRemaining()) {
            throw new PackedText.Unreadable("something stands behind the pickle");
        }
        return text;
    }

    private static boolean isString(int opcode) {
        return opcode == SHORT_BINUNICODE || opcode == BINUNICODE || opcode == BINUNICODE8;
    }

    private static int widthOf(int opcode) {
        return opcode == SHORT_BINUNICODE ? 1 : opcode == BINUNICODE ? Integer.BYTES : Long.BYTES;
    }

    private int opcode() throws PackedText.Unreadable {
        return (int) unsigned(1);
    }

    /** A length that what follows does have. */
    private int length(int width) throws PackedText.Unreadable {
        long length = unsigned(width);
        if (length < 0 || length > in.remaining()) {
            throw early();
        }
        return (int) length;
    }

    private long unsigned(int width) throws PackedText.Unreadable {
        if (in.remaining() < width) {
            throw early();
        }
        return switch (width) {
            case 1 -> Byte.toUnsignedLong(in.get());
            case Integer.BYTES -> Integer.toUnsignedLong(in.getInt());
            default -> in.getLong();
        };
    }

    private String string(int bytes) throws PackedText.Unreadable {
        ByteBuffer part = in.slice(in.position(), bytes);
        in.position(in.position() + bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
        } catch (CharacterCodingException e) {
            throw new PackedText.Unreadable("the pickled string is not UTF-8");
        }
    }

    private static PackedText.Unreadable early() {
        return new PackedText.Unreadable("the pickle ends early");
    }
}
