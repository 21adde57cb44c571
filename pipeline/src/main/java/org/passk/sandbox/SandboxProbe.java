package org.passk.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds out what can run and confine candidates on this machine, by doing it. */
public final class SandboxProbe {
    private static final long START_MILLIS = 60_000;
    private static final Path SELF = Path.of("/proc/self");

    private static final String SUITE = "probe";
    private static final String RIGHT = "def add(x, y):\n    return x + y\n";

    private SandboxProbe() {}

    /**
     * Finds the interpreter and tries the confinements, strongest first, with a program each.
     *
     * @param settings how candidates are to be run
     * @return what works
     * @throws org.passk.fault.PasskException of the kind CONFIGURATION when there is no interpreter
     */
    public static Capabilities probe(SandboxSettings settings) {
        Python python = PythonFinder.find(settings.python());
        ServerCommand command = new ServerCommand(python, settings.bubblewrap(), isRoot());
        List<String> findings = new ArrayList<>();
        for (Confinement confinement : List.of(Confinement.NAMESPACES, Confinement.KERNEL_FILTERS)) {
            Trial trial = trial(command, confinement);
            findings.add(confinement.text() + ": " + trial.finding());
            if (trial.works()) {
                return new Capabilities(python, confinement, findings, trial.numpy());
            }
        }
        return new Capabilities(python, Confinement.NONE, findings);
    }

    /** How it went to run a program in a confinement. */
    private record Trial(boolean works, String finding, String numpy) {
        static Trial failed(String reason) {
            return new Trial(false, reason, "");
        }
    }

    private static Trial trial(ServerCommand command, Confinement confinement) {
        try (SandboxServer server = SandboxServer.start(command, confinement, START_MILLIS)) {
            ServerHello hello = server.hello();
            if (!hello.confined()) {
                return Trial.failed(hello.reason());
            }
            server.ask(ServerRequest.suite(SUITE, tests()), START_MILLIS);
            ObjectNode candidate = ServerRequest.run(0, SUITE, RIGHT, "", SandboxMode.SPLIT, SandboxLimits.ofCpu(10));
            String outcome = server.ask(candidate, START_MILLIS).path("outcome").asText();
            if (!outcome.equals(SandboxResult.End.PASSED.name())) {
                return Trial.failed("a program that should pass came out as " + outcome);
            }
            String landlock = hello.landlock() > 0 ? ", Landlock " + hello.landlock() : ", no Landlock";
            String numpy = hello.numpy().isEmpty() ? ", no numpy" : ", numpy " + hello.numpy();
            return new Trial(true, "works" + landlock + numpy, hello.numpy());
        } catch (IOException e) {
            return Trial.failed(oneLine(
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())));
        }
    }

    /** A stack trace of Python says the most at its end. */
    private static String oneLine(String message) {
        List<String> lines = message.strip().lines().map(String::strip).toList();
        return lines.size() <= 2 ? String.join(" ", lines) : lines.get(0) + " … " + lines.get(lines.size() - 1);
    }

    private static ObjectNode tests() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "check")
                .put("prompt", "")
                .put("entry", "add")
                .put("test", "def check(candidate):\n    assert candidate(1, 2) == 3\n");
    }

    /** Whether this process is root's. */
    static boolean isRoot() {
        try {
            return Files.getAttribute(SELF, "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
