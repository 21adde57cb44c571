package org.passk.format;

import org.passk.fault.RejectException;

/** Receives the rows of a file of counts, in the order of the file. */
public interface CountsSink {
    /**
     * Takes a row, which stands for all of its samples.
     *
     * @param row the row
     * @throws RejectException if it cannot be used; it counts as one record then
     */
    void counts(CountsRow row) throws RejectException;

    /** Takes a row that could not be read. */
    void reject(Reject reject);
}
