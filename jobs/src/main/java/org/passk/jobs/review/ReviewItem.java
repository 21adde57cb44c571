package org.passk.jobs.review;

/**
 * A response as reviewers see it. It does not say which run it is of: that stands in the design, and who labels need not
 * know it.
 *
 * @param id its stable id
 * @param benchmark the benchmark
 * @param problemId the problem
 * @param question the question, or empty where neither records nor problem file give it
 * @param reference the reference answer, or empty
 * @param answer the canonical answer of the response
 * @param response the whole text
 */
record ReviewItem(
        String id,
        String benchmark,
        String problemId,
        String question,
        String reference,
        String answer,
        String response) {}
