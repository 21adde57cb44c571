package org.passk.verify.math;

/** How single characters beyond ASCII are written in the normal form. */
final class Characters {
    private Characters() {}

    /** The character's LaTeX or ASCII form; the character itself where it has none; empty where it means nothing. */
    static String plain(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            // Full-width forms mirror ASCII.
            return String.valueOf((char) (c - 0xFEE0));
        }
        return switch (c) {
            case '\u2212', '\u2013', '\u2014', '\u2010', '\u2011', '\uFE63' -> "-";
            case '\u00D7' -> "\\times ";
            case '\u00B7', '\u22C5', '\u2219' -> "\\cdot ";
            case '\u00F7' -> "/";
            case '\u2044', '\u2215' -> "/";
            case '\u221A' -> "\\sqrt ";
            case '\u03C0' -> "\\pi ";
            case '\u221E' -> "\\infty ";
            case '\u2264' -> "\\le ";
            case '\u2265' -> "\\ge ";
            case '\u2260' -> "\\ne ";
            case '\u222A' -> "\\cup ";
            case '\u2229' -> "\\cap ";
            case '\u2208' -> "\\in ";
            case '\u00B1' -> "\\pm ";
            case '\u00BD' -> "\\frac{1}{2}";
            case '\u00BC' -> "\\frac{1}{4}";
            case '\u00BE' -> "\\frac{3}{4}";
            case '\u2153' -> "\\frac{1}{3}";
            case '\u2154' -> "\\frac{2}{3}";
            case '\u00B2' -> "^{2}";
            case '\u00B3' -> "^{3}";
            case '\u3001' -> ",";
            case '\u2018', '\u2019' -> "'";
            case '\u201C', '\u201D' -> "\"";
            case '\u2009', '\u202F' -> "\\,";
            case '\u00A0', '\u3000', '\t', '\n', '\r' -> " ";
            default -> isNothing(c) ? "" : String.valueOf(c);
        };
    }

    /** Zero-width characters, direction marks, controls and the private area. */
    private static boolean isNothing(char c) {
        return Character.isISOControl(c)
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2064')
                || c == '\uFEFF'
                || Mark.isMark(c);
    }

    /** The text with each character in its plain form. */
    static String plain(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 127) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 127) {
                out.append(c);
            } else {
                out.append(plain(c));
            }
        }
        return out.toString();
    }
}
