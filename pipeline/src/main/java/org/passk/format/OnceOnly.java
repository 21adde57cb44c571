package org.passk.format;

import java.util.HashSet;
import java.util.Set;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;

/**
 * Refuses a record that gives a field twice: parsers disagree on which of the two counts (RFC 8259, section 4), so the
 * text that was verified could be another one than people see.
 */
final class OnceOnly {
    private final Set<String> watched;
    private final Set<String> seen = new HashSet<>();

    /**
     * For one record.
     *
     * @param watched the fields that are read; others may stand as often as they like
     */
    OnceOnly(Set<String> watched) {
        this.watched = watched;
    }

    void require(String field) throws RejectException {
        if (watched.contains(field) && !seen.add(field)) {
            throw new RejectException(RejectReason.MALFORMED_JSON, "\"" + field + "\" stands twice in the record");
        }
    }
}
