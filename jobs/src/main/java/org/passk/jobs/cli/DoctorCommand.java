package org.passk.jobs.cli;

import org.passk.fault.FaultKind;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.Confinement;
import org.passk.sandbox.SandboxProbe;
import org.passk.sandbox.SandboxSettings;

/** Says what this machine can run. */
final class DoctorCommand {
    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Probes and prints.
     *
     * @return 0 when programs can be verified; that of a failed health gate when nothing confines them
     */
    int run(SandboxSettings settings) {
        Capabilities found = SandboxProbe.probe(settings);
        terminal.out()
                .println("python       " + found.python().version() + ", "
                        + found.python().executable());
        terminal.out().println("confinement  " + found.confinement().text());
        found.findings().forEach(finding -> terminal.out().println("             " + finding));
        boolean confined = found.confinement() != Confinement.NONE;
        terminal.out()
                .println("programs     "
                        + (confined
                                ? "are run"
                                : settings.unconfined()
                                        ? "are run without confinement, as --unsafe-no-sandbox says"
                                        : "are not run; install bubblewrap, or allow it with --unsafe-no-sandbox"));
        terminal.out().flush();
        return confined || settings.unconfined() ? 0 : FaultKind.HEALTH.exitCode();
    }
}
