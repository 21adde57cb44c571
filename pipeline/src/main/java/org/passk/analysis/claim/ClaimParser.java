package org.passk.analysis.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.passk.fault.PasskException;

/**
 * Reads claim files. A line is a claim, empty, or a comment after {@code #}:
 *
 * <pre>
 * claim      = quantity relation number [ "at" number "%" ] [ "on" name ]
 * quantity   = value [ "-" value ] | "k*" [ "(" name ")" ] | "drift" "(" "pass@" K [ "(" name ")" ] "," "last" ")"
 * value      = metric [ "@" K ] "(" name ")"
 * relation   = "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 * </pre>
 *
 * A name is quoted, or runs to the closing bracket (of a benchmark: to the end of the line or a space).
 */
public final class ClaimParser {
    private static final double PERCENT = 100;
    private static final long LARGEST_K = 1 << 30;

    private final String text;
    private final int line;
    private int at;

    private ClaimParser(String text, int line) {
        this.text = text;
        this.line = line;
    }

    /** A mistake of one line; collected, so that all are reported together. */
    private static final class Mistake extends Exception {
        Mistake(int column, String expected) {
            super("column " + column + ": expected " + expected, null, false, false);
        }
    }

    /**
     * Reads a file.
     *
     * @param text its text
     * @param file its name, for messages
     * @throws PasskException of kind CONFIGURATION that names each mistake with its line and column, or if there is no claim
     */
    public static List<Claim> parse(String text, String file) {
        List<Claim> claims = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String claim = withoutComment(lines.get(i));
            if (claim.isBlank()) {
                continue;
            }
            try {
                claims.add(new ClaimParser(claim, i + 1).claim());
            } catch (Mistake e) {
                mistakes.add(file + ":" + (i + 1) + ": " + e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw PasskException.configuration(String.join("\n", mistakes));
        }
        if (claims.isEmpty()) {
            throw PasskException.configuration(file + ": holds no claim; expected lines such as pass@1(rl) > 0.5");
        }
        return claims;
    }

    /** A number sign within quotes is part of a name. */
    private static String withoutComment(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == '#' && !quoted) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private Claim claim() throws Mistake {
        Quantity quantity = quantity();
        Relation relation = relation();
        double threshold = number("a number, a fraction and not percent,");
        OptionalDouble level = OptionalDouble.empty();
        String benchmark = "";
        while (!isAtEnd()) {
            int start = at;
            String word = word();
            if (word.equals("at") && level.isEmpty()) {
                level = OptionalDouble.of(level());
            } else if (word.equals("on") && benchmark.isEmpty()) {
                benchmark = benchmark();
            } else {
                at = start;
                throw expected("\"at LEVEL %\", \"on BENCHMARK\" or the end of the line");
            }
        }
        return new Claim(line, text.strip(), quantity, relation, threshold, level, benchmark);
    }

    private Quantity quantity() throws Mistake {
        if (accept("k*")) {
            return new Quantity.Crossing(accept("(") ? nameInBrackets() : "");
        }
        int start = at;
        if (word().equals("drift")) {
            return drift();
        }
        at = start;
        Quantity.Value left = value();
        skipSpaces();
        int minus = at;
        if (!accept("-")) {
            return left;
        }
        Quantity.Value right = value();
        if (!left.metric().equals("pass@k") || !right.metric().equals("pass@k")) {
            at = minus;
            throw expected("a relation: only pass@k of two runs can be taken from each other");
        }
        return new Quantity.Difference(left, right);
    }

    private Quantity drift() throws Mistake {
        require("(");
        int start = at;
        if (!word().equals("pass")) {
            at = start;
            throw expected("pass@K");
        }
        require("@");
        long k = k();
        String run = accept("(") ? nameInBrackets() : "";
        require(",");
        start = at;
        if (!word().equals("last")) {
            at = start;
            throw expected("\"last\"");
        }
        require(")");
        return new Quantity.Drift(k, run);
    }

    private Quantity.Value value() throws Mistake {
        skipSpaces();
        int start = at;
        String metric = word();
        if (metric.isEmpty()) {
            at = start;
            throw expected("a quantity such as pass@1(RUN), delta_se(RUN), k* or drift(pass@1, last)");
        }
        boolean drawn = accept("@");
        long k = drawn ? k() : 0;
        if (!drawn && metric.equals("pass")) {
            throw expected("\"@K\" after pass");
        }
        require("(");
        // ΔSE has a k and is called without one.
        return new Quantity.Value(drawn && !metric.equals("delta_se") ? metric + "@k" : metric, k, nameInBrackets());
    }

    private Relation relation() throws Mistake {
        // The longer signs first.
        for (Relation relation : List.of(Relation.AT_MOST, Relation.AT_LEAST, Relation.LESS, Relation.MORE)) {
            if (accept(relation.sign())) {
                return relation;
            }
        }
        throw expected("one of < <= > >=");
    }

    private long k() throws Mistake {
        int start = at;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty()
                || digits.length() > 10
                || Long.parseLong(digits) < 1
                || Long.parseLong(digits) > LARGEST_K) {
            at = start;
            throw expected("a whole number of at least 1 for k");
        }
        return Long.parseLong(digits);
    }

    private double number(String what) throws Mistake {
        skipSpaces();
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            double value = Double.parseDouble(text.substring(start, at));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            at = start;
            throw expected(what + " such as 0.6");
        }
        at = start;
        throw expected(what + " such as 0.6");
    }

    private double level() throws Mistake {
        skipSpaces();
        int start = at;
        double level = number("a level in percent") / PERCENT;
        if (!(level > 0 && level < 1)) {
            at = start;
            throw expected("a level between 0 and 100 %");
        }
        require("%");
        return level;
    }

    private String benchmark() throws Mistake {
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw expected("the name of a benchmark");
        }
        return text.substring(start, at);
    }

    private String nameInBrackets() throws Mistake {
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '"') {
            String name = quoted();
            require(")");
            return name;
        }
        int end = text.indexOf(')', at);
        if (end < 0 || text.substring(at, end).isBlank()) {
            throw expected("the name of a run and \")\"");
        }
        String name = text.substring(at, end).strip();
        at = end + 1;
        return name;
    }

    private String quoted() throws Mistake {
        int end = text.indexOf('"', at + 1);
        if (end <= at + 1) {
            throw expected("a name within quotes");
        }
        String name = text.substring(at + 1, end);
        at = end + 1;
        return name;
    }

    private String word() {
        skipSpaces();
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_^".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean accept(String sign) {
        skipSpaces();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    private void require(String sign) throws Mistake {
        if (!accept(sign)) {
            throw expected("\"" + sign + "\"");
        }
    }

    private boolean isAtEnd() {
        skipSpaces();
        return at == text.length();
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Mistake expected(String what) {
        skipSpaces();
        return new Mistake(at + 1, what);
    }
}
