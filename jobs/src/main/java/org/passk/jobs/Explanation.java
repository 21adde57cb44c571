package org.passk.jobs;

/** What passk makes of a file. */
public sealed interface Explanation permits StudyFacts, GenerationFacts, ProblemFacts {
    /** The file as the user named it. */
    String file();
}
