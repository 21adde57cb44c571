package org.passk.verify.math.notation;

import java.util.List;

/**
 * The digits of one number.
 *
 * @param digits without grouping, with a decimal point and an exponent where there are any; repeating decimals as
 *     {@code 0.1(6)}
 * @param grouped whether bare commas group the digits
 * @param end where the number ends in the text
 */
record NumberLexeme(String digits, boolean grouped, int end) {

    static NumberLexeme at(String in, int start, int end, Commas commas) {
        Scan scan = new Scan(in, start, end, commas);
        scan.whole();
        scan.fraction();
        scan.exponent();
        return new NumberLexeme(scan.digits.toString(), scan.grouped, scan.pos);
    }

    /** Where the digits of {@code \overline{6}} start, which go on for ever; -1 when no such thing starts here. */
    static int period(String in, int at, int end) {
        for (String bar : List.of("\\overline{", "\\bar{", "\\dot{")) {
            if (in.startsWith(bar, at)) {
                int first = at + bar.length();
                int behind = behindDigits(in, first, end);
                return behind > first && behind < end && in.charAt(behind) == '}' ? first : -1;
            }
        }
        return -1;
    }

    private static int behindDigits(String in, int at, int end) {
        int i = at;
        while (i < end && Lexer.isDigit(in.charAt(i))) {
            i++;
        }
        return i;
    }

    private static final class Scan {
        private final String in;
        private final int end;
        private final Commas commas;
        private final StringBuilder digits = new StringBuilder();
        private int pos;
        private boolean grouped;

        Scan(String in, int pos, int end, Commas commas) {
            this.in = in;
            this.pos = pos;
            this.end = end;
            this.commas = commas;
        }

        void whole() {
            run();
            int first = digits.length();
            boolean groups = first >= 1 && first <= 3 && !(first == 1 && digits.charAt(0) == '0');
            while (groups) {
                int after = separator(pos);
                if (after < 0 || !exactlyThree(after)) {
                    return;
                }
                grouped |= in.charAt(pos) == ',' && after == pos + 1;
                pos = after;
                run();
            }
        }

        private void run() {
            while (pos < end && Lexer.isDigit(in.charAt(pos))) {
                digits.append(in.charAt(pos));
                pos++;
            }
        }

        private boolean exactlyThree(int at) {
            int i = at;
            while (i < end && i < at + 4 && Lexer.isDigit(in.charAt(i))) {
                i++;
            }
            return i - at == 3;
        }

        /** Where the digits go on after a separator of groups; -1 when there is none. */
        private int separator(int at) {
            int i = at;
            if (i < end && in.charAt(i) == ' ') {
                // "1 000", and "14 {, }916".
                i = blanks(i);
                return i == at + 1 && i < end && Lexer.isDigit(in.charAt(i)) ? i : braced(i);
            }
            if (in.startsWith("\\,", i) || in.startsWith("\\ ", i)) {
                return blanks(i + 2);
            }
            if (in.startsWith("\\!", i)) {
                i = blanks(i + 2);
            }
            if (i < end && (in.charAt(i) == '\'' || (in.charAt(i) == '.' && severalPoints(i)))) {
                return i + 1;
            }
            if (i < end && in.charAt(i) == ',') {
                boolean negative = in.startsWith("\\!", i + 1) || in.startsWith("\\,", i + 1);
                return negative ? blanks(i + 3) : commas == Commas.GROUP ? i + 1 : -1;
            }
            return braced(i);
        }

        /** {@code 1.234.567}: points that come again group digits. */
        private boolean severalPoints(int at) {
            boolean again = at + 4 < end && in.charAt(at + 4) == '.' && exactlyThree(at + 5);
            boolean before = at >= 4 && in.charAt(at - 4) == '.' && Lexer.isDigit(in.charAt(at - 5 < 0 ? at : at - 5));
            return exactlyThree(at + 1) && (again || before);
        }

        private int braced(int at) {
            if (at >= end || in.charAt(at) != '{') {
                return -1;
            }
            int i = blanks(at + 1);
            if (i >= end || in.charAt(i) != ',') {
                return -1;
            }
            i = blanks(i + 1);
            if (i >= end || in.charAt(i) != '}') {
                return -1;
            }
            i = blanks(i + 1);
            return in.startsWith("\\!", i) ? blanks(i + 2) : i;
        }

        private int blanks(int at) {
            int i = at;
            while (i < end && in.charAt(i) == ' ') {
                i++;
            }
            return i;
        }

        void fraction() {
            boolean point = pos < end
                    && (in.charAt(pos) == '.' || (commas == Commas.DECIMAL && in.charAt(pos) == ','))
                    && pos + 1 < end;
            if (!point) {
                return;
            }
            if (Lexer.isDigit(in.charAt(pos + 1))) {
                pos++;
                digits.append('.');
                run();
                repeating(pos);
                ellipsis();
            } else if (in.charAt(pos) == '.' && "/*+-^)}],;eE".indexOf(in.charAt(pos + 1)) >= 0) {
                // "3./2", as programs write it.
                pos++;
            } else {
                repeating(pos + 1);
            }
        }

        /** {@code 0.1666...}: digits that come again go on for ever. */
        private void ellipsis() {
            int dots = in.startsWith("...", pos) ? 3 : 0;
            for (String command : new String[] {"\\ldots", "\\dots", "\\cdots"}) {
                dots = in.startsWith(command, pos) ? command.length() : dots;
            }
            int decimals = digits.length() - digits.indexOf(".") - 1;
            if (dots == 0 || digits.indexOf("(") >= 0) {
                return;
            }
            for (int period = 1; 2 * period <= decimals; period++) {
                int again = period == 1 ? 3 : 2;
                if (again * period <= decimals && repeats(period, again)) {
                    String block = digits.substring(digits.length() - period);
                    digits.setLength(digits.length() - again * period);
                    digits.append('(').append(block).append(')');
                    pos += dots;
                    return;
                }
            }
        }

        private boolean repeats(int period, int again) {
            int length = digits.length();
            for (int i = length - again * period; i < length - period; i++) {
                if (digits.charAt(i) != digits.charAt(i + period)) {
                    return false;
                }
            }
            return true;
        }

        private void repeating(int at) {
            int first = period(in, at, end);
            if (first < 0) {
                return;
            }
            int behind = behindDigits(in, first, end);
            digits.append(digits.indexOf(".") < 0 ? "." : "")
                    .append('(')
                    .append(in, first, behind)
                    .append(')');
            pos = behind + 1;
        }

        void exponent() {
            if (pos + 1 >= end || (in.charAt(pos) != 'e' && in.charAt(pos) != 'E') || digits.indexOf("(") >= 0) {
                return;
            }
            int i = pos + 1;
            if (in.charAt(i) == '+' || in.charAt(i) == '-') {
                i++;
            }
            int first = i;
            while (i < end && Lexer.isDigit(in.charAt(i))) {
                i++;
            }
            if (i > first && !(i < end && Lexer.isLetter(in.charAt(i)))) {
                digits.append('E').append(in, pos + 1, i);
                pos = i;
            }
        }
    }
}
