package org.passk.report.render;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Locale;

/** Numbers as text, the same on every Java version and in every locale. */
final class Numbers {
    private Numbers() {}

    /** The shortest decimal that reads back as the same double; Double.toString gives longer ones before Java 19. */
    static String exact(double value) {
        return NumberOutput.toString(value, true);
    }

    /** For people: three decimals. */
    static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** For people: groups of three digits. */
    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
