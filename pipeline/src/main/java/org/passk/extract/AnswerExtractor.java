package org.passk.extract;

import java.util.Objects;
import org.passk.model.Channel;

/**
 * Finds the final answer that a generation states, with the channel through which it was found. The channels are tried
 * in this order: the last box, the last {@code ####}, the last stated answer, the last number. Only the text after the
 * last {@code </think>} is read; a reasoning that is opened and never closed has no answer.
 *
 * <p>An answer longer than the limit is no answer, and no other channel is asked then: what the generation claims in
 * the end is unusable, and what it wrote before is not its claim.
 *
 * <p>Time is linear in the text, whatever it holds: markers are searched from the end, what is read after each of them
 * is bounded by the limit, and the number of markers that are looked at is bounded too. Immutable; safe for use by
 * several threads; never throws on any text.
 */
public final class AnswerExtractor {
    /** How many markers of a kind are looked at before the channel is given up. */
    static final int MAX_TRIES = 64;

    private static final String THINK = "<think>";
    private static final String THINK_END = "</think>";

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
        int from = 0;
        // The forward search is vectorised by the JVM, the backward one is not: ask for existence first.
        if (text.indexOf('<') >= 0 && text.indexOf("think>") >= 0) {
            if (text.indexOf(THINK_END) >= 0) {
                from = text.lastIndexOf(THINK_END) + THINK_END.length();
            }
            if (text.indexOf(THINK, from) >= 0) {
                return Extraction.none(true);
            }
        }
        Candidate box = new BoxScanner(text, from, maxAnswerChars).last();
        if (box.present()) {
            return toExtraction(text, Channel.BOXED, box);
        }
        Candidate hashes = new HashesScanner(text, from, maxAnswerChars).last();
        if (hashes.present()) {
            return toExtraction(text, Channel.HASHES, hashes);
        }
        Candidate stated = new StatedScanner(text, from, maxAnswerChars).last();
        if (stated.present()) {
            return toExtraction(text, Channel.STATED, stated);
        }
        return toExtraction(text, Channel.LAST_NUMBER, new NumberScanner(text, from, maxAnswerChars).last());
    }

    private static Extraction toExtraction(String text, Channel channel, Candidate candidate) {
        String answer = candidate.answer();
        return answer.isEmpty()
                ? Extraction.none(false)
                : new Extraction(channel, answer, false, endsWith(text, answer));
    }

    /** Whether nothing follows the answer but blanks of the same line, or a mark that the answer may go on after. */
    private static boolean endsWith(String text, String answer) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        // "12." may be the beginning of 12.5, and "1," that of 1,234.
        boolean mark = end > 0 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ',');
        return endsWith(text, answer, end) || (mark && endsWith(text, answer, end - 1));
    }

    private static boolean endsWith(String text, String answer, int end) {
        return end >= answer.length() && text.startsWith(answer, end - answer.length());
    }
}
