package org.passk.jobs.conformance;

/** What a case wants of a verdict. */
enum Expectation {
    /** The prediction is correct. */
    CORRECT,
    /** The prediction is wrong. */
    WRONG,
    /** Authors disagree: any verdict will do, but there has to be one. */
    ANY
}
