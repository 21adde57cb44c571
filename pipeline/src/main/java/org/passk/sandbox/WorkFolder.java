package org.passk.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder of one server: its program, and the only place where candidates may write. Deleted with it. */
final class WorkFolder implements AutoCloseable {
    /** The modules of the server, resources beside this class. */
    private static final List<String> MODULES = List.of(
            "server.py",
            "candidate.py",
            "checker.py",
            "checkers.py",
            "codec.py",
            "compat.py",
            "confine.py",
            "evalplus.py",
            "foresee.py",
            "livecode.py",
            "nursery.py",
            "remote.py",
            "sanitize.py",
            "session.py",
            "wire.py");

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 50;

    private final Path root;

    private WorkFolder(Path root) {
        this.root = root;
    }

    static WorkFolder make() throws IOException {
        // Others may enter: a server that gave up being root still has to read its program.
        Path root = Files.createTempDirectory(
                "passk-sandbox", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        WorkFolder folder = new WorkFolder(root);
        try {
            Path program = Files.createDirectory(folder.program());
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (String module : MODULES) {
                try (InputStream in = WorkFolder.class.getResourceAsStream(module)) {
                    if (in == null) {
                        throw new IOException("the module " + module + " is missing in the jar");
                    }
                    Files.copy(in, program.resolve(module));
                }
                Files.setPosixFilePermissions(program.resolve(module), PosixFilePermissions.fromString("rw-r--r--"));
            }
            Path work = Files.createDirectory(folder.work());
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
            return folder;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    Path program() {
        return root.resolve("server");
    }

    Path main() {
        return program().resolve(MODULES.get(0));
    }

    Path work() {
        return root.resolve("work");
    }

    @Override
    public void close() {
        for (int left = ATTEMPTS; left >= 0; left--) {
            try {
                Files.walkFileTree(root, new Deletion());
                return;
            } catch (IOException e) {
                // What was killed may still be about to write.
                if (left == 0 || !paused()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Deletes files and folders, also those that may not be read: a program can make such, and they are empty. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
