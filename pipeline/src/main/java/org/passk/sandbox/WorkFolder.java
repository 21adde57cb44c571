package org.passk.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one server: its program, and the only place where candidates may write. Deleted with it. */
final class WorkFolder implements AutoCloseable {
    /** The modules of the server, resources beside this class. */
    private static final List<String> MODULES = List.of(
            "server.py",
            "candidate.py",
            "checker.py",
            "codec.py",
            "compat.py",
            "confine.py",
            "evalplus.py",
            "livecode.py",
            "nursery.py",
            "remote.py",
            "session.py",
            "wire.py");

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
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
