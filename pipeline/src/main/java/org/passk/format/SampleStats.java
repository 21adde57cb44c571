package org.passk.format;

/**
 * Numbers that come with a generation; NaN and -1 stand for absent ones.
 *
 * @param numTokens length in tokens, or -1
 * @param sumLogprob sum of the tokens' log-probabilities, or NaN
 * @param meanEntropy mean entropy of the next-token distributions in nats, or NaN
 * @param score a real-valued reward, or NaN
 */
public record SampleStats(long numTokens, double sumLogprob, double meanEntropy, double score) {
    /** Nothing is known. */
    public static final SampleStats NONE = new SampleStats(-1, Double.NaN, Double.NaN, Double.NaN);
}
