package org.passk.extract;

import java.util.Objects;
import org.passk.model.Channel;

/**
 * Finds the final answer that a generation states, with the channel through which it was found. The channels are tried
 * in this order: the last box, the last {@code ####}, the last stated answer, the conclusion (the last sentence, where
 * it asserts a result), the last number. Only the text after the last {@code </think>} is read; a reasoning that is
 * opened and never closed has no answer.
 *
 * <p>An answer longer than the limit is no answer, and no other channel is asked then: what the generation claims in
 * the end is unusable, and what it wrote before is not its claim.
 *
 * <p>An answer is a part of the text, but for four changes: several boxes are joined by {@code " and "}; a percent sign
 * or the word behind the answer becomes {@code \%}; doubled backslashes become single ones; white space and marks
 * around it are dropped.
 *
 * <p>Time is linear in the text, whatever it holds: markers are searched from the end, what is read after each of them
 * is bounded by the limit, and the number of markers that are looked at is bounded too. Immutable; safe for use by
 * several threads; never throws on any text.
 */
public final class AnswerExtractor {
    /** How many markers of a kind are looked at before the channel is given up. */
    static final int MAX_TRIES = 64;

    private final int maxAnswerChars;

    /**
     * An extractor with a limit.
     *
     * @param maxAnswerChars the longest answer in characters, at least 1
     */
    public AnswerExtractor(int maxAnswerChars) {
        if (maxAnswerChars < 1) {
            throw new IllegalArgumentException("maxAnswerChars " + maxAnswerChars + " is below 1");
        }
        this.maxAnswerChars = maxAnswerChars;
    }

    /**
     * Finds the final answer.
     *
     * @param text the generation as sampled
     * @return the answer and its channel, or none
     */
    public Extraction extract(String text) {
        Objects.requireNonNull(text, "text");
        int from = ThinkTags.answerStart(text);
        if (from < 0) {
            return Extraction.none(true);
        }
        Candidate box = new BoxScanner(text, from, maxAnswerChars).last();
        if (box.present()) {
            return toExtraction(text, Channel.BOXED, box);
        }
        Candidate hashes = new HashesScanner(text, from, maxAnswerChars).last();
        if (hashes.present()) {
            return toExtraction(text, Channel.HASHES, hashes);
        }
        int end = TextEnd.of(text, from);
        Candidate stated = new StatedScanner(text, from, end, maxAnswerChars).last();
        if (stated.present()) {
            return toExtraction(text, Channel.STATED, stated);
        }
        Candidate conclusion = new Conclusion(text, from, end, maxAnswerChars).find();
        if (conclusion.usable()) {
            // The last sentence of a text that was cut off is a sentence of its middle.
            return new Extraction(Channel.STATED, conclusion.answer(), false, true);
        }
        return toExtraction(text, Channel.LAST_NUMBER, new NumberScanner(text, from, end, maxAnswerChars).last());
    }

    /**
     * Where the text after the reasoning begins.
     *
     * @param text the generation as sampled
     * @return the position behind the last {@code </think>}; 0 without a reasoning; -1 when the last one is never closed
     */
    public static int answerStart(String text) {
        return ThinkTags.answerStart(text);
    }

    private static Extraction toExtraction(String text, Channel channel, Candidate candidate) {
        return candidate.usable()
                ? new Extraction(
                        channel,
                        candidate.answer(),
                        false,
                        isOpen(text, channel == Channel.BOXED ? candidate.end() : boldEnd(text, candidate.end())))
                : Extraction.none(false);
    }

    /** Behind what closes the bold text that an answer stands in; a closed box is whole. */
    private static int boldEnd(String text, int answerEnd) {
        int i = answerEnd;
        while (i < text.length() && (text.charAt(i) == '}' || text.charAt(i) == '*')) {
            i++;
        }
        return i;
    }

    /** Whether nothing follows the answer but blanks of the same line, or a mark that the answer may go on after. */
    private static boolean isOpen(String text, int answerEnd) {
        int i = answerEnd;
        // "12." may be the beginning of 12.5, and "1," that of 1,234.
        if (i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ',')) {
            i++;
        }
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i == text.length();
    }
}
