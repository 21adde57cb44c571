package org.passk.verify.math;

import java.io.Serializable;

/** A reference that was parsed once, for callers that compare many answers with it. Immutable. */
public final class PreparedReference implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Value value;
    private final boolean multiple;
    private final String canonical;

    PreparedReference(Value value, boolean multiple, String canonical) {
        this.value = value;
        this.multiple = multiple;
        this.canonical = canonical;
    }

    Value value() {
        return value;
    }

    boolean multiple() {
        return multiple;
    }

    /** The canonical answer of every correct answer. */
    String canonical() {
        return canonical;
    }
}
