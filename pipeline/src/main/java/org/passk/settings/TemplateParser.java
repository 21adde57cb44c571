package org.passk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.passk.fault.PasskException;

/**
 * Translates a {@link PathTemplate} to a Hadoop glob and to a regular expression over the path part. The translation
 * follows Hadoop's {@code GlobPattern} and {@code GlobExpander}: a comma and a closing brace are literal outside braces,
 * {@code [!a]} equals {@code [^a]}, {@code ^} and {@code !} are literal elsewhere, and no wildcard matches a slash.
 */
final class TemplateParser {
    private final String text;

    /** Where the path part starts: the scheme and authority are no part of the expression. */
    private final int pathStart;

    private final StringBuilder glob = new StringBuilder();
    private final StringBuilder regex = new StringBuilder();
    private final List<String> placeholders = new ArrayList<>();
    private int at;
    private int alternatives;

    TemplateParser(String text) {
        this.text = text;
        this.pathStart = text.length() - StudyPaths.pathPartOf(text).length();
        this.at = pathStart;
    }

    PathTemplate parse() {
        glob.append(text, 0, pathStart);
        while (at < text.length()) {
            step(text.charAt(at));
        }
        if (alternatives > 0) {
            throw error("{ is not closed");
        }
        return new PathTemplate(text, glob.toString(), Pattern.compile(regex.toString(), Pattern.DOTALL), placeholders);
    }

    private void step(char c) {
        switch (c) {
            case '\\' -> escaped();
            case '*' -> both("*", "[^/]*");
            case '?' -> both("?", "[^/]");
            case '[' -> characterClass();
            case '{' -> brace();
            case ',' -> both(",", alternatives > 0 ? "|" : ",");
            case '}' -> {
                both("}", alternatives > 0 ? ")" : "\\}");
                alternatives = Math.max(0, alternatives - 1);
            }
            default -> both(String.valueOf(c), Pattern.quote(String.valueOf(c)));
        }
    }

    private void both(String asGlob, String asRegex) {
        glob.append(asGlob);
        regex.append(asRegex);
        at += asGlob.length();
    }

    private void escaped() {
        if (at + 1 >= text.length()) {
            throw error("\\ at the end escapes nothing");
        }
        both(text.substring(at, at + 2), Pattern.quote(text.substring(at + 1, at + 2)));
    }

    /** A class ends at its first bracket that is not its first character, as in POSIX and in Java. */
    private void characterClass() {
        int first = at + 1;
        boolean negated = first < text.length() && "^!".indexOf(text.charAt(first)) >= 0;
        if (negated) {
            first++;
        }
        StringBuilder members = new StringBuilder();
        int end = first;
        while (end < text.length() && (text.charAt(end) != ']' || end == first)) {
            char c = text.charAt(end);
            boolean escape = c == '\\' && end + 1 < text.length();
            if (escape) {
                end++;
                c = text.charAt(end);
            }
            if (c == '/') {
                throw error("[ is not closed before /");
            }
            // A bare hyphen between two members is a range; all else that Java's classes give a meaning is literal.
            members.append(c == '-' && !escape ? "-" : escapedMember(c));
            end++;
        }
        if (end >= text.length()) {
            throw error("[ is not closed");
        }
        String asRegex = "(?!/)[" + (negated ? "^" : "") + members + "]";
        try {
            Pattern.compile(asRegex);
        } catch (PatternSyntaxException e) {
            throw error("\"" + text.substring(at, end + 1) + "\" is not a class of characters");
        }
        both(text.substring(at, end + 1), asRegex);
    }

    private static String escapedMember(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? String.valueOf(c) : "\\" + c;
    }

    private void brace() {
        int end = closing();
        String inside = text.substring(at + 1, end);
        if (hasComma(inside)) {
            alternatives++;
            both("{", "(?:");
            return;
        }
        if (!PathTemplate.VALUES.containsKey(inside)) {
            throw error("{" + inside + "} is not a placeholder; expected one of "
                    + String.join(", ", new TreeSet<>(PathTemplate.VALUES.keySet()))
                    + ", or alternatives with a comma such as {a,b}");
        }
        if (alternatives > 0) {
            throw error("the placeholder {" + inside + "} stands among alternatives, where it may have no value");
        }
        boolean again = placeholders.contains(inside);
        if (!again) {
            placeholders.add(inside);
        }
        glob.append('*');
        regex.append(again ? "\\k<" + inside + ">" : "(?<" + inside + ">" + PathTemplate.VALUES.get(inside) + ")");
        at = end + 1;
    }

    /** The brace that closes the one at the current place. */
    private int closing() {
        int depth = 0;
        boolean escape = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escape) {
                escape = false;
            } else if (c == '\\') {
                escape = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        throw error("{ is not closed");
    }

    /** Whether there is a comma of these braces, not of braces inside them. */
    private static boolean hasComma(String inside) {
        int depth = 0;
        boolean escape = false;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (escape) {
                escape = false;
            } else if (c == '\\') {
                escape = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                return true;
            }
        }
        return false;
    }

    private PasskException error(String what) {
        return PasskException.configuration("\"" + text + "\": " + what);
    }
}
