package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.passk.fault.RejectException;

/** A format of JSON lines: how one record becomes samples. Adding a format is one such class with its tests. */
public interface RecordFormat {
    /** The name by which a study chooses it. */
    String name();

    /**
     * Whether a record with these fields looks like this format; used where the study says {@code auto}.
     *
     * @param keys the names of the record's fields
     */
    boolean recognises(Set<String> keys);

    /** What each field that is read means, for people: name to meaning, the required fields first. Others are skipped. */
    Map<String, String> fields();

    /** Where the words of passk come from: problem, generation, sample index and so on, each to its field or rule. */
    Map<String, String> words();

    /**
     * Reads one record.
     *
     * @param <T> what the sink keeps of a text
     * @param json stands on the record's opening brace; afterwards on its closing one
     * @param position byte offset of the record
     * @param limits what the record may cost, beyond what the parser enforces
     * @param sink receives the samples; also those of a record that breaks in its middle, before the exception
     * @throws IOException if the record is not well-formed JSON or exceeds a limit
     * @throws RejectException if the record, or the rest of it, cannot be used; counts as one record
     */
    <T> void read(JsonParser json, long position, ReadLimits limits, RecordSink<T> sink)
            throws IOException, RejectException;
}
