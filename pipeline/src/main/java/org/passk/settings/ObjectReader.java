package org.passk.settings;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the keys of one object. A mistake is noted, not thrown, and a harmless value returned in its place, so that
 * reading goes on to the next mistake; whoever reads looks at {@link Findings} before using what came out. A key that
 * was never asked for is unknown: {@link #done()} reports it. A key whose value is null counts as not stated.
 */
final class ObjectReader {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]+");

    private final ConfigObject object;
    private final String path;

    /** The path with {@code []} for the elements of lists: what the documentation calls a key. */
    private final String pattern;

    private final Findings findings;
    private final SortedSet<String> asked = new TreeSet<>();

    private ObjectReader(ConfigObject object, String path, String pattern, Findings findings) {
        this.object = object;
        this.path = path;
        this.pattern = pattern;
        this.findings = findings;
    }

    static ObjectReader ofRoot(ConfigObject root, Findings findings) {
        return new ObjectReader(root, "", "", findings);
    }

    /** Text that has to be there; empty after a mistake. */
    String text(String key) {
        return stated(key, true).map(value -> textOf(key, value)).orElse("");
    }

    /** Text, or empty. */
    String optionalText(String key) {
        return stated(key, false).map(value -> textOf(key, value)).orElse("");
    }

    /** A name that has to be there; empty after a mistake. */
    String name(String key) {
        return stated(key, true).map(value -> nameOf(key, value)).orElse("");
    }

    /** A name, or empty. */
    String optionalName(String key) {
        return stated(key, false).map(value -> nameOf(key, value)).orElse("");
    }

    /** One of several words; the fallback when it is not stated, the first of the words after a mistake. */
    String word(String key, List<String> legal, String fallback) {
        return stated(key, false).map(value -> wordOf(key, value, legal)).orElse(fallback);
    }

    /** One of several words, which has to be there; the first of them after a mistake. */
    String word(String key, List<String> legal) {
        return stated(key, true).map(value -> wordOf(key, value, legal)).orElse(legal.get(0));
    }

    /** A whole number that has to be there. */
    long whole(String key, LongRange range) {
        return stated(key, true).map(value -> wholeOf(key, value, range)).orElse(range.min());
    }

    /** A whole number within the range of int that has to be there. */
    int count(String key, LongRange range) {
        return Math.toIntExact(whole(key, range));
    }

    /** A whole number, or -1. */
    long optionalWhole(String key, LongRange range) {
        return stated(key, false).map(value -> wholeOf(key, value, range)).orElse(-1L);
    }

    /** A number that has to be there. */
    double number(String key, DoubleRange range) {
        return stated(key, true).map(value -> numberOf(key, value, range)).orElse(range.min());
    }

    /** A number, or NaN. */
    double optionalNumber(String key, DoubleRange range) {
        return stated(key, false).map(value -> numberOf(key, value, range)).orElse(Double.NaN);
    }

    /** A size in bytes that has to be there. */
    long bytes(String key, LongRange range) {
        String upTo = range.max() == Long.MAX_VALUE ? "" : " and at most " + range.max() + " bytes";
        String expected = "a size of at least " + range.min() + "B" + upTo + ", such as 64MiB";
        return stated(key, true)
                .map(value -> orNote(key, value, v -> Scalar.bytes(v, range), expected, range.min()))
                .orElse(range.min());
    }

    /** A duration, bounded in milliseconds, that has to be there. */
    Duration duration(String key, LongRange millis) {
        String expected = "a duration of " + millis.min() + "ms to " + millis.max() / 1000 + "s, such as 2s";
        return Duration.ofMillis(stated(key, true)
                .map(value -> orNote(key, value, v -> Scalar.millis(v, millis), expected, millis.min()))
                .orElse(millis.min()));
    }

    /** True or false, which has to be there. */
    boolean flag(String key) {
        return stated(key, true)
                .map(value -> orNote(key, value, Scalar::flag, "true or false", false))
                .orElse(false);
    }

    /** An object that has to be there; after a mistake an empty one whose own mistakes nobody sees. */
    ObjectReader section(String key) {
        Optional<ConfigValue> value = stated(key, true);
        if (value.isPresent() && value.get() instanceof ConfigObject found) {
            return new ObjectReader(found, pathOf(key), patternOf(key), findings);
        }
        value.ifPresent(other -> wrong(key, other, "an object { ... }"));
        return new ObjectReader(ConfigFactory.empty().root(), pathOf(key), patternOf(key), new Findings(""));
    }

    /** An object, or nothing where it is not stated or no object. */
    Optional<ObjectReader> optionalSection(String key) {
        return stated(key, false).isPresent() ? Optional.of(section(key)) : Optional.empty();
    }

    /** The objects of a list that has at least one, or none where it is not stated. */
    List<ObjectReader> optionalObjects(String key) {
        return stated(key, false).isPresent() ? objects(key) : List.of();
    }

    /** The objects of a list that has to be there and have at least one; elements that are no objects are left out. */
    List<ObjectReader> objects(String key) {
        List<ObjectReader> readers = new ArrayList<>();
        List<? extends ConfigValue> elements = elements(key);
        for (int i = 0; i < elements.size(); i++) {
            String indexed = key + "[" + i + "]";
            if (elements.get(i) instanceof ConfigObject found) {
                readers.add(new ObjectReader(found, pathOf(indexed), patternOf(key) + "[]", findings));
            } else {
                wrong(indexed, elements.get(i), "an object { ... }");
            }
        }
        return readers;
    }

    /** The whole numbers of a list that has to be there and have at least one; a broken element gives the minimum. */
    List<Long> wholes(String key, LongRange range) {
        List<Long> numbers = new ArrayList<>();
        List<? extends ConfigValue> elements = elements(key);
        for (int i = 0; i < elements.size(); i++) {
            numbers.add(wholeOf(key + "[" + i + "]", elements.get(i), range));
        }
        return numbers;
    }

    /** The words of a list that has to be there, and may be empty; a broken element gives the first legal one. */
    List<String> words(String key, List<String> legal) {
        Optional<ConfigValue> value = stated(key, true);
        if (value.isEmpty() || !(value.get() instanceof ConfigList list)) {
            value.ifPresent(other -> wrong(key, other, "a list [ ... ]"));
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            words.add(wordOf(key + "[" + i + "]", list.get(i), legal));
        }
        return words;
    }

    /** Whether a key is stated. */
    boolean has(String key) {
        ConfigValue value = object.get(key);
        return value != null && value.valueType() != ConfigValueType.NULL;
    }

    /** Notes a mistake at a key that is there, or at the object when it is not. */
    void mistake(String key, String what) {
        ConfigValue value = object.get(key);
        ConfigOrigin origin = value == null ? object.origin() : value.origin();
        findings.mistake(origin, pathOf(key), what);
    }

    /** The full path of a key, for messages. */
    String pathOf(String key) {
        String quoted = key.endsWith("]") || PLAIN_KEY.matcher(key).matches() ? key : ConfigUtil.quoteString(key);
        return path.isEmpty() ? quoted : path + "." + quoted;
    }

    /** Reports the keys that nobody asked for. */
    void done() {
        for (String key : object.keySet()) {
            if (!asked.contains(key)) {
                findings.mistake(object.get(key).origin(), pathOf(key), "unknown key; " + Suggestion.of(key, asked));
            }
        }
    }

    private String patternOf(String key) {
        return pattern.isEmpty() ? key : pattern + "." + key;
    }

    private Optional<ConfigValue> stated(String key, boolean required) {
        asked.add(key);
        findings.known(patternOf(key));
        if (has(key)) {
            return Optional.of(object.get(key));
        }
        if (required) {
            mistake(key, "required key is missing");
        }
        return Optional.empty();
    }

    private List<? extends ConfigValue> elements(String key) {
        Optional<ConfigValue> value = stated(key, true);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof ConfigList list)) {
            wrong(key, value.get(), "a list [ ... ]");
            return List.of();
        }
        if (list.isEmpty()) {
            mistake(key, "is empty; expected at least one element");
        }
        return list;
    }

    private String textOf(String key, ConfigValue value) {
        String rule = Scalar.text(value)
                .map(text -> text.isEmpty() ? " that is not empty" : " without control characters")
                .orElse("");
        return orNote(key, value, v -> Scalar.text(v).filter(NameRule::isPlain), "text" + rule, "");
    }

    private String nameOf(String key, ConfigValue value) {
        String expected = "a name: " + NameRule.expected();
        return orNote(key, value, v -> Scalar.text(v).filter(NameRule::allows), expected, "");
    }

    private String wordOf(String key, ConfigValue value, List<String> legal) {
        String expected = "one of " + String.join(", ", legal);
        String first = legal.get(0);
        return orNote(key, value, v -> Scalar.text(v).filter(legal::contains), expected, first);
    }

    private long wholeOf(String key, ConfigValue value, LongRange range) {
        return orNote(key, value, v -> Scalar.whole(v, range), range.expected(), range.min());
    }

    private double numberOf(String key, ConfigValue value, DoubleRange range) {
        return orNote(key, value, v -> Scalar.number(v, range), range.expected(), range.min());
    }

    private <T> T orNote(
            String key, ConfigValue value, Function<ConfigValue, Optional<T>> read, String expected, T instead) {
        Optional<T> result = read.apply(value);
        if (result.isEmpty()) {
            wrong(key, value, expected);
        }
        return result.orElse(instead);
    }

    private void wrong(String key, ConfigValue value, String expected) {
        findings.mistake(value.origin(), pathOf(key), "is " + Scalar.shown(value) + "; expected " + expected);
    }
}
