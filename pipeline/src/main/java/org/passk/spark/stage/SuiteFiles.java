package org.passk.spark.stage;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.passk.model.Reference.TestSuite;
import org.passk.spark.store.Decompression;

/**
 * Reads the records of problems out of their files. A compressed file stays open and is read on from where it was, so that
 * problems asked for in the order of the file cost one pass. Not thread-safe.
 */
final class SuiteFiles implements Closeable {
    private final Configuration conf;
    private String openFile = "";
    private InputStream stream;
    private long position;

    SuiteFiles(Configuration conf) {
        this.conf = conf;
    }

    /**
     * The bytes that a reference points to.
     *
     * @throws IOException if the file cannot be read, or ends before
     */
    byte[] record(TestSuite suite) throws IOException {
        Path path = new Path(suite.problemFile());
        if (Decompression.of(path) == Decompression.NONE) {
            byte[] record = new byte[suite.length()];
            try (FSDataInputStream in = path.getFileSystem(conf).open(path)) {
                in.readFully(suite.offset(), record);
            }
            return record;
        }
        if (!openFile.equals(suite.problemFile()) || position > suite.offset()) {
            close();
            stream = Decompression.of(path).open(path.getFileSystem(conf).open(path));
            openFile = suite.problemFile();
            position = 0;
        }
        stream.skipNBytes(suite.offset() - position);
        byte[] record = stream.readNBytes(suite.length());
        position = suite.offset() + record.length;
        if (record.length < suite.length()) {
            throw new EOFException(path + " ends at byte " + position);
        }
        return record;
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        openFile = "";
    }
}
