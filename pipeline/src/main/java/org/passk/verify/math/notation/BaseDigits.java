package org.passk.verify.math.notation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passk.verify.math.expression.Expression.Based;

/** Numbers with their base as a subscript. */
final class BaseDigits {
    private static final List<String> WORDS = List.of(
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen");

    private BaseDigits() {}

    /** Whether each character is a digit of the base. */
    static boolean fit(String digits, int base) {
        if (base < 2 || base > 36 || digits.isEmpty()) {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), base) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The base that a subscript names; -1 when it names none. */
    static int base(String subscript) {
        int word = WORDS.indexOf(subscript.toLowerCase(Locale.ROOT));
        if (word >= 0) {
            return word + 2;
        }
        boolean digits = !subscript.isEmpty()
                && subscript.length() <= 2
                && subscript.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(subscript) : -1;
    }

    /** {@code 1A_{16}}, where letters are digits, as a whole answer. */
    static Optional<Based> whole(List<Token> tokens) {
        int at = 0;
        StringBuilder digits = new StringBuilder();
        boolean letters = false;
        while (at < tokens.size()
                && isDigits(tokens.get(at))
                && !(at > 0 && tokens.get(at).spaced())) {
            letters |= tokens.get(at).kind() != Token.Kind.NUMBER;
            digits.append(tokens.get(at).text().toUpperCase(Locale.ROOT));
            at++;
        }
        boolean starts = at > 0
                && (tokens.get(0).kind() == Token.Kind.NUMBER || tokens.get(0).marked());
        if (!starts || !letters || at + 1 >= tokens.size() || !tokens.get(at).is("_")) {
            return Optional.empty();
        }
        boolean braced = tokens.get(at + 1).is("{");
        int value = at + (braced ? 2 : 1);
        boolean shape = tokens.size() == value + (braced ? 2 : 1)
                && (!braced || tokens.get(value + 1).is("}"));
        int base = shape ? base(tokens.get(value).text()) : -1;
        return fit(digits.toString(), base) ? Optional.of(new Based(digits.toString(), base)) : Optional.empty();
    }

    private static boolean isDigits(Token token) {
        return switch (token.kind()) {
            case NUMBER, LETTER -> true;
            case WORD -> token.marked();
            case COMMAND, SYMBOL, END -> false;
        };
    }
}
