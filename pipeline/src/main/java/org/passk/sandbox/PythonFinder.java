package org.passk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;

/** Finds the interpreter that candidates run in. */
final class PythonFinder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OLDEST_MINOR = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A shim says where the interpreter is that it starts. */
    private static final String QUESTION = """
            import json, os, site, sys, sysconfig
            real = os.path.realpath(sys.executable)
            paths = sysconfig.get_paths()
            wanted = {sys.prefix, sys.base_prefix, sys.exec_prefix, paths['stdlib'], paths['platstdlib'], os.path.dirname(real)}
            sites = [os.path.realpath(path) for path in site.getsitepackages() if os.path.isdir(path)]
            wanted.update(sites)
            print(json.dumps({'executable': real, 'version': list(sys.version_info[:3]), 'prefixes': sorted(map(os.path.realpath, wanted)), 'sites': sites}))
            """;

    private PythonFinder() {}

    /**
     * Asks a command what interpreter it starts.
     *
     * @param command a name on the path, or a path
     * @throws PasskException of the kind CONFIGURATION when there is none that can be used
     */
    static Python find(String command) {
        Command.Output answer;
        try {
            answer = Command.run(List.of(command, "-I", "-c", QUESTION), PATIENCE);
        } catch (IOException e) {
            throw new PasskException(FaultKind.CONFIGURATION, none(command, e.getMessage()), e);
        }
        if (answer.exitCode() != 0) {
            throw PasskException.configuration(none(command, answer.firstLine()));
        }
        try {
            return read(command, JSON.readTree(answer.text()));
        } catch (IOException e) {
            throw new PasskException(FaultKind.CONFIGURATION, none(command, "it printed no answer"), e);
        }
    }

    private static Python read(String command, JsonNode answer) {
        JsonNode version = answer.path("version");
        String text = version.path(0).asInt() + "." + version.path(1).asInt() + "."
                + version.path(2).asInt();
        if (version.path(0).asInt() != 3 || version.path(1).asInt() < OLDEST_MINOR) {
            throw PasskException.configuration(none(command, "it is version " + text));
        }
        Path executable = Path.of(answer.path("executable").asText());
        if (!Files.isExecutable(executable)) {
            throw PasskException.configuration(none(command, executable + " cannot be executed"));
        }
        return new Python(
                executable.toString(), text, outermost(texts(answer.path("prefixes"))), texts(answer.path("sites")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Folders within others of the list say nothing. */
    private static List<String> outermost(List<String> folders) {
        List<String> kept = new ArrayList<>();
        for (String folder : new TreeSet<>(folders)) {
            boolean within = kept.stream().anyMatch(outer -> Path.of(folder).startsWith(outer));
            if (!within) {
                kept.add(folder);
            }
        }
        return kept;
    }

    private static String none(String command, String reason) {
        return "no Python 3." + OLDEST_MINOR + " or newer is started by '" + command + "': " + reason
                + "; name one with the setting verify.code.python, or --python";
    }
}
