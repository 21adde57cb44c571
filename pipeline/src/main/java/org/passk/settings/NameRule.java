package org.passk.settings;

import java.util.regex.Pattern;

/** The rule for names that a study gives: short, and harmless in labels, file names and placeholders. */
final class NameRule {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private NameRule() {}

    /** Whether a name is legal; {@code .} and {@code ..} are not, for they name folders. */
    static boolean allows(String name) {
        return LEGAL.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    static void check(String what, String name) {
        if (!allows(name)) {
            throw new IllegalArgumentException(what + " \"" + name + "\" is not " + expected());
        }
    }

    static void checkIfStated(String what, String name) {
        if (!name.isEmpty()) {
            check(what, name);
        }
    }

    static String expected() {
        return "1 to 100 of A-Z a-z 0-9 . _ - (and not . or ..)";
    }

    /** Whether a text has characters that would break a line or hide in a message. */
    static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }
}
