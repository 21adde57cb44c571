package org.passk.extract;

/**
 * The result that the last sentence of a text asserts, where no answer is stated: "so there are 12 sequences.",
 * "we get $x \geq 5$.", "Thus $x = 2$ is our answer." The result has to be the last value of the sentence, with nothing
 * but a few words of its unit behind it, and has to stand directly behind a copula, an equals sign or a verb of result.
 * A number that is only mentioned ("see equation 3", "problem 5") stands behind a noun and is none; and a sentence that
 * supposes, denies, doubts or compares asserts no result.
 */
final class Conclusion {
    private static final int MAX_SENTENCE = 600;
    private static final int MAX_UNIT_WORDS = 6;
    private static final int MAX_FILLERS = 8;

    private final String text;
    private final int from;
    private final int end;
    private final int limit;

    Conclusion(String text, int from, int end, int limit) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.limit = limit;
    }

    Candidate find() {
        if (end <= from || "?:,;=+-*/`".indexOf(lastMark()) >= 0 || text.startsWith("..", end - 2)) {
            return Candidate.ABSENT;
        }
        int stop = end;
        while (stop > from && ".!*\"\u3002 \u201d".indexOf(text.charAt(stop - 1)) >= 0) {
            stop--;
        }
        int start = sentenceStart(stop);
        if (start < 0) {
            return Candidate.ABSENT;
        }
        Sentence sentence = Sentence.of(text, start, stop);
        int last = lastValue(sentence);
        if (last < 0 || !asserts(sentence)) {
            return Candidate.ABSENT;
        }
        int first = firstOfList(sentence, last);
        boolean named = isNamedAnswer(sentence, last);
        if (!named && !(isUnit(sentence, last + 1) && followsVerb(sentence, first, last))) {
            return Candidate.ABSENT;
        }
        boolean formula = first == last && sentence.token(last).kind() == Sentence.Kind.FORMULA;
        String answer = formula && !sentence.names("equation")
                ? Calculation.result(sentence.answer(last, last))
                : sentence.answer(first, last);
        if (answer.contains("box")) {
            // A box that counts would have been found: this one is empty.
            return Candidate.ABSENT;
        }
        return Candidate.of(withPercent(answer, sentence.end(last)), sentence.end(last), limit);
    }

    private char lastMark() {
        int i = end;
        // Bold text that ends the sentence is no operator.
        while (i > from + 2 && text.startsWith("**", i - 2)) {
            i -= 2;
        }
        return text.charAt(i - 1);
    }

    /** Where the sentence that ends here begins; -1 when it is longer than a sentence is. */
    private int sentenceStart(int stop) {
        int bound = Math.max(from, stop - MAX_SENTENCE);
        int i = stop;
        if (stop - from >= 2 && (text.startsWith("\\]", stop - 2) || text.startsWith("$$", stop - 2))) {
            int open = Formula.openBefore(text, bound, stop);
            if (open < 0) {
                return -1;
            }
            i = open;
            while (i > bound && Character.isWhitespace(text.charAt(i - 1))) {
                i--;
            }
        }
        while (i > bound) {
            char c = text.charAt(i - 1);
            boolean mark = (c == '.' || c == '!' || c == '?' || c == ';')
                    && i < stop
                    && Character.isWhitespace(text.charAt(i));
            if (c == '\n' || c == '\u3002' || mark) {
                return i;
            }
            i--;
        }
        return i == from ? i : -1;
    }

    private static int lastValue(Sentence sentence) {
        for (int i = sentence.size() - 1; i >= 0; i--) {
            if (sentence.token(i).isValue()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean asserts(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            String word = sentence.token(i).word();
            boolean not = word.equals("not")
                    && ResultWords.OPENERS.contains(sentence.token(0).word());
            if ((ResultWords.NO_ASSERTION.contains(word) && !not)
                    || word.endsWith("n't")
                    || word.endsWith("n\u2019t")) {
                return false;
            }
        }
        return true;
    }

    /** The first value of a list like "5, 6 and 7" that ends with the value. */
    private static int firstOfList(Sentence sentence, int last) {
        int first = last;
        while (first > 0) {
            int i = first - 1;
            boolean separated = false;
            while (i > 0 && (sentence.is(i, ",") || sentence.is(i, "and") || sentence.is(i, "or"))) {
                separated = true;
                i--;
            }
            if (!sentence.token(i).isValue() || (!separated && !isMixed(sentence, i, first))) {
                break;
            }
            first = i;
        }
        return first;
    }

    /** 2 1/2 */
    private static boolean isMixed(Sentence sentence, int whole, int fraction) {
        return whole + 1 == fraction
                && sentence.token(whole).kind() == Sentence.Kind.NUMBER
                && sentence.answer(fraction, fraction).indexOf('/') > 0
                && sentence.answer(whole, whole).indexOf('/') < 0;
    }

    /** "... is the solution" */
    private static boolean isNamedAnswer(Sentence sentence, int last) {
        int size = sentence.size();
        if (!sentence.is(last + 1, "is") && !sentence.is(last + 1, "are")) {
            return false;
        }
        boolean article = sentence.is(last + 2, "the") || sentence.is(last + 2, "our") || sentence.is(last + 2, "my");
        return article
                && size - last <= 6
                && ResultWords.ANSWERS.contains(sentence.token(size - 1).word());
    }

    private static boolean isUnit(Sentence sentence, int start) {
        if (sentence.size() - start > MAX_UNIT_WORDS) {
            return false;
        }
        for (int i = start; i < sentence.size(); i++) {
            Sentence.Token token = sentence.token(i);
            boolean mark = token.kind() == Sentence.Kind.MARK && "$%*\u20ac\u00a3/\u00b2\u00b3".contains(token.word());
            boolean percent =
                    i == start && Percent.end(token.word(), 0, token.word().length()) > 0;
            boolean ofMatter = i > start && token.word().equals("of");
            boolean word =
                    token.kind() == Sentence.Kind.WORD && (ofMatter || !ResultWords.NO_UNITS.contains(token.word()));
            if (!percent && !mark && !word) {
                return false;
            }
        }
        return true;
    }

    private static boolean followsVerb(Sentence sentence, int first, int last) {
        int i = first - 1;
        boolean equation = false;
        for (int fillers = 0; i >= 0 && fillers < MAX_FILLERS; fillers++) {
            String word = sentence.token(i).word();
            boolean named = word.equals("=") && i > 0 && !isCalculated(sentence.token(i - 1));
            if (named) {
                // "x = 5" is what some verb says of it: "we get x = 5", and not "this simplifies to x = 5".
                equation = true;
                i -= 2;
                continue;
            }
            if (ResultWords.VERBS.contains(word) && !isPurpose(sentence, i)) {
                return true;
            }
            // "a total of 5", and not "the needs of 5 people".
            if (!ResultWords.FILLERS.contains(word) || (word.equals("of") && !isMeasured(sentence, i - 1))) {
                break;
            }
            i--;
        }
        boolean opened =
                i >= 0 && ResultWords.OPENERS.contains(sentence.token(i).word());
        return (equation && (i < 0 || opened)) || isOnlyResult(sentence, first, last);
    }

    /** Whether an equals sign behind the token says what a calculation makes, "3 * 4 = 12", and no name stands there. */
    private static boolean isCalculated(Sentence.Token token) {
        String word = token.word();
        return switch (token.kind()) {
            case NUMBER -> true;
            case FORMULA -> false;
            case WORD -> word.length() > 1 && word.charAt(0) != '\\';
            case MARK -> !Character.isLetterOrDigit(word.charAt(0));
        };
    }

    /** "to save $60" is what something is done for, "needs to save $60" a result. */
    private static boolean isPurpose(Sentence sentence, int verb) {
        return sentence.is(verb - 1, "to")
                && !sentence.is(verb - 2, "out")
                && !(verb >= 2
                        && ResultWords.NEEDS.contains(sentence.token(verb - 2).word()));
    }

    private static boolean isMeasured(Sentence sentence, int index) {
        return index >= 0 && ResultWords.MEASURES.contains(sentence.token(index).word());
    }

    /** "Therefore $x = 5$." and, where there is no other value, "Therefore, they arrive at $4:30$." */
    private static boolean isOnlyResult(Sentence sentence, int first, int last) {
        if (first != last
                || first == 0
                || sentence.token(last).kind() != Sentence.Kind.FORMULA
                || !ResultWords.OPENERS.contains(sentence.token(0).word())) {
            return false;
        }
        String formula = sentence.answer(last, last);
        boolean only = sentence.onlyValue() == last
                && Percent.hasDigit(formula)
                && !ResultWords.LABELS.contains(sentence.token(last - 1).word());
        return only || (first <= 3 && hasRelation(formula));
    }

    private static boolean hasRelation(String formula) {
        return formula.indexOf('=') >= 0
                || formula.indexOf('<') >= 0
                || formula.indexOf('>') >= 0
                || formula.contains("\\le")
                || formula.contains("\\ge")
                || formula.contains("\\in ");
    }

    private String withPercent(String answer, int answerEnd) {
        int at = Letters.skip(text, answerEnd, end, " ");
        return !answer.endsWith("%") && Percent.end(text, at, end) > 0 ? answer + "\\%" : answer;
    }
}
