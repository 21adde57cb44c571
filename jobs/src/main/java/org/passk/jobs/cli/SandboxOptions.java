package org.passk.jobs.cli;

import org.passk.sandbox.SandboxMode;
import org.passk.sandbox.SandboxSettings;
import picocli.CommandLine.Option;

/** How programs are run. */
final class SandboxOptions {
    @Option(
            names = "--python",
            paramLabel = "COMMAND",
            defaultValue = "python3",
            description = "the interpreter of programs (default: python3)")
    String python = "python3";

    @Option(
            names = "--bubblewrap",
            paramLabel = "COMMAND",
            defaultValue = "bwrap",
            description = "the program that makes name spaces (default: bwrap)")
    String bubblewrap = "bwrap";

    @Option(
            names = "--sandbox-mode",
            paramLabel = "MODE",
            defaultValue = "split",
            description =
                    "where tests run: split (default), in another process; or compat, in the program's own, as the"
                            + " official harnesses do")
    SandboxMode mode = SandboxMode.SPLIT;

    @Option(names = "--unsafe-no-sandbox", description = "run programs even where nothing confines them")
    boolean unconfined;

    SandboxSettings settings() {
        return new SandboxSettings(python, bubblewrap, mode, unconfined);
    }
}
