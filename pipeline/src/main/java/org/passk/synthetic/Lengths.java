package org.passk.synthetic;

import java.io.Serializable;

/**
 * The lengths of generations, fitted to 64,000 published answers of a base model and of one trained by reinforcement
 * learning (MATH500, 128 samples a problem): log-normal tokens; 1.4 % of the base model's answers run on to between 4,000
 * and 12,451 tokens by repeating themselves.
 *
 * @param mu mean of the logarithm of the number of tokens
 * @param sigma standard deviation of that logarithm
 * @param loops share of answers that repeat themselves
 * @param charsPerToken characters of a token
 * @param scale factor on the number of tokens
 */
record Lengths(double mu, double sigma, double loops, double charsPerToken, double scale) implements Serializable {
    /** The token limit of the paper's protocol. */
    static final int MAX_TOKENS = 16_384;
    /** Tokens of a text that is long on purpose, and of no other. */
    static final int LONG_TEXT_TOKENS = MAX_TOKENS - 1;
    /** Characters of such a text. */
    static final int LONG_TEXT_CHARS = 60_000;

    private static final int LOOP_FROM = 4_000;
    private static final int LOOP_TO = 12_451;

    /**
     * The lengths of a model.
     *
     * @param trained whether it was trained by reinforcement learning
     * @param meanTextBytes the mean that is wanted, in characters; 0 for that of the published answers
     */
    static Lengths of(boolean trained, int meanTextBytes) {
        Lengths published = trained
                ? new Lengths(StrictMath.log(534), 0.60, 0, 2.511, 1)
                : new Lengths(StrictMath.log(431), 0.616, 0.014, 2.763, 1);
        if (meanTextBytes == 0) {
            return published;
        }
        return new Lengths(
                published.mu,
                published.sigma,
                published.loops,
                published.charsPerToken,
                meanTextBytes / published.meanChars());
    }

    private double meanChars() {
        double usual = StrictMath.exp(mu + sigma * sigma / 2);
        return charsPerToken * ((1 - loops) * usual + loops * (LOOP_FROM + LOOP_TO) / 2);
    }

    /** Tokens of one generation that ends by itself, in [1, {@link #LONG_TEXT_TOKENS}). */
    int tokens(Dice dice) {
        double tokens =
                dice.chance(loops) ? dice.between(LOOP_FROM, LOOP_TO) : StrictMath.exp(mu + sigma * dice.gaussian());
        return (int) Math.max(1, Math.min(LONG_TEXT_TOKENS - 1, tokens * scale));
    }

    /** Whether a generation of so many tokens is one that repeats itself. */
    boolean loops(int tokens) {
        return loops > 0 && tokens >= LOOP_FROM * scale;
    }

    int chars(int tokens) {
        return tokens == LONG_TEXT_TOKENS ? LONG_TEXT_CHARS : (int) (tokens * charsPerToken);
    }
}
