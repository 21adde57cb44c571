package org.passk.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;

/**
 * Reads a range of a file of JSON lines, record by record. Whatever a record holds, it ends as samples or as a reject,
 * and the next line is read; only trouble with the stream itself ends the reading.
 */
public final class JsonLinesReader {
    /** A form that nobody knows is told after so many bytes, however long its records are. */
    private static final long SEARCHED_BYTES = 16L << 20;

    private final RecordFormat format;
    private final ReadLimits limits;
    private final int firstBytes;
    private final JsonFactory json;

    /**
     * A reader of one format.
     *
     * @param format how a record becomes samples
     * @param limits what a record may cost
     * @param firstBytes how many bytes of a rejected record are kept, in [0, 4096]
     */
    public JsonLinesReader(RecordFormat format, ReadLimits limits, int firstBytes) {
        this.format = format;
        this.limits = limits;
        this.firstBytes = firstBytes;
        this.json = factory(limits);
    }

    static JsonFactory factory(ReadLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxStringLength(limits.maxTextChars())
                .maxNestingDepth(limits.maxDepth())
                .maxNumberLength(limits.maxNumberChars())
                .build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    /**
     * Reads the records whose first byte lies in [start, end).
     *
     * @param <T> what the sink keeps of a text
     * @param in stands on byte {@code start - 1}, or on byte 0 where start is 0; not closed
     * @param start first byte of the range
     * @param end first byte after the range
     * @param sink receives samples and rejects
     * @return what was read
     * @throws IOException if the stream fails for a reason other than damaged data
     */
    public <T> ReadSummary read(InputStream in, long start, long end, RecordSink<T> sink) throws IOException {
        CountingSink<T> counted = new CountingSink<>(sink);
        LineInput lines;
        try {
            lines = new LineInput(in, start, end, limits.maxRecordBytes());
        } catch (BrokenStreamException e) {
            counted.reject(new Reject(start, 0, RejectReason.BROKEN_STREAM, e.getMessage(), ""));
            return new ReadSummary(counted.records(), 0, 0);
        }
        try {
            while (lines.nextLine()) {
                record(lines, counted);
            }
        } catch (BrokenStreamException e) {
            counted.reject(new Reject(lines.position(), 0, RejectReason.BROKEN_STREAM, e.getMessage(), ""));
        }
        return new ReadSummary(counted.records(), lines.position() - start, lines.checksum());
    }

    private <T> void record(LineInput lines, CountingSink<T> sink) throws IOException {
        long position = lines.lineStart();
        RejectReason reason;
        String message;
        try (JsonParser parser = new BoundedNames(json.createParser(lines.line()), limits)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return;
            }
            if (first != JsonToken.START_OBJECT) {
                reason = RejectReason.NOT_AN_OBJECT;
                message = "the record is no JSON object";
            } else {
                format.read(parser, position, limits, sink);
                if (parser.nextToken() == null) {
                    return;
                }
                reason = RejectReason.MALFORMED_JSON;
                message = "text follows the record on the same line";
            }
        } catch (RejectException e) {
            reason = e.reason();
            message = e.getMessage();
        } catch (StreamConstraintsException | LineTooLongException e) {
            reason = RejectReason.TOO_LARGE;
            message = message(e);
        } catch (JsonProcessingException | CharConversionException e) {
            reason = RejectReason.MALFORMED_JSON;
            message = message(e);
        }
        try {
            lines.line().completeHead(firstBytes);
        } finally {
            int answerIndex = sink.recordsInLine(position);
            String excerpt = new String(lines.line().head(firstBytes), StandardCharsets.UTF_8);
            sink.reject(new Reject(position, answerIndex, reason, message, excerpt));
        }
    }

    private static String message(IOException e) {
        String text = e instanceof JsonProcessingException j ? j.getOriginalMessage() : e.getMessage();
        return text == null
                ? e.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }

    /**
     * The names of the fields of the first record that a format recognises, among the first lines of a file, up to the
     * one that tells: the rest of a wide record may be hundreds of megabytes. A record that lacks a field hides no file.
     *
     * @param in stands on byte 0; not closed
     * @param limits what a record may cost
     * @return the names in order; where none is recognised, those of the first JSON object; empty when there is none
     * @throws IOException if the stream fails
     */
    public static Set<String> decidingKeys(InputStream in, ReadLimits limits) throws IOException {
        return firstKeys(in, limits, keys -> FormatCatalog.recognise(keys).isPresent(), SEARCHED_BYTES);
    }

    /**
     * The names of all fields of the first record that is a JSON object, among the first lines of a file.
     *
     * @param in stands on byte 0; not closed
     * @param limits what a record may cost
     * @return the names in order; empty when the first hundred lines hold no object
     * @throws IOException if the stream fails
     */
    public static Set<String> firstKeys(InputStream in, ReadLimits limits) throws IOException {
        return firstKeys(in, limits, keys -> false, 0);
    }

    /** Stops at a record whose keys are enough; after another one, only as long as the file's first bytes last. */
    private static Set<String> firstKeys(
            InputStream in, ReadLimits limits, Predicate<Set<String>> enough, long searchedBytes) throws IOException {
        Set<String> first = Set.of();
        LineInput lines = new LineInput(in, 0, Long.MAX_VALUE, limits.maxRecordBytes());
        JsonFactory json = factory(limits);
        for (int i = 0; i < 100 && lines.nextLine(); i++) {
            Set<String> keys = new LinkedHashSet<>();
            try (JsonParser parser = new BoundedNames(json.createParser(lines.line()), limits)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    continue;
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                    if (enough.test(keys)) {
                        return keys;
                    }
                    parser.nextToken();
                    parser.skipChildren();
                }
                first = first.isEmpty() ? keys : first;
            } catch (JsonProcessingException | CharConversionException | LineTooLongException e) {
                if (keys.size() > 2 && first.isEmpty()) {
                    // Enough of the record could be read to know its form.
                    first = keys;
                }
            }
            if (!first.isEmpty() && lines.position() >= searchedBytes) {
                break;
            }
        }
        return first;
    }
}
