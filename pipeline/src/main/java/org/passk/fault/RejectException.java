package org.passk.fault;

import java.util.Objects;

/** A record that cannot be used, with the reason; thrown while one record is read, never beyond its reader. */
public final class RejectException extends Exception {
    private final RejectReason reason;

    /**
     * A record is rejected.
     *
     * @param reason the stable code
     * @param message what is wrong and what is expected, without the position, which the reader adds
     */
    public RejectException(RejectReason reason, String message) {
        // A reject is data, at times one per record: its stack trace would cost more than the record.
        super(message, null, false, false);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** The stable code. */
    public RejectReason reason() {
        return reason;
    }
}
