package org.passk.spark.stage;

/** Hears how a long stage goes on. */
public interface Progress {
    /**
     * Called every few seconds and once at the end.
     *
     * @param doneSplits splits that are finished
     * @param allSplits splits to be done
     * @param doneBytes bytes of input that are finished, as far as file lengths tell
     * @param allBytes bytes of input to be done
     * @param records records read so far
     * @param quarantined records rejected so far
     */
    void verified(int doneSplits, int allSplits, long doneBytes, long allBytes, long records, long quarantined);

    /**
     * Called every few seconds while programs are run.
     *
     * @param run programs that were run so far
     */
    default void programs(long run) {}

    /** Says nothing. */
    Progress SILENT = (doneSplits, allSplits, doneBytes, allBytes, records, quarantined) -> {};
}
