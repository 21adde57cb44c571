package org.passk.verify.math.notation;

import java.text.Normalizer;

/** How single characters beyond ASCII are written in LaTeX or ASCII. */
final class Characters {
    private static final String SUPERSCRIPTS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079"
            + "\u207A\u207B\u207C\u207D\u207E\u207F\u2071";
    private static final String SUBSCRIPTS =
            "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208A\u208B\u208C\u208D\u208E\u2099\u1D62";
    private static final String RAISED = "0123456789+-=()ni";

    /** Vulgar fractions from U+2150 on. */
    private static final String[] FRACTIONS = {
        "1}{7", "1}{9", "1}{10", "1}{3", "2}{3", "1}{5", "2}{5", "3}{5", "4}{5", "1}{6", "5}{6", "1}{8", "3}{8", "5}{8",
        "7}{8"
    };

    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    private Characters() {}

    /** A letter as a name: a capital Greek one is no sign of a sum or product. */
    static String letter(int code) {
        boolean capital = code >= 0x391 && code <= 0x3A9 && code != 0x3A2;
        String name = capital ? GREEK[code - 0x391] : "";
        return capital
                ? "\\" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + " "
                : Character.toString(code);
    }

    /** The text with each character in its plain form. */
    static String plain(String text) {
        int i = 0;
        int length = text.length();
        while (i < length && text.charAt(i) >= ' ' && text.charAt(i) < 127) {
            i++;
        }
        if (i == length) {
            return text;
        }
        StringBuilder out = new StringBuilder(length + 16).append(text, 0, i);
        while (i < length) {
            int code = text.codePointAt(i);
            if (code >= ' ' && code < 127) {
                out.append((char) code);
            } else if (raised(code) >= 0) {
                i = raised(text, i, out);
                continue;
            } else {
                out.append(plain(code));
            }
            i += Character.charCount(code);
        }
        return out.toString();
    }

    /** A run of raised or lowered characters is one script. */
    private static int raised(String text, int start, StringBuilder out) {
        boolean up = SUPERSCRIPTS.indexOf(text.charAt(start)) >= 0;
        String row = up ? SUPERSCRIPTS : SUBSCRIPTS;
        out.append(up ? "^{" : "_{");
        int i = start;
        while (i < text.length() && row.indexOf(text.charAt(i)) >= 0) {
            out.append(RAISED.charAt(row.indexOf(text.charAt(i))));
            i++;
        }
        out.append('}');
        return i;
    }

    private static int raised(int code) {
        return Math.max(SUPERSCRIPTS.indexOf(code), SUBSCRIPTS.indexOf(code));
    }

    /** The character's LaTeX or ASCII form; the character itself where it has none; empty where it means nothing. */
    private static String plain(int code) {
        if (code >= 0xFF01 && code <= 0xFF5E) {
            // Full-width forms mirror ASCII.
            return String.valueOf((char) (code - 0xFEE0));
        }
        if (code >= 0x2150 && code <= 0x215E) {
            return "\\frac{" + FRACTIONS[code - 0x2150] + "}";
        }
        if (code >= 0x3B1 && code <= 0x3C9) {
            return "\\" + GREEK[code - 0x3B1] + " ";
        }
        if (code > 0xFFFF) {
            // Letters and digits of mathematical alphabets.
            String folded = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
            return folded.length() == 1 && folded.charAt(0) < 127 ? folded : Character.toString(code);
        }
        int digit = Character.isDigit(code) ? Character.digit(code, 10) : -1;
        return digit >= 0 ? String.valueOf((char) ('0' + digit)) : symbol((char) code);
    }

