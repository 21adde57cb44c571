package org.passk.jobs.conformance;

import java.util.List;

/** An answer without the signs of a formula around it. */
final class Formula {
    private static final List<String[]> SIGNS = List.of(
            new String[] {"$$", "$$"}, new String[] {"$", "$"}, new String[] {"\\(", "\\)"}, new String[] {"\\[", "\\]"
            });

    private Formula() {}

    /** The inside of a text that is one formula; any other text as it is, without white space around it. */
    static String inside(String text) {
        String answer = text.strip();
        for (String[] signs : SIGNS) {
            boolean around = answer.length() > signs[0].length() + signs[1].length()
                    && answer.startsWith(signs[0])
                    && answer.endsWith(signs[1])
                    // A price, and not the end of a formula.
                    && !answer.endsWith("\\$");
            if (around) {
                String inside = answer.substring(signs[0].length(), answer.length() - signs[1].length());
                if (!opens(inside, signs[1])) {
                    return inside.strip();
                }
            }
        }
        return answer;
    }

    /** Whether the formula ends before its end, so that several stand there. */
    private static boolean opens(String inside, String sign) {
        for (int at = inside.indexOf(sign); at >= 0; at = inside.indexOf(sign, at + 1)) {
            if (at == 0 || inside.charAt(at - 1) != '\\') {
                return true;
            }
        }
        return false;
    }
}
