package org.passk.verify.code;

import java.io.Serializable;
import java.util.Objects;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.SandboxLimits;
import org.passk.sandbox.SandboxSettings;

/**
 * How programs are verified.
 *
 * @param sandbox how they are run
 * @param limits how much CPU time they get
 * @param memoryBytes address space beyond that of the bare interpreter, at least 1 MiB. Default 4 GiB
 * @param outputBytes what a program may print, at least 0. Default 1 MiB
 * @param maxProgramChars the longest program, its prompt included, at least 1. Default 1 Mi
 */
public record CodeOptions(
        SandboxSettings sandbox, LimitPolicy limits, long memoryBytes, long outputBytes, int maxProgramChars)
        implements Serializable {
    /** A change of any verdict, or of what a row says, changes it. */
    private static final String REVISION = "code/1";

    /** By the clock a program gets so much more than of CPU time: a machine may be busy, and sleepers have to end. */
    private static final double WALL_FACTOR = 4;

    private static final int DEFAULT_PROGRAM_CHARS = 1 << 20;

    /** Checks the ranges. */
    public CodeOptions {
        Objects.requireNonNull(sandbox, "sandbox");
        Objects.requireNonNull(limits, "limits");
        if (memoryBytes < 1 << 20 || outputBytes < 0 || maxProgramChars < 1) {
            throw new IllegalArgumentException(
                    "memory " + memoryBytes + ", output " + outputBytes + ", program characters " + maxProgramChars);
        }
    }

    /** The documented defaults. */
    public static CodeOptions defaults() {
        return new CodeOptions(
                SandboxSettings.defaults(), LimitPolicy.OFFICIAL, 4L << 30, 1 << 20, DEFAULT_PROGRAM_CHARS);
    }

    /**
     * Name, revision, settings and interpreter: whatever a verdict depends on beside the program and its tests.
     *
     * @param found what the programs are run with
     */
    public String version(Capabilities found) {
        return String.join(
                " ",
                REVISION,
                "python=" + found.python().version(),
                "numpy=" + found.numpy(),
                "mode=" + sandbox.mode(),
                "limits=" + limits.word(),
                "memory=" + memoryBytes,
                "output=" + outputBytes,
                "chars=" + maxProgramChars);
    }

    /** What a program may use that gets so much CPU time. */
    SandboxLimits limits(double cpuSeconds, double slack) {
        return new SandboxLimits(cpuSeconds, WALL_FACTOR * slack * cpuSeconds + 1, memoryBytes, outputBytes, slack);
    }
}
