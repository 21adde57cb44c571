package org.passk.verify.choice;

import java.util.Locale;
import java.util.Optional;
import org.passk.extract.AnswerExtractor;
import org.passk.extract.Extraction;
import org.passk.model.Channel;

/**
 * Reads the letter that a text chooses. In this order: the box and the {@code ####}, the stated answer, the last claim
 * near the end ("I think it's B"), the last line, the letter that leads the text ("D. it can't be A"); and, as
 * {@link Channel#LAST_NUMBER}, the only letter that the text names. A letter that the text denies is never chosen.
 */
final class ChoiceReader {
    private static final int TAIL = 1_000;
    private static final int MAX_LEAD = 32;

    /** Wrappers and words before the letter at the beginning of an answer. */
    private static final String[] LEADS = {
        "\\(",
        "\\[",
        "\\textbf{",
        "\\text{",
        "\\mathrm{",
        "\\mathbf{",
        "\\textrm{",
        "\\mbox{",
        "option ",
        "choice ",
        "answer ",
        "letter ",
        "the ",
        "\u9009\u9879",
        "\u9009"
    };

    /** Words directly behind a letter that is claimed. */
    private static final String[] CONFIRMATIONS = {
        " is right",
        " is correct",
        " is the answer",
        " is the correct",
        " is the right",
        " is the best",
        " is my answer"
    };

    /** What may stand between a claim and its letter. */
    private static final String OPENINGS = " \t*$([{\"`\u201c\uff08";

    private static final String MARKS = " \t\r\n*$([{\"`\u201c\uff08#:";

    /** Words directly before a letter that is claimed; they stand at the end of what is before it. */
    private static final String[] CLAIMS = {
        " is",
        " is:",
        " it's",
        " it\u2019s",
        " choose",
        " select",
        " pick",
        " go with",
        " going with",
        " leaves",
        " leaving",
        " choice:",
        " option:",
        " letter:",
        " answer",
        " answer:",
        " so",
        " so,",
        " therefore",
        " thus",
        " therefore,",
        " thus,",
        " hence",
        " hence,",
        " be",
        " but",
        " c'est",
        " est",
        " es",
        " ist",
        " \u00e8",
        " \u00e9",
        " r\u00e9ponse",
        " \u044d\u0442\u043e",
        "\u9009",
        "\u9009\u62e9",
        "\u662f"
    };

    private final ChoiceOptions options;
    private final AnswerExtractor extractor;

    ChoiceReader(ChoiceOptions options) {
        this.options = options;
        this.extractor = new AnswerExtractor(options.maxAnswerChars());
    }

    /** The letter of a reference: {@code (D) Alina}, {@code C Cecile}, {@code \text{(B)}}. */
    Optional<Character> reference(String text) {
        Extraction found = read(text);
        boolean one = found.channel() != Channel.NONE
                && found.channel() != Channel.LAST_NUMBER
                && found.answer().length() == 1;
        return one ? Optional.of(found.answer().charAt(0)) : Optional.empty();
    }

    /** The letter and its channel; several letters joined by commas where a box holds several. */
    Extraction read(String text) {
        Extraction found = extractor.extract(text);
        return switch (found.channel()) {
            case BOXED, HASHES ->
                letters(found.answer())
                        .map(letters -> new Extraction(found.channel(), letters, false, found.open()))
                        .orElse(Extraction.none(false));
            case STATED ->
                stated(found.answer())
                        .map(letter -> new Extraction(Channel.STATED, letter, false, found.open()))
                        .orElseGet(() -> unstated(text));
            case NONE, LAST_NUMBER, PROGRAM_RULE -> found.unfinished() ? found : unstated(text);
        };
    }

    /** The letters of a box: one at its beginning, or several with nothing but commas and "and" between. */
    private Optional<String> letters(String answer) {
        int first = lead(answer, 0, answer.length());
        if (first < 0) {
            LetterScan scan = new LetterScan(answer, 0, answer.length(), options);
            int only = scan.next();
            return only >= 0 && !scan.denied() && scan.next() < 0
                    ? Optional.of(letter(answer, only))
                    : Optional.empty();
        }
        StringBuilder letters = new StringBuilder(letter(answer, first));
        LetterScan scan = new LetterScan(answer, first + 1, answer.length(), options);
        int last = first;
        for (int at = scan.next(); at >= 0; at = scan.next()) {
            String between = answer.substring(last + 1, at)
                    .replace("\\text", "")
                    .replace("and", "")
                    .replace("or", "");
            if (!between.chars().allMatch(c -> !Character.isLetterOrDigit(c)) || between.indexOf('.') >= 0) {
                break;
            }
            letters.append(", ").append(letter(answer, at));
            last = at;
        }
        return Optional.of(letters.toString());
    }

    /** The first letter of a statement that it does not deny. */
    private Optional<String> stated(String answer) {
        int lead = lead(answer, 0, answer.length());
        if (lead >= 0) {
            return Optional.of(letter(answer, lead));
        }
        LetterScan scan = new LetterScan(answer, 0, answer.length(), options);
        for (int at = scan.next(); at >= 0; at = scan.next()) {
            if (!scan.denied()) {
                return Optional.of(letter(answer, at));
            }
        }
        return Optional.empty();
    }

