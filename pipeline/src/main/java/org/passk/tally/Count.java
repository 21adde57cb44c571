package org.passk.tally;

import java.util.Locale;
import org.passk.model.Channel;
import org.passk.model.Outcome;

/** What is counted per problem; each is a column of TALLIES, named by its lower-case name. */
public enum Count {
    /** Samples with outcome CORRECT: the c of every formula. */
    CORRECT,
    /** Samples with outcome INCORRECT. */
    INCORRECT,
    /** Samples with outcome NO_ANSWER. */
    NO_ANSWER,
    /** Samples with outcome TIMEOUT. */
    TIMEOUT,
    /** Samples with outcome RESOURCE_LIMIT. */
    RESOURCE_LIMIT,
    /** Samples with outcome UNDECIDED. */
    UNDECIDED,
    /** Generations whose verifier failed; not samples. */
    FAULT,
    /** Samples cut off at the token limit. */
    TRUNCATED,
    /** Samples whose input brings a verdict of its own. */
    STORED,
    /** Samples that the input calls correct. */
    STORED_CORRECT,
    /** Samples whose stored verdict differs from ours. */
    STORED_DISAGREES,
    /** Samples with the answer in a box. */
    BOXED,
    /** Samples with a stated answer. */
    STATED,
    /** Samples with the answer after {@code ####}. */
    HASHES,
    /** Samples whose answer is the last number of the text. */
    LAST_NUMBER,
    /** Samples whose answer is a program. */
    PROGRAM_RULE,
    /** Correct samples with the answer in a box. */
    CORRECT_BOXED,
    /** Correct samples with a stated answer. */
    CORRECT_STATED,
    /** Correct samples with the answer after {@code ####}. */
    CORRECT_HASHES,
    /** Correct samples whose answer is the last number of the text. */
    CORRECT_LAST_NUMBER,
    /** Correct samples whose answer is a program. */
    CORRECT_PROGRAM_RULE,
    /** Samples whose program ended near its CPU limit. */
    NEAR_LIMIT,
    /** Samples whose length in tokens is known. */
    WITH_TOKENS,
    /** Tokens of these samples, added up. */
    TOKENS;

    private static final Count[] VALUES = values();
    private final String column = name().toLowerCase(Locale.ROOT);

    /** The name of the column. */
    public String column() {
        return column;
    }

    /** How many counts there are. */
    public static int size() {
        return VALUES.length;
    }

    static Count of(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> CORRECT;
            case INCORRECT -> INCORRECT;
            case NO_ANSWER -> NO_ANSWER;
            case TIMEOUT -> TIMEOUT;
            case RESOURCE_LIMIT -> RESOURCE_LIMIT;
            case UNDECIDED -> UNDECIDED;
            case FAULT -> FAULT;
        };
    }

    /** Adds one sample's channel to the counts. */
    static void addChannel(long[] counts, Channel channel, boolean correct) {
        switch (channel) {
            case BOXED -> add(counts, BOXED, CORRECT_BOXED, correct);
            case STATED -> add(counts, STATED, CORRECT_STATED, correct);
            case HASHES -> add(counts, HASHES, CORRECT_HASHES, correct);
            case LAST_NUMBER -> add(counts, LAST_NUMBER, CORRECT_LAST_NUMBER, correct);
            case PROGRAM_RULE -> add(counts, PROGRAM_RULE, CORRECT_PROGRAM_RULE, correct);
            case NONE -> {
                // NO_ANSWER counts these.
            }
        }
    }

    private static void add(long[] counts, Count all, Count right, boolean correct) {
        counts[all.ordinal()]++;
        if (correct) {
            counts[right.ordinal()]++;
        }
    }
}
