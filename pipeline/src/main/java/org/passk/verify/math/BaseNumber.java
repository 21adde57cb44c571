package org.passk.verify.math;

/** Numbers with the base as a subscript, in normal form: {@code 2516_{8}}. */
final class BaseNumber {
    private BaseNumber() {}

    /** The subscript with its digits, {@code _{8}}; empty when the text is no number with a base. */
    static String suffix(String text) {
        int at = text.indexOf("_{");
        if (at < 1 || !text.endsWith("}") || text.length() - at > 5) {
            return "";
        }
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
                return "";
            }
        }
        for (int i = at + 2; i < text.length() - 1; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return "";
            }
        }
        return text.length() - at == 3 ? "" : text.substring(at);
    }

    /** The text without the subscript. */
    static String without(String text, String suffix) {
        return !suffix.isEmpty() && text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }
}
