package org.passk.sandbox;

import java.io.Serializable;
import java.util.Objects;

/**
 * How candidates are run, but for their limits.
 *
 * @param python the interpreter: a name on the path, or a path. Default "python3"
 * @param bubblewrap the program that makes name spaces. Default "bwrap"
 * @param mode where the tests run. Default {@link SandboxMode#SPLIT}
 * @param unconfined whether candidates run where nothing can confine them. Default false
 */
public record SandboxSettings(String python, String bubblewrap, SandboxMode mode, boolean unconfined)
        implements Serializable {
    /** Checks that the names are present. */
    public SandboxSettings {
        Objects.requireNonNull(python, "python");
        Objects.requireNonNull(bubblewrap, "bubblewrap");
        Objects.requireNonNull(mode, "mode");
    }

    /** The documented defaults. */
    public static SandboxSettings defaults() {
        return new SandboxSettings("python3", "bwrap", SandboxMode.SPLIT, false);
    }
}
