package org.passk.jobs;

import java.io.InputStream;
import java.util.Optional;

/** The lines of the stream that is being read, once there is one. Not thread-safe. */
final class SurveyLines {
    private Optional<LineCounter> counter = Optional.empty();

    InputStream watch(InputStream in) {
        LineCounter created = new LineCounter(in);
        counter = Optional.of(created);
        return created;
    }

    /** The line of a position, from 1; 0 where it is not known. */
    long lineOf(long position) {
        return counter.map(c -> c.lineOf(position)).orElse(0L);
    }
}
