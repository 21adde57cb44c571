package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that misbehave, as scripts in the place of the interpreter. */
@Timeout(60)
class SandboxServerTest {
    private static final String HELLO = "printf '\\000\\000\\000\\021{\"confined\":true}'\n";
    private static final long MILLIS = 10_000;

    @TempDir
    private Path folder;

    private SandboxServer server(String body, long millis) throws IOException {
        Path file = folder.resolve("python");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        ServerCommand command = new ServerCommand(new Python(file.toString(), "3.11.0", List.of()), "bwrap", false);
        return SandboxServer.start(command, Confinement.NONE, millis);
    }

    @Test
    void readsTheGreetingAndAnAnswerForEachRequest() throws IOException {
        String answer = "printf '\\000\\000\\000\\010{\"id\":7}'\n";
        try (SandboxServer server = server(HELLO + answer + "cat >/dev/null", MILLIS)) {
            assertThat(server.hello().confined()).isTrue();
            assertThat(server.ask(JsonNodeFactory.instance.objectNode(), MILLIS)
                            .path("id")
                            .asInt())
                    .isEqualTo(7);
        }
    }

    @Test
    void saysWhatAServerSaidThatEnded() {
        assertThatThrownBy(() -> server("echo 'no module named ctypes' >&2; sleep 0.2; exit 1", MILLIS)
                        .close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the sandbox ended")
                .hasMessageContaining("no module named ctypes");
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswer() throws IOException {
        try (SandboxServer server = server(HELLO + "exec sleep 600", MILLIS)) {
            assertThatThrownBy(() -> server.ask(JsonNodeFactory.instance.objectNode(), 200))
                    .hasMessageContaining("did not answer within 200 ms");
        }
    }

    @Test
    void refusesAFrameBeyondAllBounds() {
        assertThatThrownBy(() -> server("printf '\\177\\377\\377\\377'; cat >/dev/null", MILLIS)
                        .close())
                .hasMessageContaining("an answer of 2147483647 bytes");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> server("printf '\\000\\000\\000\\005hello'; cat >/dev/null", MILLIS)
                        .close())
                .hasMessageContaining("cannot be read");
    }

    @Test
    void doesNotFillTheMemoryWithTheLogOfAServer() throws IOException {
        try (SandboxServer server = server("head -c 50000000 /dev/zero >&2\n" + HELLO + "cat >/dev/null", MILLIS)) {
            assertThat(server.hello().confined()).isTrue();
        }
    }

    @Test
    void leavesNeitherProcessNorFolder() throws IOException {
        long before = ProcessHandle.current().descendants().count();
        Path place = folder.resolve("where");
        SandboxServer server = server("pwd > " + place + "\n" + HELLO + "sleep 600 & exec sleep 600", MILLIS);

        server.close();

        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before);
        assertThat(Path.of(Files.readString(place).strip())).doesNotExist();
    }
}
