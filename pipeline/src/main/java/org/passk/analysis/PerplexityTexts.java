package org.passk.analysis;

import java.util.Arrays;
import java.util.Objects;

/**
 * The texts of one author on one benchmark as one model sees them. Arrays belong to this object: they are not copied, and
 * callers leave them as they are.
 */
public final class PerplexityTexts {
    private final String author;
    private final double[] logPerplexity;
    private final long[] tokens;
    private final int[] problem;
    private final double[] entropy;

    /**
     * The texts.
     *
     * @param author the model that wrote them
     * @param logPerplexity of each text: −(sum of log-probabilities) / tokens, finite
     * @param tokens length of each text, at least 1
     * @param problem of each text, as a number that is the same for all authors
     * @param entropy of each text: the mean entropy of its next-token distributions, NaN where it is not known
     * @throws IllegalArgumentException if the lengths differ or there is no text
     */
    public PerplexityTexts(String author, double[] logPerplexity, long[] tokens, int[] problem, double[] entropy) {
        int size = logPerplexity.length;
        if (size == 0 || tokens.length != size || problem.length != size || entropy.length != size) {
            throw new IllegalArgumentException(size + " perplexities, " + tokens.length + " lengths, " + problem.length
                    + " problems, " + entropy.length + " entropies");
        }
        this.author = Objects.requireNonNull(author, "author");
        this.logPerplexity = logPerplexity;
        this.tokens = tokens;
        this.problem = problem;
        this.entropy = entropy;
    }

    String author() {
        return author;
    }

    double[] logPerplexity() {
        return logPerplexity;
    }

    long[] tokens() {
        return tokens;
    }

    int[] problem() {
        return problem;
    }

    double[] entropy() {
        return entropy;
    }

    /** How many texts there are. */
    int size() {
        return tokens.length;
    }

    /** How many problems they are about. */
    int problems() {
        return (int) Arrays.stream(problem).distinct().count();
    }
}
