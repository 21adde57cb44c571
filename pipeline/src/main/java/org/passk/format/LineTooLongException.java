package org.passk.format;

import java.io.IOException;

/** A line is longer than the settings allow. */
final class LineTooLongException extends IOException {
    LineTooLongException(long maxBytes) {
        super("the record is longer than " + maxBytes + " bytes (limits.max_record_bytes)");
    }
}
