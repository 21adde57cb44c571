package org.passk.format;

/**
 * What a row of a file of counts says: so many samples of a problem, so many of them correct.
 *
 * @param position byte offset in the decompressed stream, or row number
 * @param fields whose samples they are, as far as the row says it
 * @param source what separates these samples from others of the same run and problem; empty where the row names nothing
 * @param n samples, in [1, 2^20]
 * @param correct correct ones, in [0, n]
 * @param undecided undecided ones, in [0, n − correct]
 */
public record CountsRow(long position, RecordFields fields, String source, long n, long correct, long undecided) {
    /** The most samples of a row: what sets of sample indexes hold densely. */
    public static final long LARGEST_N = 1 << 20;

    /** Checks the ranges. */
    public CountsRow {
        if (n < 1 || n > LARGEST_N || correct < 0 || undecided < 0 || correct + undecided > n) {
            throw new IllegalArgumentException("n " + n + ", c " + correct + ", undecided " + undecided);
        }
    }
}
