package org.passk.spark.stage;

import java.io.Serializable;

/**
 * A drawn sample with its text.
 *
 * @param sample the sample
 * @param text the whole generation
 * @param question the question as the record has it, or empty
 * @param reference the reference as the record has it, or empty
 */
public record ReviewText(ReviewSample sample, String text, String question, String reference) implements Serializable {}
