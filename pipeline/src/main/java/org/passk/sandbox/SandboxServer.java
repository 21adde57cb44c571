package org.passk.sandbox;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One running server and the frames that go to it and come from it: four bytes of length, big-endian, then a JSON object
 * in UTF-8. Each request has one answer. For one thread; {@link #close} may be called from any.
 */
final class SandboxServer implements AutoCloseable {
    /** Half a surrogate pair, which a text of a model may hold, has no UTF-8; Python reads NaN without quotes. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    /** An answer holds a verdict and a short message. */
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private static final int MAX_LOG_CHARS = 4_000;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long END_MILLIS = 2_000;

    private final Process process;
    private final WorkFolder folder;
    private final DataOutputStream requests;
    private final BlockingQueue<Received> received = new ArrayBlockingQueue<>(2);
    private final StringBuilder log = new StringBuilder();
    private final ServerHello hello;

    /** A frame, or the trouble that ended the stream. */
    private record Received(Optional<JsonNode> frame, String trouble) {}

    private SandboxServer(Process process, WorkFolder folder, long helloMillis) throws IOException {
        this.process = process;
        this.folder = folder;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES));
        thread("answers", this::readAnswers);
        thread("log", this::readLog);
        this.hello = ServerHello.of(answer(helloMillis));
    }

    /**
     * Starts a server.
     *
     * @throws IOException when it cannot be started or does not report; the message holds what it said
     */
    static SandboxServer start(ServerCommand command, Confinement confinement, long helloMillis) throws IOException {
        WorkFolder folder = WorkFolder.make();
        Process process;
        try {
            process = process(command.of(confinement, folder), folder).start();
        } catch (IOException e) {
            folder.close();
            throw e;
        }
        try {
            return new SandboxServer(process, folder, helloMillis);
        } catch (IOException e) {
            end(process);
            folder.close();
            throw e;
        }
    }

    private static ProcessBuilder process(List<String> command, WorkFolder folder) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.work().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("PYTHONHASHSEED", "0");
        environment.put("TZ", "UTC");
        environment.put("LANG", "C.UTF-8");
        return builder;
    }

    ServerHello hello() {
        return hello;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws IOException when the server ends, breaks the protocol or does not answer in time; it is of no more use then
     */
    JsonNode ask(ObjectNode request, long millis) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(request);
        requests.writeInt(bytes.length);
        requests.write(bytes);
        requests.flush();
        return answer(millis);
    }

    private JsonNode answer(long millis) throws IOException {
        try {
            Received next = received.poll(millis, TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new IOException("the sandbox did not answer within " + millis + " ms" + said());
            }
            return next.frame().orElseThrow(() -> new IOException(next.trouble() + said()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private String said() {
        String text;
        synchronized (log) {
            text = log.toString().strip();
        }
        return text.isEmpty() ? "" : "; it said: " + text;
    }

    private void readAnswers() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                int length = in.readInt();
                if (length < 0 || length > MAX_ANSWER_BYTES) {
                    throw new IOException("an answer of " + length + " bytes");
                }
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length) {
                    throw new EOFException();
                }
                received.put(new Received(Optional.of(JSON.readTree(bytes)), ""));
            }
        } catch (EOFException e) {
            offer("the sandbox ended");
        } catch (IOException e) {
            offer("the sandbox cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void offer(String trouble) {
        try {
            received.put(new Received(Optional.empty(), trouble));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readLog() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = process.getErrorStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                log(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            log(e.getMessage());
        }
    }

    private void log(String text) {
        synchronized (log) {
            log.append(text, 0, Math.min(MAX_LOG_CHARS - log.length(), text.length()));
        }
    }

    private void thread(String name, Runnable work) {
        Thread thread = new Thread(work, "passk-sandbox-" + name + "-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the server and all that it started; returns when it is gone. */
    @Override
    public void close() {
        end(process);
        folder.close();
    }

    private static void end(Process process) {
        try {
            // At the end of its input a server ends by itself and takes its children along.
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
        try {
            if (!process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor(END_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
