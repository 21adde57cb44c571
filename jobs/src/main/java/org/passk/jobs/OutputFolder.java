package org.passk.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;

/** The folder that a study writes to: reports and status at its top, the store below. */
public final class OutputFolder {
    private final Path folder;
    private final FileSystem files;

    /**
     * Opens a folder, which need not exist.
     *
     * @param folder its path
     * @param conf Hadoop's configuration
     */
    public OutputFolder(String folder, Configuration conf) {
        try {
            Path path = new Path(folder);
            this.files = path.getFileSystem(conf);
            this.folder = files.makeQualified(path);
        } catch (IOException e) {
            throw FileTrouble.of(folder, e);
        } catch (IllegalArgumentException e) {
            throw PasskException.configuration("study.output: " + folder + " is no path: " + e.getMessage());
        } catch (RuntimeException e) {
            throw FileTrouble.known(folder, e).orElseThrow(() -> e);
        }
    }

    /**
     * Creates the folder where it does not exist yet.
     *
     * @throws PasskException of kind CONFIGURATION if a file is in its place
     */
    public void create() {
        try {
            if (files.mkdirs(folder) && files.getFileStatus(folder).isDirectory()) {
                return;
            }
        } catch (ParentNotDirectoryException | FileAlreadyExistsException e) {
            throw inTheWay();
        } catch (IOException e) {
            throw FileTrouble.of(display() + ": cannot be created", e);
        }
        throw inTheWay();
    }

    private PasskException inTheWay() {
        return PasskException.configuration(
                "study.output: " + display() + " cannot be a folder, a file is in its place or above it");
    }

    /** The store of segments and tables. */
    public Path store() {
        return new Path(folder, "store");
    }

    /** The folder's path as people write it. */
    public String display() {
        return "file".equals(folder.toUri().getScheme()) ? folder.toUri().getPath() : folder.toString();
    }

    /** Reads a file of text; empty where there is none. */
    Optional<String> read(String name) {
        try (var in = files.open(new Path(folder, name))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileTrouble.of(new Path(folder, name).toString(), e);
        }
    }

    /** Writes a file of text, over the one of that name. */
    public void write(String name, String text) {
        write(name, out -> out.write(text));
    }

    /** A text that is written bit by bit. */
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to; stays open
         * @throws IOException if it cannot be written to
         */
        void to(Writer out) throws IOException;
    }

    /** Writes a file of text that need not fit into memory, over the one of that name. */
    public void write(String name, Content text) {
        try (Writer out = new OutputStreamWriter(files.create(new Path(folder, name), true), StandardCharsets.UTF_8)) {
            text.to(out);
        } catch (IOException e) {
            throw PasskException.external(new Path(folder, name) + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
