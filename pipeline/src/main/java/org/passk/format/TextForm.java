package org.passk.format;

/** How the text of an answer relates to what the model was to produce. */
public enum TextForm {
    /** What the model wrote, as sampled. */
    GENERATION,
    /** The continuation of the problem's prompt: the program is the prompt followed by the text. */
    COMPLETION,
    /** A whole program, extracted before the file was written. */
    SOLUTION
}
