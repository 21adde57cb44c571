package org.passk.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passk.fault.PasskException;
import org.passk.format.BrokenStreamException;
import org.passk.model.Digests;
import org.passk.model.Problem;

/**
 * Reads a problem file in its benchmark's original form (JSON lines, UTF-8) into a {@link ProblemSet}. The caller opens
 * and closes the stream, decompressed. Blank lines are skipped and do not count as positions. A problem file is small
 * and everything rests on it: the first record that cannot be used ends the reading, nothing is quarantined.
 */
public final class ProblemReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MARK_BYTES = 3;

    private final String file;
    private final String benchmark;
    private final String formatName;
    private final JsonFactory json = ProblemRecord.factory();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> linesOfIds = new HashMap<>();

    private ProblemReader(String file, String benchmark, String formatName) {
        this.file = file;
        this.benchmark = benchmark;
        this.formatName = formatName;
    }

    /** The names of the formats, as a study file may state them: {@code auto} first, then one per format. */
    public static List<String> formatNames() {
        List<String> names = new ArrayList<>(ProblemFormats.names());
        names.add(0, ProblemFormats.AUTO);
        return List.copyOf(names);
    }

    /**
     * Reads a problem file to its end.
     *
     * @param stream the decompressed file; not closed here
     * @param file what the file is called in messages
     * @param benchmark the benchmark's name in the study
     * @param format one of {@link #formatNames}
     * @return at least one problem
     * @throws PasskException of kind CONFIGURATION for an unknown format; of kind INPUT, with file, line and the keys
     *     found, for a record that cannot be used, a repeated id, an unrecognised format or a file without records; of
     *     kind EXTERNAL when the stream fails
     */
    public static ProblemSet read(InputStream stream, String file, String benchmark, String format) {
        if (!format.equals(ProblemFormats.AUTO)) {
            // A wrong name is the study's mistake, whatever the file holds.
            ProblemFormats.named(format);
        }
        return new ProblemReader(file, benchmark, format).read(stream);
    }

    /**
     * Where the reference comes from in a format, for people.
     *
     * @param format one of {@link #formatNames} but {@code auto}
     */
    public static String referenceOf(String format) {
        return ProblemFormats.named(format).reference();
    }

    /**
     * Whether a record is the first one of a problem file in a known format.
     *
     * @param line one line of a file
     */
    public static boolean recognises(String line) {
        try {
            return ProblemFormats.isKnown(
                    ProblemRecord.parse(ProblemRecord.factory(), "", new ProblemRecord.Origin("", 0, 1), line));
        } catch (PasskException e) {
            return false;
        }
    }

    private ProblemSet read(InputStream stream) {
        // A decoder of one's own reports malformed bytes; by name alone it would replace them silently.
        RecordLines lines = new RecordLines(new InputStreamReader(
                stream,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        ProblemFormat format = null;
        long number = 0;
        try {
            for (Optional<String> read = lines.next(); read.isPresent(); read = lines.next()) {
                String line = read.get();
                number++;
                int mark = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
                int markBytes = mark * MARK_BYTES;
                String text = line.substring(mark);
                if (text.isBlank()) {
                    continue;
                }
                ProblemRecord.Origin origin =
                        new ProblemRecord.Origin(file, lines.lineStart() + markBytes, lines.lineBytes() - markBytes);
                ProblemRecord record = ProblemRecord.parse(json, place(number), origin, text);
                if (format == null) {
                    format = ProblemFormats.choose(formatName, benchmark, record);
                }
                add(format.read(record), number);
            }
        } catch (CharacterCodingException e) {
            throw PasskException.input(file + ": not UTF-8, in or shortly after line " + (number + 1));
        } catch (RecordLines.TooLong e) {
            throw PasskException.input(place(number + 1) + ": the line is " + e.getMessage());
        } catch (BrokenStreamException e) {
            throw PasskException.input(file + ": after line " + number + " " + e.getMessage());
        } catch (IOException e) {
            throw PasskException.external(file + ": reading failed after line " + number, e);
        }
        if (format == null) {
            throw PasskException.input(file + ": no record, expected one JSON object per line");
        }
        return new ProblemSet(benchmark, format.name(), problems, notes);
    }

    private void add(Entry entry, long line) {
        int ordinal = problems.size();
        String id = entry.id().isEmpty() ? Integer.toString(ordinal) : entry.id();
        Long earlier = linesOfIds.putIfAbsent(id, line);
        if (earlier != null) {
            throw PasskException.input(
                    place(line) + ": the id \"" + id + "\" is already that of the problem on line " + earlier);
        }
        String questionDigest = entry.question().isEmpty() ? "" : Digests.ofQuestion(entry.question());
        problems.add(new Problem(
                benchmark,
                ordinal,
                id,
                questionDigest,
                entry.reference(),
                entry.level(),
                entry.subject(),
                entry.date()));
        if (!entry.note().isEmpty()) {
            notes.add(place(line) + ": " + entry.note());
        }
    }

    private String place(long line) {
        return file + " line " + line;
    }
}