    private static String symbol(char c) {
        return switch (c) {
            case '\u2212', '\u2013', '\u2014', '\u2010', '\u2011', '\u2012', '\uFE63' -> "-";
            case '\u00D7', '\u2A2F' -> "\\times ";
            case '\u00B7', '\u22C5', '\u2219', '\u2022' -> "\\cdot ";
            case '\u00F7', '\u2044', '\u2215' -> "/";
            case '\u2217' -> "*";
            case '\u221A' -> "\\sqrt ";
            case '\u221B' -> "\\sqrt[3]";
            case '\u221C' -> "\\sqrt[4]";
            case '\u03D5' -> "\\phi ";
            case '\u03F5', '\u0190', '\u025B' -> "\\epsilon ";
            case '\u03D6' -> "\\varpi ";
            case '\u03F0' -> "\\varkappa ";
            case '\u03F1' -> "\\varrho ";
            case '\u03D1' -> "\\theta ";
            case '\u0393' -> "\\Gamma ";
            case '\u0394', '\u2206' -> "\\Delta ";
            case '\u03A3', '\u2211' -> "\\sum ";
            case '\u03A0', '\u220F' -> "\\prod ";
            case '\u03A9' -> "\\Omega ";
            case '\u222B' -> "\\int ";
            case '\u221E' -> "\\infty ";
            case '\u2264', '\u2A7D' -> "\\le ";
            case '\u2265', '\u2A7E' -> "\\ge ";
            case '\u2260' -> "\\ne ";
            case '\u2248', '\u2243' -> "\\approx ";
            case '\u2261' -> "\\equiv ";
            case '\u222A' -> "\\cup ";
            case '\u2229' -> "\\cap ";
            case '\u2216' -> "\\setminus ";
            case '\u2205' -> "\\emptyset ";
            case '\u2208' -> "\\in ";
            case '\u2209' -> "\\notin ";
            case '\u2282', '\u2286' -> "\\subseteq ";
            case '\u2283', '\u2287' -> "\\supseteq ";
            case '\u2192' -> "\\to ";
            case '\u2227' -> "\\land ";
            case '\u2228' -> "\\lor ";
            case '\u211D' -> "\\mathbb{R}";
            case '\u2115' -> "\\mathbb{N}";
            case '\u2124' -> "\\mathbb{Z}";
            case '\u211A' -> "\\mathbb{Q}";
            case '\u2102' -> "\\mathbb{C}";
            case '\u00B1' -> "\\pm ";
            case '\u2213' -> "\\mp ";
            case '\u230A' -> "\\lfloor ";
            case '\u230B' -> "\\rfloor ";
            case '\u2308' -> "\\lceil ";
            case '\u2309' -> "\\rceil ";
            case '\u27E8', '\u2329', '\u3008' -> "\\langle ";
            case '\u27E9', '\u232A', '\u3009' -> "\\rangle ";
            case '\u2223' -> "|";
            case '\u00BD' -> "\\frac{1}{2}";
            case '\u00BC' -> "\\frac{1}{4}";
            case '\u00BE' -> "\\frac{3}{4}";
            case '\u2032', '\u2018', '\u2019' -> "'";
            case '\u2236' -> ":";
            case '\u3001' -> ",";
            case '\u3002' -> ".";
            case '\u201C', '\u201D' -> "\"";
            case '\u2009', '\u202F', '\u2006', '\u2005' -> "\\,";
            case '\u00A0', '\u3000', '\t', '\n', '\r', '\u2002', '\u2003' -> " ";
            case '\u2026' -> "\\ldots ";
            case '\u00BA', '\u02DA' -> "\u00B0";
            default -> isNothing(c) ? "" : String.valueOf(c);
        };
    }

    /** Zero-width characters, direction marks, accents that combine, controls and the private area. */
    private static boolean isNothing(char c) {
        return Character.isISOControl(c)
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2064')
                || (c >= '\u2066' && c <= '\u2069')
                || (c >= '\u0300' && c <= '\u036F')
                || (c >= '\uE000' && c <= '\uF8FF')
                || (c >= '\uFE00' && c <= '\uFE0F')
                || c == '\u00AD'
                || c == '\uFEFF';
    }

    /**
     * A text whose backslashes are all doubled, as it happens when a text is escaped twice, with single ones; any other
     * text as it is.
     */
    static String undoubled(String text) {
        int at = text.indexOf("\\\\");
        if (at < 0) {
            return text;
        }
        int i = text.indexOf('\\');
        while (i >= 0) {
            int run = i;
            while (run < text.length() && text.charAt(run) == '\\') {
                run++;
            }
            boolean doubled = (run - i) % 2 == 0 && run < text.length();
            if (!doubled || (run - i == 2 && !opensCommand(text.charAt(run)))) {
                return text;
            }
            i = text.indexOf('\\', run);
        }
        return text.replace("\\\\", "\\");
    }

    private static boolean opensCommand(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || "{}%$,;:! ()[]".indexOf(c) >= 0;
    }
}
