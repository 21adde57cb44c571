package org.passk.jobs.conformance;

/** What the gold or the prediction of a case is. */
enum TextKind {
    /** A text that states its answer somewhere. */
    TEXT,
    /** A text with a box; the answer itself where there is none. */
    BOXED,
    /** The answer itself, LaTeX, with the signs of a formula around it or without. */
    LATEX,
    /** The answer itself, in plain notation. */
    EXPR
}
