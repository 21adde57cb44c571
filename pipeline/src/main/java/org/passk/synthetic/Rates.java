package org.passk.synthetic;

import java.io.Serializable;
import org.passk.fault.PasskException;

/**
 * Shares of the samples that something happens to, each in [0, 1].
 *
 * @param missing never written; in the wide form none, whose arrays have no gaps
 * @param malformed written as a record that cannot be used; in the wide form the share of lines
 * @param duplicates written twice under one identity; in the wide form the share of lines
 * @param identical with the text of another sample of the problem, which is legal
 * @param truncated cut off at the token limit
 * @param unanswered ended without an answer
 * @param longTexts with a text of {@link Lengths#LONG_TEXT_CHARS} characters
 */
public record Rates(
        double missing,
        double malformed,
        double duplicates,
        double identical,
        double truncated,
        double unanswered,
        double longTexts)
        implements Serializable {
    private static final Event[] EVENTS = Event.values();

    /** Nothing happens. */
    public static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0);

    /** What happens to one sample. */
    enum Event {
        NOTHING,
        MISSING,
        MALFORMED,
        IDENTICAL,
        TRUNCATED,
        UNANSWERED,
        LONG_TEXT
    }

    /** Checks the range of each share. */
    public Rates {
        check("missing", missing);
        check("malformed", malformed);
        check("duplicates", duplicates);
        check("identical", identical);
        check("truncated", truncated);
        check("unanswered", unanswered);
        check("longTexts", longTexts);
        // A sample has one fate.
        check("the sum of all but duplicates", missing + malformed + identical + truncated + unanswered + longTexts);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw PasskException.configuration("synthetic study: " + name + " is " + share + ", not in [0, 1]");
        }
    }

    /**
     * What happens to the sample with this number.
     *
     * @param unit in [0, 1)
     */
    Event event(double unit) {
        double[] shares = {missing, malformed, identical, truncated, unanswered, longTexts};
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            if (unit < sum) {
                return EVENTS[i + 1];
            }
        }
        return Event.NOTHING;
    }
}
