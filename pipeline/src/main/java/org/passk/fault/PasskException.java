package org.passk.fault;

import java.util.Objects;

/** Trouble that ends a command: its kind decides the exit code, its message is complete enough to be shown alone. */
public final class PasskException extends RuntimeException {
    private final FaultKind kind;

    /**
     * Trouble without an underlying exception.
     *
     * @param kind decides the exit code
     * @param message what is wrong, where, and what is expected; one line where possible
     */
    public PasskException(FaultKind kind, String message) {
        this(kind, message, null);
    }

    /**
     * Trouble with the exception that showed it.
     *
     * @param kind decides the exit code
     * @param message what is wrong, where, and what is expected
     * @param cause the underlying exception, or null
     */
    public PasskException(FaultKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** What kind of trouble this is. */
    public FaultKind kind() {
        return kind;
    }

    /** A mistake in the command line or the study file. */
    public static PasskException configuration(String message) {
        return new PasskException(FaultKind.CONFIGURATION, message);
    }

    /** Input data that cannot be used. */
    public static PasskException input(String message) {
        return new PasskException(FaultKind.INPUT, message);
    }

    /** A failure of the outside world. */
    public static PasskException external(String message, Throwable cause) {
        return new PasskException(FaultKind.EXTERNAL, message, cause);
    }
}
