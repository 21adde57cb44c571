package org.passk.verify.choice;

import java.util.Locale;

/**
 * Walks over the letters of choices that a text names, from left to right: letters that stand alone and are neither an
 * article nor a pronoun. Tells of each whether the text denies it: "not A", "it can't be A or B", "A is wrong".
 */
final class LetterScan {
    private static final int CONTEXT = 40;
    private static final String CLAUSE_ENDS = ".;!?\n\u3002\uff1b\uff01\uff1f";

    /** Words that may follow a choice A or I; any other word in small letters makes it an article or a pronoun. */
    private static final String[] AFTER_CHOICE = {
        "or", "and", "is", "because", "since", "as", "by", "with", "for", "not", "non", "nor", "instead", "rather",
        "but", "would", "must", "cannot", "can't", "isn't", "seems", "based", "from", "so", "which", "due", "given",
        "over", "et", "ou", "est", "und", "ist", "y", "es", "e"
    };

    private static final String[] DENIED_BEFORE = {
        "not ", "n't ", "n\u2019t ", "cannot ", "never ", "neither ", "nor ", "than ", "instead of ", "except ",
                "without ",
        "eliminate", "rule out", "ruled out", "ruling out", "exclude", "discard", "reject", "non ", "nicht ", "pas ",
                "no ",
        "either ", "between ", "if ", "whether ", "unless ", "\u4e0d", "\u975e", "\u043d\u0435 ", "could ", "might "
    };

    private static final String[] DENIED_AFTER = {
        " is not",
        " isn't",
        " isn\u2019t",
        " is wrong",
        " is incorrect",
        " is false",
        " is invalid",
        " can't",
        " cannot",
        " is out",
        " is eliminated",
        " is ruled out",
        " are wrong",
        " are incorrect",
        " are not",
        " does not",
        " doesn't",
        "\u4e0d\u5bf9",
        "\u9519",
        " would not",
        " is impossible"
    };

    private final String text;
    private final int stop;
    private final ChoiceOptions options;
    private int at;
    private int previous = -1;
    private boolean denied;

    LetterScan(String text, int start, int stop, ChoiceOptions options) {
        this.text = text;
        this.at = start - 1;
        this.stop = stop;
        this.options = options;
    }

    /** The position of the next letter; -1 at the end. */
    int next() {
        for (int i = at + 1; i < stop; i++) {
            if (isLetter(i)) {
                denied = isDenied(i);
                previous = i;
                at = i;
                return i;
            }
        }
        at = stop;
        return -1;
    }

    /** Whether the letter found last is denied. */
    boolean denied() {
        return denied;
    }

    /** Whether a letter that names a choice stands at the position. */
    boolean isLetter(int i) {
        char c = text.charAt(i);
        boolean capital = options.letters().indexOf(c) >= 0;
        boolean small =
                options.anyCase() && c >= 'a' && c <= 'z' && options.letters().indexOf((char) (c - 32)) >= 0;
        if ((!capital && !small) || isWordPart(i - 1) || (isWordPart(i + 1) && !closesFormula(i + 1))) {
            return false;
        }
        return isMarked(i) || (capital && !isArticle(i));
    }

    private boolean isWordPart(int i) {
        if (i < 0 || i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        // Other scripts write a letter without spaces around it.
        return (c < 0x250 && Character.isLetterOrDigit(c)) || "\\'\u2019-_+=<>^/&".indexOf(c) >= 0;
    }

    private boolean closesFormula(int i) {
        return text.startsWith("\\)", i) || text.startsWith("\\]", i);
    }

    /** (B), [B], {B}, **B**, "B", $B$ */
    private boolean isMarked(int i) {
        if (i == 0 || i + 1 >= text.length()) {
            return false;
        }
        char left = text.charAt(i - 1);
        char right = text.charAt(i + 1);
        return switch (left) {
            case '(' -> right == ')';
            case '[' -> right == ']';
            case '{' -> right == '}';
            case '*', '"', '$', '`' -> right == left;
            case '\u201c' -> right == '\u201d';
            case '\uff08' -> right == '\uff09';
            default -> false;
        };
    }

    /** Whether the letter is the article "A", "a" or the pronoun "I" of the word behind it. */
    boolean isArticle(int i) {
        char c = text.charAt(i);
        if ((c != 'A' && c != 'I' && c != 'a' && c != 'i') || i + 2 >= text.length() || text.charAt(i + 1) != ' ') {
            return false;
        }
        char first = text.charAt(i + 2);
        if (c != 'I' && !(first >= 'a' && first <= 'z')) {
            return false;
        }
        if (!(first >= 'a' && first <= 'z') && !(first >= 'A' && first <= 'Z')) {
            return false;
        }
        for (String word : AFTER_CHOICE) {
            int end = i + 2 + word.length();
            if (text.startsWith(word, i + 2) && (end >= text.length() || !Character.isLetter(text.charAt(end)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isDenied(int i) {
        for (String after : DENIED_AFTER) {
            int start = i + 1 < text.length() && ")]*\"".indexOf(text.charAt(i + 1)) >= 0 ? i + 2 : i + 1;
            if (text.startsWith(after, start)) {
                return true;
            }
        }
        int bound = Math.max(0, i - CONTEXT);
        int start = i;
        while (start > bound && start - 1 != previous && CLAUSE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        String between = text.substring(start, i).toLowerCase(Locale.ROOT);
        if (start - 1 == previous && previous >= 0 && denied && isJoiner(between)) {
            return true;
        }
        for (String word : DENIED_BEFORE) {
            int found = between.indexOf(word);
            // "not A, so B": the denial ends with its clause.
            if (found >= 0
                    && begins(between, found, word)
                    && between.substring(found).indexOf(',') < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word begins where it stands: other scripts have no spaces, and "n't" is an ending. */
    private static boolean begins(String before, int at, String word) {
        boolean ending = word.startsWith("n't") || word.startsWith("n\u2019t");
        return at == 0 || ending || word.charAt(0) > 0x250 || !Character.isLetter(before.charAt(at - 1));
    }

    private static boolean isJoiner(String between) {
        String word = between.strip();
        return switch (word) {
            case "or",
                    "and",
                    ",",
                    "nor",
                    "/",
                    ", or",
                    ", and",
                    ", nor",
                    "ou",
                    "et",
                    "oder",
                    "und",
                    "\u6216",
                    "\u548c",
                    "\u3001",
                    ") or (",
                    ") and (",
                    "), (" -> true;
            default -> false;
        };
    }
}
