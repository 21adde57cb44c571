package org.passk.format;

/**
 * Receives what a reader finds, in the order of position. For each answer first {@link #text}, then, when its record has
 * been read to its end, {@link #sample} or {@link #reject}.
 *
 * @param <T> what the sink keeps of a text until the record ends
 */
public interface RecordSink<T> {
    /**
     * Takes the text of one answer.
     *
     * @param text the whole generation
     * @return what is to be kept of it: small, for a wide record holds thousands
     */
    T text(String text);

    /**
     * Takes the text of one answer, where the record says how the text is to be read.
     *
     * @param text the whole text
     * @param form what it is; a sink that looks for no programs needs not know
     * @return as {@link #text(String)}
     */
    default T text(String text, TextForm form) {
        return text(text);
    }

    /** Takes one generation. */
    void sample(Sample<T> sample);

    /** Takes one record that cannot be used; it counts as one record. */
    void reject(Reject reject);
}
