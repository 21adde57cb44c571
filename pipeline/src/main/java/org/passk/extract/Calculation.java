package org.passk.extract;

/** A formula that calculates: 12 - 2 = 10. */
final class Calculation {
    private Calculation() {}

    /** What a calculation arrives at: 10 of "12 - 2 = 10", 5 of "a + b = 2 + 3 = 5"; an equation as it is. */
    static String result(String formula) {
        int first = formula.indexOf('=');
        int last = formula.lastIndexOf('=');
        String right = formula.substring(last + 1).strip();
        boolean calculation = first > 0 && (last > first || !hasVariable(formula.substring(0, first)));
        boolean relation = formula.indexOf('<') >= 0 || formula.indexOf('>') >= 0 || formula.contains("\\ne");
        boolean inside = formula.indexOf('{') >= 0 && depth(formula, last) != 0;
        boolean whole = !calculation || relation || inside || !Percent.hasDigit(right) || formula.indexOf(',') >= 0;
        return whole ? formula : right;
    }

    private static int depth(String formula, int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            depth += formula.charAt(i) == '{' ? 1 : formula.charAt(i) == '}' ? -1 : 0;
        }
        return depth;
    }

    /** Whether a letter stands there that is no part of a command. */
    private static boolean hasVariable(String formula) {
        boolean command = false;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            command = c == '\\' || (command && Letters.isAscii(c));
            if (!command && Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }
}
