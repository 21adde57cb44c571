package org.passk.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a single value says as text, number, size or duration; nothing when it says no such thing or is out of range.
 * Numbers, sizes and durations may be given as text, because environment variables and overrides only have text.
 */
final class Scalar {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
    private static final int MAX_SHOWN_CHARS = 60;

    private Scalar() {}

    /** The text of anything but a list, an object and null. */
    static Optional<String> text(ConfigValue value) {
        return switch (value.valueType()) {
            case STRING, NUMBER, BOOLEAN -> Optional.of(value.atKey("v").getString("v"));
            case LIST, OBJECT, NULL -> Optional.empty();
        };
    }

    static Optional<Long> whole(ConfigValue value, LongRange range) {
        try {
            return text(value)
                    .filter(text -> NUMBER.matcher(text).matches())
                    .map(text -> new BigDecimal(text).longValueExact())
                    .filter(range::contains);
        } catch (ArithmeticException e) {
            // A fraction, or beyond 64 bits.
            return Optional.empty();
        }
    }

    static Optional<Double> number(ConfigValue value, DoubleRange range) {
        return text(value)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Double::valueOf)
                .filter(range::contains);
    }

    static Optional<Boolean> flag(ConfigValue value) {
        return text(value)
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    static Optional<Long> bytes(ConfigValue value, LongRange range) {
        try {
            return Optional.of(value.atKey("v").getBytes("v")).filter(range::contains);
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> millis(ConfigValue value, LongRange range) {
        try {
            return Optional.of(value.atKey("v").getDuration("v").toMillis()).filter(range::contains);
        } catch (ConfigException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A value as a message shows it: on one line, and cut where it is long. */
    static String shown(ConfigValue value) {
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
