package org.passk.verify.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a normal form into a {@link Value}. Depth and number of elements are bounded; beyond them it is a text. */
final class AnswerParser {
    private static final Map<String, Long> NUMBER_WORDS = Map.ofEntries(
            Map.entry("zero", 0L),
            Map.entry("one", 1L),
            Map.entry("two", 2L),
            Map.entry("three", 3L),
            Map.entry("four", 4L),
            Map.entry("five", 5L),
            Map.entry("six", 6L),
            Map.entry("seven", 7L),
            Map.entry("eight", 8L),
            Map.entry("nine", 9L),
            Map.entry("ten", 10L),
            Map.entry("eleven", 11L),
            Map.entry("twelve", 12L));

    private final MathOptions options;

    AnswerParser(MathOptions options) {
        this.options = options;
    }

    /** The value of an answer as written. */
    Value parse(String answer) {
        return Normaliser.normalise(answer, options.maxDepth())
                .map(normal -> value(normal, 0))
                .orElseGet(() -> new Value.Text(Mark.display(Characters.plain(answer)), false, ""));
    }

    /** The elements of an answer that is known to be a list: its commas separate, and never group digits. */
    Value parseList(String answer) {
        Optional<String> normal = Normaliser.normalise(answer, options.maxDepth());
        if (normal.isEmpty()) {
            return parse(answer);
        }
        Value value = value(normal.get(), 0);
        boolean grouped = value instanceof Value.Numeric number && number.grouped();
        return grouped ? list(Splitter.commas(normal.get()), 0).orElse(value) : value;
    }

    private Value value(String raw, int depth) {
        String normal = Splitter.trim(raw);
        if (depth >= options.maxDepth()) {
            return text(normal);
        }
        Optional<Value.Numeric> number = NumberParser.parse(normal, options.maxDigits());
        if (number.isPresent()) {
            return number.get();
        }
        if (Splitter.bracketed(normal)) {
            return bracketed(normal, depth);
        }
        for (List<String> parts : List.of(Splitter.words(normal), Splitter.commas(normal))) {
            if (parts.size() > 1) {
                return list(parts, depth).orElseGet(() -> text(normal));
            }
        }
        List<String> united = Splitter.at(normal, '\u222A');
        if (united.size() > 1) {
            return several(Value.Kind.UNION, "", united, depth).orElseGet(() -> text(normal));
        }
        return named(normal, depth).or(() -> plusMinus(normal, depth)).orElseGet(() -> text(normal));
    }

    /** A list; a list within a list (one comes from "and", one from commas) is one list. */
    private Optional<Value> list(List<String> parts, int depth) {
        return several(Value.Kind.LIST, "", parts, depth).map(AnswerParser::flat);
    }

    private static Value flat(Value value) {
        if (!(value instanceof Value.Several list)) {
            return value;
        }
        List<Value> elements = new ArrayList<>();
        for (Value element : list.elements()) {
            if (element instanceof Value.Several inner && inner.kind() == Value.Kind.LIST) {
                elements.addAll(inner.elements());
            } else {
                elements.add(element);
            }
        }
        return new Value.Several(list.kind(), list.brackets(), elements);
    }

    private Optional<Value> several(Value.Kind kind, String brackets, List<String> parts, int depth) {
        if (parts.size() > options.maxElements()) {
            return Optional.empty();
        }
        List<Value> elements = new ArrayList<>(parts.size());
        for (String part : parts) {
            if (Splitter.trim(part).isEmpty()) {
                return Optional.empty();
            }
            elements.add(value(part, depth + 1));
        }
        return Optional.of(new Value.Several(kind, brackets, elements));
    }

    private Value bracketed(String normal, int depth) {
        char open = normal.charAt(0);
        char close = normal.charAt(normal.length() - 1);
        String inside = normal.substring(1, normal.length() - 1);
        if (open == Mark.MATRIX_OPEN) {
            return matrix(inside, depth).orElseGet(() -> text(normal));
        }
        List<String> parts = Splitter.commas(inside);
        if (open == Mark.SET_OPEN && close == Mark.SET_CLOSE) {
            return several(Value.Kind.SET, "", parts, depth)
                    .map(AnswerParser::flat)
                    .orElseGet(() -> text(normal));
        }
        if (open == '(' && close == ')' && parts.size() == 1) {
            Value only = value(inside, depth + 1);
            // Parentheses around one thing mean nothing, but a list inside of them would be another thing.
            return only instanceof Value.Several several && several.kind() == Value.Kind.LIST ? text(normal) : only;
        }
        if (parts.size() > 1) {
            return several(Value.Kind.TUPLE, "" + open + close, parts, depth).orElseGet(() -> text(normal));
        }
        return text(normal);
    }

