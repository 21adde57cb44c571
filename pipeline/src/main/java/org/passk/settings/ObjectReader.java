package org.passk.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the keys of one object. A mistake is noted, not thrown, and a legal value returned in its place, so that
 * reading goes on to the next mistake; whoever reads looks at {@link Findings} before using what came out. A key that
 * was never asked for is unknown: {@link #done()} reports it.
 *
 * <p>Numbers, sizes and durations may be given as text, because environment variables and overrides only have text.
 */
final class ObjectReader {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int MAX_SHOWN_CHARS = 60;

    private final ConfigObject object;
    private final String path;
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
        return get(key, true).map(value -> textOf(key, value)).orElse("");
    }

    /** Text, or empty. */
    String optionalText(String key) {
        return get(key, false).map(value -> textOf(key, value)).orElse("");
    }

    /** A name that has to be there; empty after a mistake. */
    String name(String key) {
        return get(key, true).map(value -> nameOf(key, value)).orElse("");
    }

    /** A name, or empty. */
    String optionalName(String key) {
        return get(key, false).map(value -> nameOf(key, value)).orElse("");
    }

    /** One of several words; the fallback when it is not stated, the first of the words after a mistake. */
    String word(String key, Collection<String> legal, String fallback) {
        return get(key, false).map(value -> wordOf(key, value, legal)).orElse(fallback);
    }

    /** One of several words, which has to be there; the first of them after a mistake. */
    String word(String key, Collection<String> legal) {
        return get(key, true)
                .map(value -> wordOf(key, value, legal))
                .orElse(legal.iterator().next());
    }

    /** A whole number that has to be there. */
    long whole(String key, LongRange range) {
        return get(key, true).map(value -> wholeOf(key, value, range)).orElse(range.min());
    }

    /** A whole number within the range of int that has to be there. */
    int count(String key, LongRange range) {
        return Math.toIntExact(whole(key, range));
    }

    /** A whole number, or -1. */
    long optionalWhole(String key, LongRange range) {
        return get(key, false).map(value -> wholeOf(key, value, range)).orElse(-1L);
    }

    /** A number that has to be there. */
    double number(String key, DoubleRange range) {
        return get(key, true).map(value -> numberOf(key, value, range)).orElse(range.min());
    }

    /** A number, or NaN. */
    double optionalNumber(String key, DoubleRange range) {
        return get(key, false).map(value -> numberOf(key, value, range)).orElse(Double.NaN);
    }

    /** A size in bytes that has to be there. */
    long bytes(String key, LongRange range) {
        String upTo = range.max() == Long.MAX_VALUE ? "" : " and at most " + range.max() + " bytes";
        return unit(
                key, range, config -> config.getBytes("v"), "a size of at least " + range.min() + "B" + upTo, "64MiB");
    }

    /** A duration, bounded in milliseconds, that has to be there. */
    Duration duration(String key, LongRange millis) {
        String expected = "a duration of " + millis.min() + "ms to " + millis.max() / 1000 + "s";
        return Duration.ofMillis(
                unit(key, millis, config -> config.getDuration("v").toMillis(), expected, "2s"));
    }

    /** True or false, which has to be there. */
    boolean flag(String key) {
        return get(key, true).map(value -> flagOf(key, value)).orElse(false);
    }

    /** An object that has to be there; after a mistake an empty one whose own mistakes nobody sees. */
    ObjectReader section(String key) {
        Optional<ConfigValue> value = get(key, true);
        if (value.isPresent() && value.get() instanceof ConfigObject found) {
            return new ObjectReader(found, pathOf(key), patternOf(key), findings);
        }
        value.ifPresent(other -> wrong(key, other, "an object { ... }"));
        ConfigObject empty = ConfigFactory.empty().root();
        return new ObjectReader(empty, pathOf(key), patternOf(key), new Findings(""));
    }

    /** The objects of a list that has to be there and have at least one; elements that are no objects are left out. */
    List<ObjectReader> objects(String key) {
        List<ObjectReader> readers = new ArrayList<>();
        List<? extends ConfigValue> elements = elements(key);
        for (int i = 0; i < elements.size(); i++) {
            String indexed = pathOf(key) + "[" + i + "]";
            ConfigValue element = elements.get(i);
            if (element instanceof ConfigObject found) {
                readers.add(new ObjectReader(found, indexed, patternOf(key) + "[]", findings));
            } else {
                findings.mistake(element.origin(), indexed, "is " + shown(element) + "; expected an object { ... }");
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

    private List<? extends ConfigValue> elements(String key) {
        Optional<ConfigValue> value = get(key, true);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get().valueType() != ConfigValueType.LIST) {
            wrong(key, value.get(), "a list [ ... ]");
            return List.of();
        }
        ConfigList list = (ConfigList) value.get();
        if (list.isEmpty()) {
            mistake(key, "is empty; expected at least one element");
        }
        return list;
    }

    /** Whether a key is stated. */
    boolean has(String key) {
        ConfigValue value = object.get(key);
        return value != null && value.valueType() != ConfigValueType.NULL;
    }

    /** Notes a mistake at a key that is there, or at the object when it is not. */
    void mistake(String key, String what) {
        ConfigValue value = object.get(key);
        findings.mistake(value == null ? object.origin() : value.origin(), pathOf(key), what);
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
                mistake(key, "unknown key; " + Suggestion.of(key, asked));
            }
        }
    }

    private String patternOf(String key) {
        return pattern.isEmpty() ? key : pattern + "." + key;
    }

    private Optional<ConfigValue> get(String key, boolean required) {
        asked.add(key);
        findings.known(patternOf(key));
        ConfigValue value = object.get(key);
        if (value != null && value.valueType() != ConfigValueType.NULL) {
            return Optional.of(value);
        }
        if (required) {
            mistake(key, "required key is missing");
        }
        return Optional.empty();
    }

    private Optional<String> scalar(ConfigValue value) {
        return switch (value.valueType()) {
            case STRING, NUMBER, BOOLEAN -> Optional.of(value.atKey("v").getString("v"));
            case LIST, OBJECT, NULL -> Optional.empty();
        };
    }

    private String textOf(String key, ConfigValue value) {
        Optional<String> text = scalar(value);
        if (text.isEmpty() || !NameRule.isPlain(text.get())) {
            wrong(key, value, "text without control characters");
            return "";
        }
        return text.get();
    }

    private String nameOf(String key, ConfigValue value) {
        Optional<String> text = scalar(value);
        if (text.isEmpty() || !NameRule.allows(text.get())) {
            wrong(key, value, "a name: " + NameRule.expected());
            return "";
        }
        return text.get();
    }

    private String wordOf(String key, ConfigValue value, Collection<String> legal) {
        String text = scalar(value).orElse("");
        if (legal.contains(text)) {
            return text;
        }
        wrong(key, value, "one of " + String.join(", ", legal));
        return legal.iterator().next();
    }

    private long wholeOf(String key, ConfigValue value, LongRange range) {
        String text = scalar(value).orElse("");
        if (NUMBER.matcher(text).matches()) {
            try {
                long number = new BigDecimal(text).longValueExact();
                if (range.contains(number)) {
                    return number;
                }
            } catch (ArithmeticException e) {
                // A fraction, or beyond 64 bits: reported below like everything that is not a whole number in range.
                wrong(key, value, range.expected());
                return range.min();
            }
        }
        wrong(key, value, range.expected());
        return range.min();
    }

    private double numberOf(String key, ConfigValue value, DoubleRange range) {
        String text = scalar(value).orElse("");
        if (NUMBER.matcher(text).matches() && range.contains(Double.parseDouble(text))) {
            return Double.parseDouble(text);
        }
        wrong(key, value, range.expected());
        return range.min();
    }

    private boolean flagOf(String key, ConfigValue value) {
        String text = scalar(value).orElse("");
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        wrong(key, value, "true or false");
        return false;
    }

    private long unit(String key, LongRange range, Function<Config, Long> read, String expected, String example) {
        Optional<ConfigValue> value = get(key, true);
        if (value.isEmpty()) {
            return range.min();
        }
        try {
            long number = read.apply(value.get().atKey("v"));
            if (range.contains(number)) {
                return number;
            }
        } catch (ConfigException | ArithmeticException e) {
            wrong(key, value.get(), expected + ", such as " + example);
            return range.min();
        }
        wrong(key, value.get(), expected + ", such as " + example);
        return range.min();
    }

    private void wrong(String key, ConfigValue value, String expected) {
        findings.mistake(value.origin(), pathOf(key), "is " + shown(value) + "; expected " + expected);
    }

    private static String shown(ConfigValue value) {
        return switch (value.valueType()) {
            case LIST -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            case NUMBER, BOOLEAN -> value.atKey("v").getString("v");
            case STRING -> ConfigUtil.quoteString(cut((String) value.unwrapped()));
        };
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN_CHARS ? text : text.substring(0, MAX_SHOWN_CHARS) + "...";
    }
}
