package org.passk.format;

import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;

/**
 * The log-probability of one text under one model.
 *
 * @param model the author of the text
 * @param scorer the model whose probabilities they are
 * @param benchmark the benchmark
 * @param problemId the problem
 * @param sampleIndex index of the text among those of its author and problem
 * @param numTokens length in tokens of the scorer, at least 1
 * @param sumLogprob sum of the natural logarithms of the tokens' probabilities, at most 0
 * @param meanEntropy mean entropy of the next-token distributions, in nats; NaN where it is not stated
 */
public record ScoreRecord(
        String model,
        String scorer,
        String benchmark,
        String problemId,
        long sampleIndex,
        long numTokens,
        double sumLogprob,
        double meanEntropy) {
    /** A perplexity above exp(700) is no double. */
    private static final double MAX_MEAN_LOSS = 700;

    /** Collects the fields of one record. Not thread-safe. */
    public static final class Builder {
        private String model = "";
        private String scorer = "";
        private String benchmark = "";
        private String problemId = "";
        private long sampleIndex = -1;
        private long numTokens = -1;
        private double sumLogprob = Double.NaN;
        private double meanEntropy = Double.NaN;
        private double tokenSum;
        private long tokens = -1;

        /** Takes {@code model}, {@code scorer}, {@code benchmark} or {@code problem_id}. */
        public void text(String field, String value) {
            switch (field) {
                case "model" -> model = value;
                case "scorer" -> scorer = value;
                case "benchmark" -> benchmark = value;
                case "problem_id" -> problemId = value;
                default -> throw new IllegalArgumentException(field);
            }
        }

        /** Takes {@code sample_index} or {@code num_tokens}. */
        public void natural(String field, long value) {
            switch (field) {
                case "sample_index" -> sampleIndex = value;
                case "num_tokens" -> numTokens = value;
                default -> throw new IllegalArgumentException(field);
            }
        }

        /** Takes {@code sum_logprob} or {@code mean_entropy}. */
        public void number(String field, double value) {
            switch (field) {
                case "sum_logprob" -> sumLogprob = value;
                case "mean_entropy" -> meanEntropy = value;
                default -> throw new IllegalArgumentException(field);
            }
        }

        /** Takes the sum and the number of {@code token_logprobs}. */
        public void tokenLogprobs(double sum, long count) {
            tokenSum = sum;
            tokens = count;
        }

        /**
         * The record.
         *
         * @param maxNameChars longest name or id
         * @throws RejectException if a field is missing or out of its range
         */
        public ScoreRecord build(int maxNameChars) throws RejectException {
            requireName("model", model, maxNameChars);
            requireName("scorer", scorer, maxNameChars);
            requireName("benchmark", benchmark, maxNameChars);
            requireName("problem_id", problemId, maxNameChars);
            if (sampleIndex < 0) {
                throw new RejectException(RejectReason.MISSING_FIELD, "\"sample_index\" is missing, or is negative");
            }
            long length = length();
            double sum = Double.isNaN(sumLogprob) ? tokenSum : sumLogprob;
            if (!(sum <= 0) || !(-sum / length <= MAX_MEAN_LOSS)) {
                throw new RejectException(
                        RejectReason.WRONG_TYPE,
                        "the mean log-probability is " + sum / length + ", expected one in [-700, 0]");
            }
            if (!Double.isNaN(meanEntropy) && !(meanEntropy >= 0 && meanEntropy <= Double.MAX_VALUE)) {
                throw new RejectException(
                        RejectReason.WRONG_TYPE, "\"mean_entropy\" is " + meanEntropy + ", expected at least 0");
            }
            return new ScoreRecord(model, scorer, benchmark, problemId, sampleIndex, length, sum, meanEntropy);
        }

        private long length() throws RejectException {
            if (Double.isNaN(sumLogprob) && tokens < 0) {
                throw new RejectException(
                        RejectReason.MISSING_FIELD, "\"sum_logprob\" and \"token_logprobs\" are missing");
            }
            if (numTokens >= 0 && tokens >= 0 && numTokens != tokens) {
                throw new RejectException(
                        RejectReason.LENGTH_MISMATCH,
                        "\"token_logprobs\" has " + tokens + " numbers for " + numTokens + " tokens");
            }
            long length = numTokens >= 0 ? numTokens : tokens;
            if (length < 1) {
                throw new RejectException(
                        RejectReason.MISSING_FIELD, "\"num_tokens\" is missing, or the text has no token");
            }
            return length;
        }

        private static void requireName(String field, String value, int maxChars) throws RejectException {
            if (value.isEmpty()) {
                throw new RejectException(RejectReason.MISSING_FIELD, "\"" + field + "\" is missing");
            }
            if (value.length() > maxChars) {
                throw new RejectException(
                        RejectReason.TOO_LARGE,
                        "\"" + field + "\" is longer than " + maxChars + " (limits.max_name_chars)");
            }
        }
    }
}