    private Optional<Value> matrix(String inside, int depth) {
        List<String> cells = new ArrayList<>();
        StringBuilder shape = new StringBuilder();
        for (String row : Splitter.at(inside, Mark.ROW)) {
            if (Splitter.trim(row).isEmpty()) {
                continue;
            }
            List<String> rowCells = Splitter.at(row, Mark.CELL);
            cells.addAll(rowCells);
            shape.append(rowCells.size()).append(' ');
        }
        return several(Value.Kind.MATRIX, shape.toString().strip(), cells, depth);
    }

    /** {@code x = 5}, {@code f(x) = x^2}, {@code x \in [0, 1]}; a chain of equations only when it ends in a number. */
    private Optional<Value> named(String normal, int depth) {
        List<String> in = Splitter.at(normal, '\u2208');
        if (in.size() == 2 && isName(in.get(0))) {
            return Optional.of(new Value.Named(Mark.display(in.get(0)), value(in.get(1), depth + 1)));
        }
        List<String> sides = Splitter.at(normal, '=');
        if (sides.size() < 2 || !isName(sides.get(0))) {
            return Optional.empty();
        }
        String last = Splitter.trim(sides.get(sides.size() - 1));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Value value = value(last, depth + 1);
        if (sides.size() > 2 && !(value instanceof Value.Numeric)) {
            return Optional.empty();
        }
        return Optional.of(new Value.Named(Mark.display(sides.get(0)), value));
    }

    private static boolean isName(String side) {
        String name = Mark.display(side);
        int end = name.startsWith("\\") ? 1 : 0;
        int letters = end;
        while (end < name.length() && isLetter(name.charAt(end))) {
            end++;
        }
        boolean variable = end - letters == 1 || (letters == 1 && end > 1);
        if (!variable) {
            return false;
        }
        String rest = name.substring(end);
        boolean subscript = rest.startsWith("_{") && rest.indexOf('}') == rest.length() - 1;
        boolean argument = rest.length() == 3 && rest.startsWith("(") && rest.endsWith(")") && isLetter(rest.charAt(1));
        return rest.isEmpty() || subscript || argument;
    }

    /** {@code a \pm b} means both. */
    private Optional<Value> plusMinus(String normal, int depth) {
        int at = normal.indexOf('\u00B1');
        if (at < 0 || normal.indexOf('\u00B1', at + 1) >= 0 || normal.contains("\\mp")) {
            return Optional.empty();
        }
        String before = normal.substring(0, at).stripTrailing();
        String after = normal.substring(at + 1).stripLeading();
        // A leading plus is no part of the positive one.
        String plus = before.isEmpty() ? after : before + "+" + after;
        return list(List.of(plus, before + "-" + after), depth);
    }

    private static Value text(String normal) {
        int open = unitStart(normal);
        String unit = open < normal.length() ? Units.known(NumberParser.withoutText(normal.substring(open))) : "";
        String text = withoutSignAndPeriod(Mark.display(normal.substring(0, open)));
        Long number = NUMBER_WORDS.get(text.toLowerCase(Locale.ROOT));
        if (number != null) {
            return new Value.Numeric(Rational.integer(number), false, unit, 0, 0, false);
        }
        return new Value.Text(text, isWords(text), unit);
    }

    private static String withoutSignAndPeriod(String text) {
        int start = text.startsWith("+") && text.length() > 1 ? 1 : 0;
        int end = text.endsWith(".") && !text.endsWith("..") ? text.length() - 1 : text.length();
        return text.substring(start, Math.max(start, end));
    }

    /** Where a degree sign or a known unit marked as text begins at the end of {@code 3\sqrt{13}\text{ cm}}. */
    private static int unitStart(String normal) {
        if (normal.length() > 1 && normal.endsWith("\u00B0")) {
            return normal.length() - 1;
        }
        int open = normal.lastIndexOf(Mark.TEXT_OPEN);
        if (open <= 0 || Splitter.trim(normal.substring(0, open)).isEmpty()) {
            return normal.length();
        }
        String unit = Units.known(NumberParser.withoutText(normal.substring(open)));
        // The half of the day belongs to the time.
        return unit.isEmpty() || "am".equals(unit) || "pm".equals(unit) ? normal.length() : open;
    }

    /** Letters only, at least three: shorter ones may be products of variables, whose case matters. */
    private static boolean isWords(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && "-'.!?".indexOf(c) < 0) {
                return false;
            }
        }
        return text.length() >= 2 && (text.length() > 2 || "no".equalsIgnoreCase(text));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '\u03B1' && c <= '\u03C9');
    }
}
