package org.passk.verify.math;

import java.io.Serializable;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.notation.Reading;

/** A reference that was parsed once, for callers that compare many answers with it. Immutable. */
public final class PreparedReference implements Serializable {
    private static final long serialVersionUID = 2L;

    private final String text;
    private final Reading reading;
    private final Expression form;
    private final boolean multiple;
    private final String canonical;
    private final PlainNumber plain;

    PreparedReference(String text, Reading reading, Expression form, boolean multiple, String canonical) {
        this.text = text;
        this.reading = reading;
        this.form = form;
        this.multiple = multiple;
        this.canonical = canonical;
        this.plain = isScalar(form) && !multiple ? PlainNumber.of(reading.display()) : PlainNumber.NONE;
    }

    /** A unit that the problem names is part of the form alone. */
    private static boolean isScalar(Expression form) {
        return form instanceof Num || form instanceof Expression.Quotient || form instanceof Expression.Negative;
    }

    /** The reference as written. */
    String text() {
        return text;
    }

    Reading reading() {
        return reading;
    }

    /** What answers are compared with. */
    Expression form() {
        return form;
    }

    boolean multiple() {
        return multiple;
    }

    /** The canonical answer of every correct answer. */
    String canonical() {
        return canonical;
    }

    /** The reference as a plain number; {@link PlainNumber#NONE} when it is none. */
    PlainNumber plain() {
        return plain;
    }
}
