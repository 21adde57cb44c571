package org.passk.benchmark;

/** How one benchmark writes a problem. Implementations are stateless. */
interface ProblemFormat {
    /** The name in the study file. */
    String name();

    /** Where the reference comes from, for people. */
    String reference();

    /**
     * Whether a record has the keys, and where keys do not suffice the values, that set this format apart.
     *
     * @param first the first record of a file
     */
    boolean recognises(ProblemRecord first);

    /**
     * The problem that a record holds.
     *
     * @param record any record of the file
     * @throws org.passk.fault.PasskException of kind INPUT, with file and line, when something is missing
     */
    Entry read(ProblemRecord record);
}
