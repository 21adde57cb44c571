package org.passk.extract;

import java.util.ArrayDeque;
import java.util.Deque;

/** What stands around the last box and belongs to its answer: a percent sign behind it, and boxes before it. */
final class BoxNeighbours {
    private static final int MAX_JOINED = 32;
    private static final int MAX_JOINER = 48;
    private static final int MAX_BLANKS = 8;

    /** What says nothing between two boxes. */
    private static final String IGNORED = "$\\()[]{}*~ \t\r\n";

    /** Commands that say nothing between two boxes, the longer before the ones that they begin with. */
    private static final String[] COMMANDS = {
        "\\textrm", "\\textbf", "\\text", "\\mathrm", "\\mbox", "\\qquad", "\\quad", "\\,", "\\;", "\\:", "\\!"
    };

    private final String text;
    private final int from;
    private final int limit;
    private final BoxScanner scanner;

    BoxNeighbours(String text, int from, int limit, BoxScanner scanner) {
        this.text = text;
        this.from = from;
        this.limit = limit;
        this.scanner = scanner;
    }

    /** The answer of the last box with its neighbours. */
    Candidate of(BoxScanner.Box last) {
        Candidate own = last.end() < 0 ? last.content() : withPercent(last);
        Deque<String> answers = new ArrayDeque<>();
        answers.addFirst(own.answer());
        BoxScanner.Box right = last;
        while (answers.size() < MAX_JOINED) {
            BoxScanner.Box left = before(right.start());
            if (!left.content().usable()) {
                break;
            }
            Joiner joiner = joiner(left, right);
            if (joiner == Joiner.NONE) {
                break;
            }
            String answer = left.content().answer();
            if (!answers.contains(answer)) {
                answers.addFirst(answer);
            } else if (joiner == Joiner.BLANK) {
                // Boxes in a row of which one comes again are one answer written again and again.
                return own;
            }
            right = left;
        }
        return answers.size() == 1 ? own : Candidate.of(String.join(" and ", answers), own.end(), limit);
    }

    private Candidate withPercent(BoxScanner.Box box) {
        Candidate content = box.content();
        int i = box.end();
        int stop = Math.min(text.length(), i + MAX_BLANKS);
        while (i < stop && " $~".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (text.startsWith("\\)", i) || text.startsWith("\\]", i)) {
            i += 2;
            i = text.startsWith(" ", i) ? i + 1 : i;
        }
        int end = Percent.end(text, i, text.length());
        if (end < 0 || content.answer().endsWith("%") || !Percent.hasDigit(content.answer())) {
            return content;
        }
        return Candidate.of(content.answer() + "\\%", end, limit);
    }

    /** The box that ends before the position, with nothing but a joiner between; empty when there is none. */
    private BoxScanner.Box before(int right) {
        int bound = Math.max(from, right - MAX_JOINER);
        boolean letter = false;
        for (int i = right; i > bound; i--) {
            char c = text.charAt(i - 1);
            if (c == '}') {
                int at = macroBefore(i - 1);
                if (at >= 0) {
                    BoxScanner.Box box = scanner.box(at);
                    return box.end() == i ? box : BoxScanner.Box.NONE;
                }
            } else if (!Character.isLetter(c) && IGNORED.indexOf(c) < 0 && ",;&\u3001".indexOf(c) < 0) {
                return BoxScanner.Box.NONE;
            } else if (!letter && Character.isLetter(c)) {
                // Spares most texts the walk: "is \boxed{5}" ends with no joiner.
                if ("drtey\u548c\u6216\u0438".indexOf(c) < 0) {
                    return BoxScanner.Box.NONE;
                }
                letter = true;
            }
        }
        return BoxScanner.Box.NONE;
    }

    /** Where "box" stands in the macro whose closing brace is at the position; -1 when it closes something else. */
    private int macroBefore(int close) {
        int bound = (int) Math.max(from, (long) close - limit - 1);
        int depth = 0;
        int i = close;
        while (i >= bound) {
            char c = text.charAt(i);
            boolean escaped = i > from && text.charAt(i - 1) == '\\';
            if (c == '}' && !escaped) {
                depth++;
            } else if (c == '{' && !escaped) {
                depth--;
                if (depth == 0) {
                    break;
                }
            }
            i--;
        }
        if (i < bound) {
            return -1;
        }
        int blanks = Math.max(from, i - MAX_BLANKS);
        while (i > blanks && Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        int at = i - 5 >= from && text.startsWith("boxed", i - 5) ? i - 5 : i - 3;
        return at >= from && text.startsWith("box", at) && scanner.macroStart(at) >= 0 ? at : -1;
    }

    private Joiner joiner(BoxScanner.Box left, BoxScanner.Box right) {
        String between = text.substring(left.end(), right.start());
        for (String command : COMMANDS) {
            if (between.indexOf('\\') < 0) {
                break;
            }
            between = between.replace(command, "");
        }
        StringBuilder rest = new StringBuilder(between.length());
        for (int i = 0; i < between.length(); i++) {
            if (IGNORED.indexOf(between.charAt(i)) < 0) {
                rest.append(between.charAt(i));
            }
        }
        return switch (rest.toString()) {
            case "" -> between.indexOf('\n') < 0 && sameMacro(left, right) ? Joiner.BLANK : Joiner.NONE;
            case ",",
                    ";",
                    "&",
                    "and",
                    "or",
                    ",and",
                    ",or",
                    ";and",
                    ";or",
                    "et",
                    "ou",
                    "und",
                    "oder",
                    "y",
                    "e",
                    "\u548c",
                    "\u6216",
                    "\u3001",
                    "\u0438" -> Joiner.WORD;
            default -> Joiner.NONE;
        };
    }

    private boolean sameMacro(BoxScanner.Box left, BoxScanner.Box right) {
        return text.startsWith("\\boxed", left.start()) == text.startsWith("\\boxed", right.start());
    }

    /** What stands between two boxes. */
    private enum Joiner {
        /** Something that separates two claims. */
        NONE,
        /** Nothing, or blanks. */
        BLANK,
        /** A comma or "and". */
        WORD
    }
}
