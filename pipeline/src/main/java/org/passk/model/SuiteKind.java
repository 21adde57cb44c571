package org.passk.model;

/** How the tests of a programming problem decide about a program. */
public enum SuiteKind {
    /** A function {@code check} is called with the tested function (HumanEval). */
    CHECK("check"),
    /** Assertions follow the program (MBPP). */
    ASSERTS("asserts"),
    /** Results are compared with those of the canonical solution (HumanEval+ and MBPP+). */
    EVALPLUS("evalplus"),
    /** The program reads standard input and writes standard output. */
    STDIN("stdin"),
    /** A function or method is called with arguments in JSON (LiveCodeBench). */
    FUNCTIONAL("functional"),
    /** Test code follows the program, and its end has to be reached (Code-R1). */
    PROGRAM("program");

    private final String word;

    SuiteKind(String word) {
        this.word = word;
    }

    /** The word for it in a suite's JSON form. */
    public String word() {
        return word;
    }
}
