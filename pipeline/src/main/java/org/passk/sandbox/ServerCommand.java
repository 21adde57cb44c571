package org.passk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a server. */
final class ServerCommand {
    /** Where a distribution keeps programs and shared libraries; often links into {@code /usr}. */
    private static final List<String> SYSTEM = List.of("/usr", "/lib", "/lib64", "/bin");

    /** What the loader of shared libraries reads. */
    private static final List<String> LOADER = List.of("/etc/ld.so.cache", "/etc/alternatives");

    /** The largest file system of a candidate in name spaces, in bytes. */
    private static final String WORK_BYTES = Long.toString(128L << 20);

    private static final String INSIDE_PROGRAM = "/passk";
    private static final String INSIDE_WORK = "/work";

    /** Nobody. */
    private static final String USER = "65534";

    private final Python python;
    private final String bubblewrap;
    private final boolean root;

    /**
     * Commands for an interpreter.
     *
     * @param root whether the JVM runs as root: then a server without name spaces gives that up first
     */
    ServerCommand(Python python, String bubblewrap, boolean root) {
        this.python = python;
        this.bubblewrap = bubblewrap;
        this.root = root;
    }

    /** The command that starts a server in a folder. */
    List<String> of(Confinement confinement, WorkFolder folder) {
        return switch (confinement) {
            case NAMESPACES -> inNamespaces(folder);
            case KERNEL_FILTERS -> outside(folder, "full");
            case NONE -> outside(folder, "none");
        };
    }

    private List<String> outside(WorkFolder folder, String confine) {
        List<String> command = interpreter(
                folder.main().toString(),
                folder.work().toString(),
                folder.program().toString(),
                confine);
        if (root) {
            command.add("--drop-user");
            command.add(USER);
        }
        return command;
    }

    private List<String> inNamespaces(WorkFolder folder) {
        List<String> command = new ArrayList<>(List.of(
                bubblewrap, "--unshare-all", "--die-with-parent", "--new-session", "--uid", USER, "--gid", USER));
        for (String path : SYSTEM) {
            mount(command, Path.of(path));
        }
        for (String path : LOADER) {
            command.addAll(List.of("--ro-bind-try", path, path));
        }
        for (String prefix : python.prefixes()) {
            if (SYSTEM.stream().noneMatch(system -> Path.of(prefix).startsWith(system))) {
                command.addAll(List.of("--ro-bind", prefix, prefix));
            }
        }
        command.addAll(List.of("--ro-bind", folder.program().toString(), INSIDE_PROGRAM));
        // Of the name space alone; candidates may not read even that.
        command.addAll(List.of("--proc", "/proc"));
        command.addAll(List.of("--dev", "/dev", "--size", WORK_BYTES, "--tmpfs", INSIDE_WORK, "--chdir", INSIDE_WORK));
        command.addAll(
                interpreter(INSIDE_PROGRAM + "/" + folder.main().getFileName(), INSIDE_WORK, INSIDE_PROGRAM, "full"));
        return command;
    }

    private static void mount(List<String> command, Path path) {
        if (Files.isSymbolicLink(path)) {
            try {
                command.addAll(List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString()));
            } catch (IOException e) {
                command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
            }
        } else if (Files.isDirectory(path)) {
            command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
        }
    }

    private List<String> interpreter(String main, String work, String program, String confine) {
        List<String> allowed = new ArrayList<>(python.prefixes());
        allowed.add(program);
        for (String path : SYSTEM) {
            if (Files.exists(Path.of(path))) {
                allowed.add(path);
            }
        }
        allowed.addAll(LOADER);
        List<String> command =
                new ArrayList<>(List.of(python.executable(), "-I", "-S", "-B", "-X", "utf8", main, "--work", work));
        command.addAll(List.of("--allow", String.join(",", allowed), "--confine", confine));
        if (!python.sites().isEmpty()) {
            command.addAll(List.of("--site", String.join(",", python.sites())));
        }
        return command;
    }
}
