package org.passk.verify.math.notation;

import java.util.List;
import java.util.Locale;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Measured;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Percent;
import org.passk.verify.math.expression.Expression.Product;

/** What may stand behind a quantity: units, words for percent and for powers of ten, the endings of ordinals. */
final class Suffix {
    private final Context context;

    Suffix(Context context) {
        this.context = context;
    }

    /**
     * The quantity with what stands behind it, up to the next comma, relator or closing bracket.
     *
     * @throws NotMathematics when words stand there that are no suffix
     */
    Expression after(Expression quantity) {
        Token token = context.peek();
        if (token.kind() == Token.Kind.END || !(startsSuffix(token) || Terms.isTemperature(context))) {
            return quantity;
        }
        StringBuilder words = new StringBuilder();
        boolean marked = false;
        while (belongs(context.peek())) {
            Token next = context.next();
            marked |= next.marked();
            boolean glued = words.length() == 0
                    || next.kind() == Token.Kind.SYMBOL
                    || (!next.spaced() && next.kind() != Token.Kind.WORD)
                    || "/^{-.".indexOf(words.charAt(words.length() - 1)) >= 0;
            words.append(glued ? "" : " ").append(next.text());
        }
        return read(quantity, words.toString().strip(), marked);
    }

    private static boolean startsSuffix(Token token) {
        return (token.kind() == Token.Kind.WORD && !Statements.isConjunction(token))
                || token.is("\u00A2")
                || token.is("\\$")
                || token.is("\u20AC")
                || token.is("\u00A3")
                || token.is("\u00A5")
                || (token.kind() == Token.Kind.LETTER && token.marked());
    }

    private boolean belongs(Token token) {
        if (Statements.isConjunction(token)) {
            return false;
        }
        return switch (token.kind()) {
            case WORD, LETTER, NUMBER -> true;
            case COMMAND, END -> false;
            case SYMBOL ->
                switch (token.text()) {
                    case "/", "^", "{", "-", ".", "'", "\u00A2", "\\$", "\u20AC", "\u00A3", "\u00A5", "%" -> true;
                    // A closing brace only where its opening one belongs to the suffix: cm^{2}.
                    case "}" -> context.peek(-2).is("^") || context.peek(-2).is("{");
                    default -> false;
                };
        };
    }

    private static Expression read(Expression quantity, String words, boolean marked) {
        String folded = words.toLowerCase(Locale.ROOT).replace("^2", "^{2}").replace("^3", "^{3}");
        folded = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
        switch (folded) {
            case "percent", "per cent", "percentage", "pct", "%", "percents" -> {
                return new Percent(quantity);
            }
            default -> {
                long scale = scale(firstWord(folded));
                if (scale > 0) {
                    Expression scaled = new Product(List.of(quantity, Num.of(scale)));
                    int space = folded.indexOf(' ');
                    return space < 0
                            ? scaled
                            : read(scaled, words.substring(space + 1).strip(), marked);
                }
                return ordinal(quantity, folded) ? quantity : unit(quantity, words, folded, marked);
            }
        }
    }

    private static String firstWord(String words) {
        int space = words.indexOf(' ');
        return space < 0 ? words : words.substring(0, space);
    }

    private static long scale(String word) {
        return switch (word) {
            case "hundred" -> 100L;
            case "thousand" -> 1_000L;
            case "million" -> 1_000_000L;
            case "billion" -> 1_000_000_000L;
            case "trillion" -> 1_000_000_000_000L;
            case "dozen" -> 12L;
            default -> 0L;
        };
    }

    /** {@code 12th}, with or without what is counted: {@code 12th grade}. */
    private static boolean ordinal(Expression quantity, String words) {
        if (!(quantity instanceof Num number) || !number.value().isInteger() || number.decimals() > 0) {
            return false;
        }
        String rest = words.substring(firstWord(words).length());
        return switch (firstWord(words)) {
            case "st", "nd", "rd", "th" -> rest.isBlank() || Units.harmless(rest);
            default -> false;
        };
    }

    private static Expression unit(Expression quantity, String words, String folded, boolean marked) {
        if (quantity instanceof Measured measured && measured.unit().equals("degree")) {
            return temperature(measured, folded);
        }
        String known = Units.known(words.length() == 1 ? words : folded);
        boolean letter = words.length() == 1 && Lexer.isLetter(words.charAt(0));
        if (!known.isEmpty() && (marked || !letter)) {
            if (quantity instanceof Measured measured) {
                // "$5" and "dollars" agree; "$5 cm" is no quantity.
                if (measured.unit().equals(known)) {
                    return quantity;
                }
                throw NotMathematics.meaningless();
            }
            return new Measured(quantity, known);
        }
        String bare =
                folded.endsWith("^{2}") || folded.endsWith("^{3}") ? folded.substring(0, folded.length() - 4) : folded;
        if (marked && Units.harmless(bare) && !(quantity instanceof Measured)) {
            return quantity;
        }
        throw NotMathematics.meaningless();
    }

    private static Expression temperature(Measured measured, String scale) {
        return switch (scale) {
            case "c", "celsius" -> new Measured(measured.quantity(), "\u00B0C");
            case "f", "fahrenheit" -> new Measured(measured.quantity(), "\u00B0F");
            default -> throw NotMathematics.meaningless();
        };
    }
}
