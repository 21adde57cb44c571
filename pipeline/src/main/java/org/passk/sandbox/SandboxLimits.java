package org.passk.sandbox;

import java.io.Serializable;

/**
 * What one candidate may use.
 *
 * @param cpuSeconds CPU time, above 0 and at most 3,600
 * @param wallSeconds elapsed time, a backstop for sleepers: at least the CPU time
 * @param memoryBytes address space beyond that of the bare interpreter, at least 1 MiB
 * @param outputBytes what it may print, at least 0
 * @param slack by how much it may exceed its CPU time before it is stopped, in [1, 4]; what it used is measured against the
 *     CPU time itself (see {@link SandboxResult#load})
 */
public record SandboxLimits(double cpuSeconds, double wallSeconds, long memoryBytes, long outputBytes, double slack)
        implements Serializable {
    private static final double MAX_CPU_SECONDS = 3_600;
    private static final double MAX_SLACK = 4;

    /** Checks the ranges. */
    public SandboxLimits {
        boolean times = cpuSeconds > 0 && cpuSeconds <= MAX_CPU_SECONDS && wallSeconds >= cpuSeconds;
        if (!times || Double.isInfinite(wallSeconds)) {
            throw new IllegalArgumentException("cpu " + cpuSeconds + " s, wall " + wallSeconds + " s");
        }
        if (memoryBytes < 1 << 20 || outputBytes < 0) {
            throw new IllegalArgumentException("memory " + memoryBytes + ", output " + outputBytes);
        }
        if (!(slack >= 1 && slack <= MAX_SLACK)) {
            throw new IllegalArgumentException("slack " + slack);
        }
    }

    /** Limits without slack. */
    public SandboxLimits(double cpuSeconds, double wallSeconds, long memoryBytes, long outputBytes) {
        this(cpuSeconds, wallSeconds, memoryBytes, outputBytes, 1);
    }

    /** A benchmark's time limit taken as CPU time: four times as much by the clock, 4 GiB, 1 MiB of output. */
    public static SandboxLimits ofCpu(double seconds) {
        return new SandboxLimits(seconds, 4 * seconds + 1, 4L << 30, 1 << 20);
    }
}
