package org.passk.verify.math.notation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters and digits that LaTeX names by their code: {@code \char"3B1}, {@code \char'101}, {@code \char945}. */
final class CharacterCodes {
    private static final String COMMAND = "\\char";

    /** TeX takes only capitals as hexadecimal digits, and one space behind them. */
    private static final Pattern CODE = Pattern.compile(
            "\\\\char ?(?:\"([0-9A-F]{1,8})(?![0-9A-F])|'([0-7]{1,8})(?![0-7])|([0-9]{1,8})(?![0-9])) ?");

    private static final int HEXADECIMAL = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;

    private CharacterCodes() {}

    /** The text with each code of a letter or digit as that character; other codes stay, as they mean no mathematics. */
    static String written(String text) {
        if (!text.contains(COMMAND)) {
            return text;
        }
        Matcher matcher = CODE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            int code = matcher.group(1) != null
                    ? code(matcher.group(1), HEXADECIMAL)
                    : matcher.group(2) != null ? code(matcher.group(2), OCTAL) : code(matcher.group(3), DECIMAL);
            String character = Character.isValidCodePoint(code) && Character.isLetterOrDigit(code)
                    ? Characters.letter(code)
                    : matcher.group();
            matcher.appendReplacement(out, Matcher.quoteReplacement(character));
        }
        return matcher.appendTail(out).toString();
    }

    private static int code(String digits, int radix) {
        long code = Long.parseLong(digits, radix);
        return code <= Character.MAX_CODE_POINT ? (int) code : -1;
    }
}
