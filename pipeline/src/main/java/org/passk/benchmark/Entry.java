package org.passk.benchmark;

import java.util.Objects;
import org.passk.model.Reference;

/**
 * What a format finds in one record.
 *
 * @param id the file's own id; empty when it has none
 * @param question the question; empty when the file does not hold it
 * @param reference what answers are compared with
 * @param level difficulty; empty when not stated
 * @param subject subject; empty when not stated
 * @param date when the problem was published, as written; empty when not stated
 * @param note what was done to the reference that a reader of the file would not expect; empty when nothing
 */
record Entry(String id, String question, Reference reference, String level, String subject, String date, String note) {
    Entry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(note, "note");
    }

    /** An entry without a date. */
    Entry(String id, String question, Reference reference, String level, String subject, String note) {
        this(id, question, reference, level, subject, "", note);
    }

    /** The same entry with a note. */
    Entry withNote(String text) {
        return new Entry(id, question, reference, level, subject, date, text);
    }
}
