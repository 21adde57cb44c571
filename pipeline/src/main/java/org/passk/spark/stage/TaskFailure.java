package org.passk.spark.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;

/** What ended a Spark job, as trouble of a kind: found in the chain of causes below Spark's own exception. */
public final class TaskFailure {
    private TaskFailure() {}

    /**
     * The trouble behind a failed job.
     *
     * @param what what failed, for the message
     * @param thrown what Spark threw
     */
    public static PasskException of(String what, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PasskException known) {
                return known;
            }
            if (cause instanceof OutOfMemoryError) {
                return new PasskException(
                        FaultKind.RESOURCE, what + ": out of memory (" + cause.getMessage() + ")", thrown);
            }
            if (cause instanceof IOException || cause instanceof UncheckedIOException) {
                return new PasskException(FaultKind.EXTERNAL, what + ": " + cause.getMessage(), thrown);
            }
        }
        String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        FaultKind kind = message.contains("ExecutorLostFailure") || message.contains("cancelled")
                ? FaultKind.EXTERNAL
                : FaultKind.INTERNAL;
        return new PasskException(kind, what + ": " + message, thrown);
    }
}