    private Extraction unstated(String text) {
        int from = Math.max(0, AnswerExtractor.answerStart(text));
        int found = claim(text, from);
        if (found < 0) {
            found = lastLine(text, from);
        }
        if (found < 0) {
            found = leading(text, from);
        }
        if (found >= 0) {
            // What is read from the whole of a text says nothing of one that was cut off.
            return new Extraction(Channel.STATED, letter(text, found), false, true);
        }
        int lone = lone(text, from);
        return lone < 0 ? Extraction.none(false) : new Extraction(Channel.LAST_NUMBER, letter(text, lone), false, true);
    }

    /** The last letter near the end that is claimed and not denied. */
    private int claim(String text, int from) {
        LetterScan scan = new LetterScan(text, Math.max(from, text.length() - TAIL), text.length(), options);
        int last = -1;
        for (int at = scan.next(); at >= 0; at = scan.next()) {
            if (!scan.denied() && isClaimed(text, from, at)) {
                last = at;
            }
        }
        return last;
    }

    private static boolean isClaimed(String text, int from, int at) {
        int after = at + 1 < text.length() && ")]*\"$".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
        for (String confirmation : CONFIRMATIONS) {
            if (text.startsWith(confirmation, after)) {
                return true;
            }
        }
        String before = " " + text.substring(Math.max(from, at - MAX_LEAD), at).toLowerCase(Locale.ROOT);
        int end = before.length();
        while (end > 0 && OPENINGS.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        String lead = before.substring(0, end);
        for (String word : new String[] {" option", " choice", " letter", " probably", " definitely", " the"}) {
            lead = lead.endsWith(word) ? lead.substring(0, lead.length() - word.length()) : lead;
        }
        for (String claim : CLAIMS) {
            if (lead.endsWith(claim)) {
                return true;
            }
        }
        return false;
    }

    /** The letter that is all of the last line. */
    private int lastLine(String text, int from) {
        int end = text.length();
        while (end > from && " \t\r\n.*)]\"$}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end <= from || !new LetterScan(text, from, text.length(), options).isLetter(end - 1)) {
            return -1;
        }
        int start = end - 1;
        while (start > from && " \t*([\"${".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start == from || text.charAt(start - 1) == '\n' ? end - 1 : -1;
    }

    /** The letter that leads the text, unless other lines begin with other letters: then it lists the choices. */
    private int leading(String text, int from) {
        int first = lead(text, from, text.length());
        if (first < 0 || isListed(text, first)) {
            return -1;
        }
        LetterScan scan = new LetterScan(text, first, text.length(), options);
        return scan.next() == first && scan.denied() ? -1 : first;
    }

    private boolean isListed(String text, int first) {
        char own = Character.toUpperCase(text.charAt(first));
        LetterScan scan = new LetterScan(text, first + 1, text.length(), options);
        int line = text.indexOf('\n', first);
        while (line >= 0) {
            int start = line + 1;
            while (start < text.length() && " \t*(-".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            boolean marked = start + 1 < text.length() && ".):".indexOf(text.charAt(start + 1)) >= 0;
            if (marked && scan.isLetter(start) && text.charAt(start) != own) {
                return true;
            }
            line = text.indexOf('\n', start);
        }
        return false;
    }

    /** The only letter that the text names; -1 when it names none or several, or denies it. */
    private int lone(String text, int from) {
        LetterScan scan = new LetterScan(text, from, text.length(), options);
        int only = -1;
        for (int at = scan.next(); at >= 0; at = scan.next()) {
            boolean other = only >= 0
                    && letter(text, only).charAt(0) != letter(text, at).charAt(0);
            if (other || scan.denied()) {
                return -1;
            }
            only = at;
        }
        return only;
    }

    /** The letter with which an answer begins, wrappers and "option" aside; -1 when it begins otherwise. */
    private int lead(String text, int from, int stop) {
        int i = from;
        boolean more = true;
        while (more && i < stop && i - from < MAX_LEAD) {
            more = false;
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                i++;
                more = true;
            }
            for (String lead : LEADS) {
                if (text.regionMatches(true, i, lead, 0, lead.length())) {
                    i += lead.length();
                    more = true;
                }
            }
        }
        if (i >= stop) {
            return -1;
        }
        char c = text.charAt(i);
        boolean named = options.letters().indexOf(c) >= 0
                || (options.anyCase()
                        && c >= 'a'
                        && c <= 'z'
                        && options.letters().indexOf((char) (c - 32)) >= 0);
        LetterScan scan = new LetterScan(text, from, stop, options);
        return named && isAlone(text, i + 1) && !scan.isArticle(i) ? i : -1;
    }

    private static boolean isAlone(String text, int after) {
        if (after >= text.length()) {
            return true;
        }
        char c = text.charAt(after);
        boolean word = c < 0x250 && Character.isLetterOrDigit(c);
        return text.startsWith("**", after) || (!word && "'\u2019-_=<>^+*/&(".indexOf(c) < 0);
    }

    private static String letter(String text, int at) {
        return String.valueOf(Character.toUpperCase(text.charAt(at)));
    }
}
