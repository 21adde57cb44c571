package org.passk.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;

/**
 * What tells one state of a file from another: asked when the run is planned, and again by each task before the first
 * byte and after the last one. A change that keeps length, modification time and ETag is not seen.
 *
 * @param path fully qualified
 * @param length in bytes
 * @param modificationTime in milliseconds since 1970
 * @param etag the store's own version mark, or empty
 */
record PlannedFile(String path, long length, long modificationTime, String etag) {

    static PlannedFile of(FileStatus status) {
        return new PlannedFile(
                status.getPath().toString(), status.getLen(), status.getModificationTime(), etagOf(status));
    }

    static PlannedFile of(InputSplit split) {
        return new PlannedFile(split.path(), split.fileLength(), split.modificationTime(), split.etag());
    }

    static PlannedFile of(InputFile file) {
        return new PlannedFile(file.path(), file.length(), file.modificationTime(), file.etag());
    }

    private static String etagOf(FileStatus status) {
        return status instanceof EtagSource source && source.getEtag() != null ? source.getEtag() : "";
    }

    /** Something that reads a file. */
    interface Reading<R> {
        R read() throws IOException;
    }

    /**
     * Reads the file in its planned state, or not at all: what is read of another state is never returned. Trouble of the
     * reading that a change explains is reported as the change.
     *
     * @throws PasskException of kind INPUT if the file is gone or another one, before or after
     */
    <R> R during(FileSystem files, Reading<R> reading) throws IOException {
        requireUnchanged(files, "before");
        R result;
        try {
            result = reading.read();
        } catch (IOException e) {
            throw explained(files, e);
        } catch (RuntimeException e) {
            throw explained(files, e);
        }
        requireUnchanged(files, "while");
        return result;
    }

    private <E extends Exception> E explained(FileSystem files, E trouble) throws IOException {
        try {
            requireUnchanged(files, "while");
        } catch (PasskException change) {
            change.addSuppressed(trouble);
            throw change;
        } catch (IOException e) {
            trouble.addSuppressed(e);
        }
        return trouble;
    }

    private void requireUnchanged(FileSystem files, String when) throws IOException {
        FileStatus status;
        try {
            status = files.getFileStatus(new Path(path));
        } catch (FileNotFoundException e) {
            throw PasskException.input(path + ": was removed " + when + " it was read (planned " + state() + ")");
        }
        PlannedFile now = new PlannedFile(path, status.getLen(), status.getModificationTime(), etagOf(status));
        if (!equals(now)) {
            throw PasskException.input(path + ": changed " + when + " it was read (planned " + state() + ", now "
                    + now.state() + "): run again when it is complete");
        }
    }

    private String state() {
        String mark = etag.isEmpty() ? "" : ", ETag " + etag;
        return String.format(Locale.ROOT, "%,d bytes of %s%s", length, Instant.ofEpochMilli(modificationTime), mark);
    }
}
