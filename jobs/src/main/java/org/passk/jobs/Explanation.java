package org.passk.jobs;

/** What passk makes of a file. */
public sealed interface Explanation permits StudyFacts, GenerationFacts, RowFacts, ProblemFacts {
    /** The file as the user named it. */
    String file();

    /** Whether a run can use the file at all. */
    default boolean isUsable() {
        return true;
    }
}
