package org.passk.settings;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passk.fault.PasskException;
import org.passk.model.UnicodeText;

/** What reading a study brings to light: its mistakes, all of them in one go, and the keys that were asked for. */
final class Findings {
    /** More lines than this help nobody. */
    private static final int MAX_SHOWN = 50;

    private final String studyFile;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final SortedSet<String> keys = new TreeSet<>();

    private record Mistake(Place place, String message) {}

    Findings(String studyFile) {
        this.studyFile = studyFile;
    }

    /** Notes a mistake at a key. */
    void mistake(ConfigOrigin origin, String key, String what) {
        mistake(Place.of(origin, studyFile), key + ": " + what);
    }

    /** Notes a mistake at a place. */
    void mistake(Place place, String message) {
        // Values of the study are quoted in messages, which go to terminals.
        mistakes.add(new Mistake(place, UnicodeText.plain(message)));
    }

    /** How many mistakes were found so far. */
    int count() {
        return mistakes.size();
    }

    /** Notes that a key has a meaning. */
    void known(String key) {
        keys.add(key);
    }

    /** All keys that have a meaning, elements of lists as {@code []}. */
    SortedSet<String> knownKeys() {
        return keys;
    }

    /** Ends with all mistakes, one per line, in the order of the study file and then of the other sources. */
    void throwIfAny() {
        if (mistakes.isEmpty()) {
            return;
        }
        Comparator<Mistake> order = Comparator.comparing(
                        (Mistake m) -> !m.place.file().equals(studyFile))
                .thenComparing(m -> m.place.file())
                .thenComparingInt(m -> m.place.line());
        String lines = mistakes.stream()
                .sorted(order)
                .limit(MAX_SHOWN)
                .map(m -> m.place + ": " + m.message)
                .collect(Collectors.joining("\n"));
        int more = mistakes.size() - MAX_SHOWN;
        throw PasskException.configuration(more > 0 ? lines + "\n(and " + more + " more)" : lines);
    }
}
