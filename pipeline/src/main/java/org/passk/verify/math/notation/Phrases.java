package org.passk.verify.math.notation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Rational;

/** Answers in words that mean something in mathematics: number words, "no solution", "all real numbers". */
final class Phrases {
    private static final int MAX_WORDS = 12;

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));

    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final Map<String, Integer> PARTS = Map.of(
            "half",
            2,
            "halves",
            2,
            "third",
            3,
            "thirds",
            3,
            "quarter",
            4,
            "quarters",
            4,
            "fourth",
            4,
            "fourths",
            4,
            "fifth",
            5,
            "fifths",
            5);

    private static final Map<String, Expression> MEANINGS = Map.ofEntries(
            Map.entry("no solution", Constant.EMPTY_SET),
            Map.entry("no solutions", Constant.EMPTY_SET),
            Map.entry("no real solution", Constant.EMPTY_SET),
            Map.entry("no real solutions", Constant.EMPTY_SET),
            Map.entry("empty set", Constant.EMPTY_SET),
            Map.entry("the empty set", Constant.EMPTY_SET),
            Map.entry("all real numbers", Constant.REALS),
            Map.entry("all reals", Constant.REALS),
            Map.entry("all real", Constant.REALS),
            Map.entry("the set of all real numbers", Constant.REALS),
            Map.entry("half", Num.of(Rational.integer(1).dividedBy(Rational.integer(2)))),
            Map.entry("a half", Num.of(Rational.integer(1).dividedBy(Rational.integer(2)))),
            Map.entry("infinity", Constant.INFINITY),
            Map.entry("positive infinity", Constant.INFINITY),
            Map.entry("negative infinity", new Expression.Negative(Constant.INFINITY)));

    private Phrases() {}

    /** What the words mean, if they mean something. */
    static Optional<Expression> known(List<Token> tokens) {
        if (tokens.isEmpty() || tokens.size() > MAX_WORDS || tokens.get(0).kind() != Token.Kind.WORD) {
            return Optional.empty();
        }
        String phrase =
                Lexer.phrase(tokens).replace(" - ", " ").replace(" .", "").strip();
        Expression meaning = MEANINGS.get(phrase);
        return meaning != null ? Optional.of(meaning) : number(phrase.split(" ", -1));
    }

    /** {@code twenty-five}, {@code three hundred and five}, {@code two thirds}. */
    private static Optional<Expression> number(String[] words) {
        long total = 0;
        long part = 0;
        long limit = Long.MAX_VALUE;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            Integer small = SMALL.get(word);
            Integer parts = PARTS.get(word);
            if (small != null && part % (small < 10 ? 10 : 100) == 0) {
                part += small;
            } else if (TENS.contains(word) && part % 100 == 0) {
                part += 10L * (TENS.indexOf(word) + 2);
            } else if (word.equals("hundred") && part > 0 && part < 10) {
                part *= 100;
            } else if ((word.equals("thousand") || word.equals("million")) && part > 0 && limit > 1_000) {
                limit = word.equals("thousand") ? 1_000 : 1_000_000;
                total += part * limit;
                part = 0;
            } else if (parts != null && i == words.length - 1 && i > 0 && total + part > 0) {
                return Optional.of(Num.of(Rational.integer(total + part).dividedBy(Rational.integer(parts))));
            } else if (!word.equals("and") || i == 0 || i == words.length - 1) {
                return Optional.empty();
            }
        }
        return Optional.of(Num.of(total + part));
    }

    /** Whether an answer is made of words, whose case does not matter. */
    static boolean areWords(List<Token> tokens) {
        boolean words = false;
        for (Token token : tokens) {
            switch (token.kind()) {
                case WORD -> words = true;
                case LETTER, NUMBER -> {}
                case SYMBOL -> {
                    if ("().,'-!?:;/".indexOf(token.text().toLowerCase(Locale.ROOT)) < 0) {
                        return false;
                    }
                }
                case COMMAND -> {
                    if (!token.marked()) {
                        return false;
                    }
                    words = true;
                }
                case END -> {}
            }
        }
        return words;
    }
}
