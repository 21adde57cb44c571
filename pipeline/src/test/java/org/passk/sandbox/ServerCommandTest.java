package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerCommandTest {
    private static final Python PYTHON = new Python("/opt/python/bin/python3.11", "3.11.4", List.of("/opt/python"));

    private WorkFolder folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = WorkFolder.make();
    }

    @AfterEach
    void deleteTheFolder() {
        folder.close();
    }

    @Test
    void mountsWhatTheInterpreterNeedsAndNothingOfTheUser() {
        List<String> command = new ServerCommand(PYTHON, "bwrap", true).of(Confinement.NAMESPACES, folder);

        assertThat(command).startsWith("bwrap", "--unshare-all", "--die-with-parent", "--new-session");
        assertThat(command).containsSequence("--ro-bind", "/opt/python", "/opt/python");
        assertThat(command).containsSequence("--ro-bind", folder.program().toString(), "/passk");
        assertThat(command).containsSequence("--tmpfs", "/work");
        assertThat(command).containsSequence("/opt/python/bin/python3.11", "-I", "-S", "-B");
        assertThat(command).doesNotContain("/", "/home", "/root", "/tmp", "--drop-user");
    }

    @Test
    void namesTheFoldersOfInstalledPackages() {
        Python python = new Python(
                "/opt/python/bin/python3.11", "3.11.4", List.of("/opt/python", "/srv"), List.of("/srv/a", "/srv/b"));
        List<String> command = new ServerCommand(python, "bwrap", true).of(Confinement.NAMESPACES, folder);

        assertThat(command).containsSequence("--ro-bind", "/srv", "/srv").containsSequence("--site", "/srv/a,/srv/b");
    }

    @Test
    void givesUpBeingRootWhereThereAreNoNameSpaces() {
        List<String> command = new ServerCommand(PYTHON, "bwrap", true).of(Confinement.KERNEL_FILTERS, folder);

        assertThat(command).startsWith("/opt/python/bin/python3.11").endsWith("--drop-user", "65534");
        assertThat(command).containsSequence("--confine", "full");
    }

    @Test
    void asAPlainUserHasNothingToGiveUp() {
        List<String> command = new ServerCommand(PYTHON, "bwrap", false).of(Confinement.NONE, folder);

        assertThat(command).doesNotContain("--drop-user").containsSequence("--confine", "none");
        assertThat(command).containsSequence("--work", folder.work().toString());
    }
}
