package org.passk.benchmark.code;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A text as {@code base64(zlib(pickle(text)))}, bounded. */
final class PackedText {
    private static final int CHUNK = 1 << 16;

    private PackedText() {}

    /** The packed text is none, or too large. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * The text.
     *
     * @param packed in base64
     * @param maxBytes the most bytes to inflate to
     */
    static String unpack(String packed, int maxBytes) throws Unreadable {
        byte[] compressed;
        try {
            compressed = Base64.getDecoder().decode(packed.strip());
        } catch (IllegalArgumentException e) {
            throw new Unreadable("neither JSON nor base64");
        }
        return PickledString.read(inflate(compressed, maxBytes));
    }

    private static byte[] inflate(byte[] compressed, int maxBytes) throws Unreadable {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(maxBytes, CHUNK));
            byte[] buffer = new byte[CHUNK];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new Unreadable("the zlib stream ends early");
                }
                if (out.size() + count > maxBytes) {
                    throw new Unreadable("more than " + maxBytes + " bytes when decompressed");
                }
                out.write(buffer, 0, count);
            }
            if (inflater.getRemaining() > 0) {
                throw new Unreadable("something stands behind the zlib stream");
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new Unreadable("no zlib stream: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
