package org.passk.fault;

/** The kinds of trouble that end a command, each with the exit code that the process reports for it. */
public enum FaultKind {
    /** A bug of passk itself. */
    INTERNAL(1),
    /** The command line or the study file is wrong; the user can mend it. */
    CONFIGURATION(2),
    /** The run finished, but a health gate or a stated claim did not hold. */
    HEALTH(3),
    /** The input data is missing, empty or broken beyond the allowed share. */
    INPUT(4),
    /** Memory, disk or another resource ran out. */
    RESOURCE(5),
    /** The outside world failed: a file system, the network, the cluster. */
    EXTERNAL(5);

    private final int exitCode;

    FaultKind(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of a process that ends for this reason, in [1, 5]. */
    public int exitCode() {
        return exitCode;
    }
}
