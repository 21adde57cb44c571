package org.passk.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a problem file, each bounded, so that a file that is no problem file does not end in a lack of memory. */
final class RecordLines {
    /** Far above any problem, whose tests may have tens of megabytes; such a line takes 128 MB at most. */
    static final int MAX_CHARS = 1 << 26;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int next;
    private int limit;
    private boolean skipNewline;

    /**
     * Lines.
     *
     * @param in decodes the file; not closed here
     */
    RecordLines(Reader in) {
        this.in = in;
    }

    /** A line that no problem file has. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("longer than " + MAX_CHARS + " characters", null, false, false);
        }
    }

    /** The next line without its end, which is a newline, a carriage return or both; empty at the end of the file. */
    Optional<String> next() throws IOException, TooLong {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        while (fill()) {
            any = true;
            int from = next;
            while (next < limit && buffer[next] != '\n' && buffer[next] != '\r') {
                next++;
            }
            if (line.length() + (next - from) > MAX_CHARS) {
                throw new TooLong();
            }
            line.append(buffer, from, next - from);
            if (next < limit) {
                skipNewline = buffer[next++] == '\r';
                return Optional.of(line.toString());
            }
        }
        return any ? Optional.of(line.toString()) : Optional.empty();
    }

    /** Whether there is a next character; the newline behind a carriage return is none. */
    private boolean fill() throws IOException {
        while (true) {
            if (next == limit) {
                next = 0;
                limit = Math.max(0, in.read(buffer));
                if (limit == 0) {
                    return false;
                }
            }
            if (!skipNewline) {
                return true;
            }
            skipNewline = false;
            if (buffer[next] != '\n') {
                return true;
            }
            next++;
        }
    }
}
