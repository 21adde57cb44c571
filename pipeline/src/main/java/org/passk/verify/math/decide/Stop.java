package org.passk.verify.math.decide;

/** Ends an evaluation that has no result. Thrown and caught within the package, always without a trace. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why there is no result. */
    enum Reason {
        /** The value is no rational number, or is not known to be one. */
        NOT_EXACT,
        /** There is no value: a division by zero, or a function outside of its domain. */
        UNDEFINED,
        /** The steps are used up, or a number would grow beyond the limit. */
        OUT_OF_FUEL
    }

    private Stop(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    static Stop notExact() {
        return new Stop(Reason.NOT_EXACT);
    }

    static Stop undefined() {
        return new Stop(Reason.UNDEFINED);
    }

    static Stop outOfFuel() {
        return new Stop(Reason.OUT_OF_FUEL);
    }

    Reason reason() {
        return reason;
    }
}
