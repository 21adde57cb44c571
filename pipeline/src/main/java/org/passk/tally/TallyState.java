package org.passk.tally;

import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.StoredVerdict;
import org.passk.model.Verdict;

/**
 * The mergeable state behind one row of TALLIES: counts, and the hashes of the texts. The empty state is neutral, merging
 * is associative and commutative, and the state of two lists of samples is the merge of their states. Not thread-safe.
 */
public final class TallyState {
    private final long[] counts = new long[Count.size()];
    private final TextHashes texts = new TextHashes();

    /**
     * Adds one generation.
     *
     * @param verdict our verdict
     * @param truncated whether it was cut off at the token limit
     * @param stored what the input says of it
     * @param textHash 64-bit hash of its text
     */
    public void add(Verdict verdict, boolean truncated, StoredVerdict stored, long textHash) {
        add(verdict.outcome(), verdict.channel(), truncated, stored, textHash, false, -1);
    }

    /** The same, from a row that keeps no rule and no answer; tokens are negative where they are not known. */
    public void add(
            Outcome outcome,
            Channel channel,
            boolean truncated,
            StoredVerdict stored,
            long textHash,
            boolean nearLimit,
            long numTokens) {
        counts[Count.of(outcome).ordinal()]++;
        if (outcome == Outcome.FAULT) {
            return;
        }
        boolean correct = outcome == Outcome.CORRECT;
        Count.addChannel(counts, channel, correct);
        if (truncated) {
            counts[Count.TRUNCATED.ordinal()]++;
        }
        if (numTokens >= 0) {
            counts[Count.WITH_TOKENS.ordinal()]++;
            counts[Count.TOKENS.ordinal()] += numTokens;
        }
        if (nearLimit) {
            counts[Count.NEAR_LIMIT.ordinal()]++;
        }
        if (stored != StoredVerdict.ABSENT) {
            counts[Count.STORED.ordinal()]++;
            boolean right = stored == StoredVerdict.RIGHT;
            if (right) {
                counts[Count.STORED_CORRECT.ordinal()]++;
            }
            if (right != correct) {
                counts[Count.STORED_DISAGREES.ordinal()]++;
            }
        }
        texts.add(textHash);
    }

    /**
     * Adds the state of other samples.
     *
     * @param other counts in the order of {@link Count}
     * @param textHashes as {@link #textHashes} gave them
     */
    public void merge(long[] other, byte[] textHashes) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other[i];
        }
        texts.addAll(textHashes);
    }

    /**
     * Takes the state of samples out that are in this one.
     *
     * @param other counts in the order of {@link Count}
     * @param textHashes as {@link #textHashes} gave them
     * @throws IllegalArgumentException if one of the texts is not there
     */
    public void subtract(long[] other, byte[] textHashes) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] -= other[i];
        }
        texts.removeAll(textHashes);
    }

    /** A copy of the counts, in the order of {@link Count}. */
    public long[] counts() {
        return counts.clone();
    }

    /** One count. */
    public long get(Count count) {
        return counts[count.ordinal()];
    }

    /** n: the samples, which is every outcome but FAULT. */
    public long samples() {
        return get(Count.CORRECT)
                + get(Count.INCORRECT)
                + get(Count.NO_ANSWER)
                + get(Count.TIMEOUT)
                + get(Count.RESOURCE_LIMIT)
                + get(Count.UNDECIDED);
    }

    /** How many samples repeat the text of another one. */
    public long identicalText() {
        return texts.repeated();
    }

    /** The hashes of the samples' texts, encoded. */
    public byte[] textHashes() {
        return texts.encode();
    }
}
