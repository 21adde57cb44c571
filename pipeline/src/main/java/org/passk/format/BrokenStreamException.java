package org.passk.format;

import java.io.IOException;

/** A compressed stream cannot be decoded any further: the data is damaged, as opposed to unreachable. */
public final class BrokenStreamException extends IOException {
    /**
     * The stream is damaged.
     *
     * @param message what the decoder says
     * @param cause the decoder's exception
     */
    public BrokenStreamException(String message, Throwable cause) {
        super(message, cause);
    }
}
