package org.passk.sandbox;

import java.util.Locale;

/** Where the tests of a candidate run. */
public enum SandboxMode {
    /** In another process than the candidate, which gets its source and the arguments of calls: the default. */
    SPLIT,
    /** In the candidate's process, as the official harnesses do. A candidate can reach its tests and pass them falsely. */
    COMPAT;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
