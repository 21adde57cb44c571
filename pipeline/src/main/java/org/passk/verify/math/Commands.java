package org.passk.verify.math;

/** LaTeX commands without arguments that the normal form writes as one character. */
final class Commands {
    private Commands() {}

    /** The character for a command's name; empty for commands that are kept as they are. */
    static String plain(String name) {
        return switch (name) {
            case "pi" -> "\u03C0";
            case "infty" -> "\u221E";
            case "cdot", "times", "ast" -> "*";
            case "div" -> "/";
            case "pm" -> "\u00B1";
            case "le", "leq", "leqslant" -> "\u2264";
            case "ge", "geq", "geqslant" -> "\u2265";
            case "lt" -> "<";
            case "gt" -> ">";
            case "ne", "neq" -> "\u2260";
            case "cup" -> "\u222A";
            case "cap" -> "\u2229";
            case "in" -> "\u2208";
            case "circ", "degree", "degrees" -> "\u00B0";
            case "emptyset", "varnothing" -> "\u2205";
            case "lbrace" -> String.valueOf(Mark.SET_OPEN);
            case "rbrace" -> String.valueOf(Mark.SET_CLOSE);
            case "lbrack" -> "[";
            case "rbrack" -> "]";
            case "ldots", "dots", "cdots" -> "...";
            case "colon" -> ":";
            case "percent" -> "%";
            case "euro" -> "\u20AC";
            case "pounds" -> "\u00A3";
            default -> "";
        };
    }
}
