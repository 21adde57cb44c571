package org.passk.spark.store;

import java.io.IOException;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;

/** SHA-256 over parts of an input file, by which files of equal length are compared. */
public final class ContentDigest {
    /** What is read of each end of a file before the whole is: files that differ mostly differ there. */
    static final int END_BYTES = 1 << 16;

    /** One task's share of a file that is compared as a whole, so that a large file is read in parallel. */
    static final long PIECE_BYTES = 1L << 26;

    private static final int BUFFER = 1 << 16;

    /**
     * A part of a file: everything in [0, head) and in [start, end).
     *
     * @param file the file as it was planned
     * @param head end of what is read from the first byte on
     * @param start first byte of the other range, at least {@code head}
     * @param end first byte after it
     */
    public record Part(InputFile file, long head, long start, long end) implements Serializable {}

    private ContentDigest() {}

    /** Both ends of a file, which of a small one are the whole. */
    public static Part ends(InputFile file) {
        long head = Math.min(END_BYTES, file.length());
        return new Part(file, head, Math.max(head, file.length() - END_BYTES), file.length());
    }

    /** Whether the ends are all of a file. */
    public static boolean endsAreAll(InputFile file) {
        return file.length() <= 2L * END_BYTES;
    }

    /** A file's bytes in pieces, in order. */
    public static List<Part> pieces(InputFile file) {
        List<Part> pieces = new ArrayList<>();
        for (long start = 0; start < file.length(); start += PIECE_BYTES) {
            pieces.add(new Part(file, 0, start, Math.min(file.length(), start + PIECE_BYTES)));
        }
        return pieces;
    }

    /**
     * The digest of a part, as 64 hexadecimal digits.
     *
     * @param part what to read
     * @param conf Hadoop's configuration
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if the file is not the one that was planned
     */
    public static String of(Part part, Configuration conf) throws IOException {
        Path path = new Path(part.file.path());
        FileSystem files = path.getFileSystem(conf);
        return PlannedFile.of(part.file).during(files, () -> {
            MessageDigest digest = sha256();
            try (FSDataInputStream in = files.open(path)) {
                update(digest, in, part.head);
                if (part.start > part.head) {
                    in.seek(part.start);
                }
                update(digest, in, part.end - part.start);
            }
            return HexFormat.of().formatHex(digest.digest());
        });
    }

    private static void update(MessageDigest digest, FSDataInputStream in, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                // The file became shorter, which is found out when the reading ends.
                return;
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has to provide SHA-256.
            throw new IllegalStateException(e);
        }
    }
}
