package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;

class PythonFinderTest {
    @TempDir
    private Path folder;

    private String script(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }

    private static String answer(String executable, int minor) {
        return "echo '{\"executable\": \"" + executable + "\", \"version\": [3, " + minor + ", 4],"
                + " \"prefixes\": [\"/opt/python\", \"/opt/python/lib\", \"/opt/site\"], \"sites\": [\"/opt/site\"]}'";
    }

    @Test
    void followsAShimToTheInterpreterAndTheFoldersItNeeds() throws IOException {
        Python python = PythonFinder.find(script("shim", answer("/bin/sh", 11)));

        assertThat(python)
                .isEqualTo(new Python("/bin/sh", "3.11.4", List.of("/opt/python", "/opt/site"), List.of("/opt/site")));
    }

    @Test
    void refusesACommandThatDoesNotExist() {
        assertThatThrownBy(() -> PythonFinder.find("/no/such/python"))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.CONFIGURATION))
                .hasMessageContaining("/no/such/python")
                .hasMessageContaining("code.python");
    }

    @Test
    void refusesAnOldInterpreter() throws IOException {
        String old = script("old", answer("/bin/sh", 7));

        assertThatThrownBy(() -> PythonFinder.find(old)).hasMessageContaining("version 3.7.4");
    }

    @Test
    void refusesACommandThatFailsWithWhatItSaid() throws IOException {
        String failing = script("failing", "echo 'version not installed' >&2; exit 127");

        assertThatThrownBy(() -> PythonFinder.find(failing)).hasMessageContaining("version not installed");
    }

    @Test
    void refusesAnAnswerThatIsNone() throws IOException {
        String other = script("other", "echo hello");

        assertThatThrownBy(() -> PythonFinder.find(other)).hasMessageContaining("it printed no answer");
    }

    @Test
    void refusesAnInterpreterThatCannotBeExecuted() throws IOException {
        String gone = script("gone", answer("/opt/python/bin/none", 11));

        assertThatThrownBy(() -> PythonFinder.find(gone))
                .hasMessageContaining("/opt/python/bin/none cannot be executed");
    }
}
