package org.passk.extract;

import java.util.Objects;
import org.passk.model.Channel;

/**
 * What a generation says its answer is, before it is compared with anything. Small and independent of the text it came
 * from, so that it can be held while the rest of a record streams by.
 *
 * @param channel how the answer was found; {@link Channel#NONE} when there is none
 * @param answer the answer as written; empty when there is none
 * @param unfinished whether the text stops inside its reasoning (an unclosed think tag)
 * @param open whether the answer would not count were the text cut off: the text ends with the answer's last character,
 *     or with a point or comma after it, so that 12 may be the beginning of 123 or of 12.5; or the answer is the
 *     conclusion of the text, which a text that was cut off does not have
 */
public record Extraction(Channel channel, String answer, boolean unfinished, boolean open) {
    /** Checks that an answer is present exactly when the channel says so. */
    public Extraction {
        Objects.requireNonNull(channel, "channel");
        if ((channel == Channel.NONE) != answer.isEmpty()) {
            throw new IllegalArgumentException("channel " + channel + " with answer \"" + answer + "\"");
        }
    }

    /** An answer that the text goes on after. */
    public Extraction(Channel channel, String answer, boolean unfinished) {
        this(channel, answer, unfinished, false);
    }

    /** No answer was found. */
    public static Extraction none(boolean unfinished) {
        return new Extraction(Channel.NONE, "", unfinished);
    }
}
