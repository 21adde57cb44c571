package org.passk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The sandbox's server as its client sees it: a process that answers frames of JSON. */
final class ServerProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private final JsonNode hello;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        requests = new DataOutputStream(process.getOutputStream());
        answers = new DataInputStream(process.getInputStream());
        hello = receive();
    }

    /** A server of an interpreter that {@link #interpreter} has described. */
    static ServerProcess start(List<String> interpreter, Path work, String... options) throws IOException {
        return startBehind(List.of(), interpreter, work, options);
    }

    /** The same, started by another command. */
    static ServerProcess startBehind(List<String> prefix, List<String> interpreter, Path work, String... options)
            throws IOException {
        TreeSet<String> readable = new TreeSet<>(List.of("/usr", "/lib", "/lib64", "/etc/ld.so.cache"));
        readable.addAll(interpreter.subList(1, interpreter.size()));
        readable.add(script().getParent().toString());
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(interpreter.get(0), "-I", "-S", "-B", "-X", "utf8"));
        command.addAll(List.of(script().toString(), "--work", work.toString(), "--allow", String.join(",", readable)));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PYTHONHASHSEED", "0", "TZ", "UTC", "LANG", "C.UTF-8", "HOME", work.toString()));
        return new ServerProcess(builder.start());
    }

    /** Executable, prefix and base prefix behind whatever shim there is; the test is skipped when there is no such program. */
    static List<String> interpreter(String name) throws IOException {
        String question = "import sys; print(sys.executable, sys.prefix, sys.base_prefix, sep='\\n')";
        String answer;
        try {
            Process asked = new ProcessBuilder(name, "-c", question)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Assumptions.abort("there is no " + name + ": " + e.getMessage());
        }
        Assumptions.assumeTrue(answer.lines().count() == 3, name + " does not run");
        return answer.lines().toList();
    }

    private static Path script() {
        try {
            return Path.of(ServerProcess.class.getResource("server.py").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode hello() {
        return hello;
    }

    /** The processes that the server has started and that live. */
    List<ProcessHandle> processes() {
        return process.descendants().toList();
    }

    boolean alive() {
        return process.isAlive();
    }

    JsonNode ask(JsonNode request) throws IOException {
        send(request);
        return receive();
    }

    void send(JsonNode request) throws IOException {
        byte[] payload = JSON.writeValueAsBytes(request);
        requests.writeInt(payload.length);
        requests.write(payload);
        requests.flush();
    }

    JsonNode receive() throws IOException {
        byte[] payload = new byte[answers.readInt()];
        answers.readFully(payload);
        return JSON.readTree(payload);
    }

    /** Makes a suite known and insists that the server takes it. */
    void suite(String id, String tests) throws IOException {
        ObjectNode request =
                ((ObjectNode) JSON.readTree(tests)).put("op", "suite").put("id", id);
        JsonNode answer = ask(request);
        if (!answer.path("ok").booleanValue()) {
            throw new IOException("suite refused: " + answer);
        }
    }

    JsonNode run(String suite, String mode, String program) throws IOException {
        return ask(request(suite, mode, program));
    }

    /** A request with limits that tests can wait for. */
    static ObjectNode request(String suite, String mode, String program) {
        return JSON.createObjectNode()
                .put("op", "run")
                .put("id", 17)
                .put("suite", suite)
                .put("program", program)
                .put("mode", mode)
                .put("cpu", 2.0)
                .put("wall", 30.0)
                .put("memory", 256L << 20)
                .put("output", 100_000);
    }

    @Override
    public void close() throws IOException {
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requests.close();
        answers.close();
    }
}
