package org.passk.synthetic;

import java.util.List;
import org.passk.fault.RejectReason;

/** What is wrong with the record of a sample in the long form. */
enum Defect {
    /** The line ends in its middle. */
    CUT_LINE(RejectReason.MALFORMED_JSON, false),
    /** There is no text. */
    NO_TEXT(RejectReason.MISSING_FIELD, true),
    /** The sample's index is negative. */
    NEGATIVE_INDEX(RejectReason.WRONG_TYPE, true),
    /** The benchmark has no such problem. */
    UNKNOWN_PROBLEM(RejectReason.UNKNOWN_PROBLEM, true),
    /** The study has no such model. */
    UNKNOWN_MODEL(RejectReason.UNKNOWN_MODEL, true),
    /** The line is an array. */
    NO_OBJECT(RejectReason.NOT_AN_OBJECT, false),
    /** The line is what a crashed process printed. */
    NO_JSON(RejectReason.MALFORMED_JSON, false);

    private static final List<Defect> OF_LINES = List.of(values());
    private static final List<Defect> OF_ROWS =
            OF_LINES.stream().filter(defect -> defect.inParquet).toList();

    private final RejectReason reason;
    private final boolean inParquet;

    Defect(RejectReason reason, boolean inParquet) {
        this.reason = reason;
        this.inParquet = inParquet;
    }

    /** Why such a record is rejected. */
    RejectReason reason() {
        return reason;
    }

    /** One of those that a form can have. */
    static Defect of(RecordForm form, Dice dice) {
        List<Defect> possible = form == RecordForm.PARQUET ? OF_ROWS : OF_LINES;
        return possible.get(dice.below(possible.size()));
    }
}
