package org.passk.spark.store;

import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.Path;
import org.passk.format.BrokenStreamException;

/** How the bytes of a file become its text: by the ending of its name. */
public enum Decompression {
    /** The bytes as they are: the file can be cut anywhere. */
    NONE,
    /** {@code .gz}. */
    GZIP,
    /** {@code .zst}. */
    ZSTD;

    private static final int BUFFER = 1 << 16;

    /** The decompression that a file's name asks for. */
    public static Decompression of(Path path) {
        String name = path.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? GZIP : name.endsWith(".zst") ? ZSTD : NONE;
    }

    /**
     * Decompresses.
     *
     * @param raw the file's bytes
     * @return the text's bytes; damaged data ends in a {@link BrokenStreamException}
     * @throws IOException if the stream cannot be read
     */
    public InputStream open(InputStream raw) throws IOException {
        return switch (this) {
            case NONE -> raw;
            case GZIP -> new Checked(raw, true);
            case ZSTD -> new Checked(raw, false);
        };
    }

    /**
     * Tells damaged data from trouble of the file system: whatever the raw stream throws passes as it is, and what the
     * decoder throws by itself becomes a BrokenStreamException.
     */
    private static final class Checked extends BlockStream {
        private final Raw raw;
        private final boolean gzip;
        private InputStream decoder;

        Checked(InputStream in, boolean gzip) {
            this.raw = new Raw(in);
            this.gzip = gzip;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                if (decoder == null) {
                    decoder = gzip ? new GzipMembers(raw, BUFFER) : new ZstdInputStream(new LastByteApart(raw, BUFFER));
                }
                return decoder.read(target, offset, length);
            } catch (EOFException | ZipException e) {
                throw broken(e);
            } catch (IOException e) {
                throw raw.failure == null ? broken(e) : e;
            }
        }

        private IOException broken(IOException e) {
            if (raw.failure != null) {
                return raw.failure;
            }
            String said = e.getMessage() == null ? "unexpected end" : e.getMessage();
            return new BrokenStreamException("the " + (gzip ? "gzip" : "zstd") + " stream is damaged: " + said, e);
        }

        @Override
        public void close() throws IOException {
            if (decoder != null) {
                decoder.close();
            }
            raw.close();
        }
    }

    /** Remembers a failure of the file system below the decoder. */
    private static final class Raw extends FilterInputStream {
        private IOException failure;

        Raw(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
