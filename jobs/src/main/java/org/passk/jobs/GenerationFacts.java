package org.passk.jobs;

import java.util.List;
import java.util.Map;
import org.passk.fault.RejectReason;

/**
 * What a file of generations holds.
 *
 * @param file the file as the user named it
 * @param format the format that was found
 * @param recognisedBy how it was found
 * @param fields the fields of the first record, or the columns, in the file's order
 * @param words where the words of passk come from
 * @param records all records
 * @param samples records that can be read
 * @param rejected records that cannot
 * @param rejects why, by reason
 * @param perProblem samples per problem
 * @param stated what the samples say of themselves: field to value to number of samples
 * @param finishReasons how generations ended, where samples say it: reason to number of samples
 * @param truncated samples that were cut off
 * @param stored the input's own verdicts
 */
public record GenerationFacts(
        String file,
        String format,
        String recognisedBy,
        List<Field> fields,
        Map<String, String> words,
        long records,
        long samples,
        long rejected,
        List<Rejects> rejects,
        PerProblem perProblem,
        Map<String, Map<String, Long>> stated,
        Map<String, Long> finishReasons,
        long truncated,
        Stored stored)
        implements Explanation {

    /**
     * A field.
     *
     * @param name its name
     * @param meaning what passk takes it for; {@code skipped} where it is not read
     */
    public record Field(String name, String meaning) {}

    /**
     * Records that are rejected for one reason.
     *
     * @param reason the stable code
     * @param count how many
     * @param position position of the first: byte offset in the decompressed stream, or row
     * @param line line of the first, from 1; 0 where there are no lines
     * @param message what is wrong with the first
     */
    public record Rejects(RejectReason reason, long count, long position, long line, String message) {}

    /**
     * Samples per problem, of each model and benchmark for itself.
     *
     * @param problems number of distinct problems
     * @param min fewest samples of a problem
     * @param median the middle, or the mean of the two middle ones
     * @param max most samples of a problem
     */
    public record PerProblem(long problems, long min, double median, long max) {}

    /**
     * The input's own verdicts.
     *
     * @param right samples that the input calls right
     * @param wrong samples that the input calls wrong
     * @param absent samples of which it says nothing
     */
    public record Stored(long right, long wrong, long absent) {}

    /** Copies the lists. */
    public GenerationFacts {
        fields = List.copyOf(fields);
        rejects = List.copyOf(rejects);
    }
}
