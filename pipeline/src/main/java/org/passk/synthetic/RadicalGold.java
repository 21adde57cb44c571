package org.passk.synthetic;

/**
 * A multiple of a square root.
 *
 * @param factor the factor, at least 2
 * @param radicand a square-free number, at least 2
 */
record RadicalGold(int factor, int radicand) implements Gold {
    private static final Integer[] SQUARE_FREE = {2, 3, 5, 6, 7, 10, 11, 13, 14, 15, 17, 19};

    static RadicalGold of(Dice dice) {
        return new RadicalGold(dice.between(2, 40), dice.pick(SQUARE_FREE));
    }

    @Override
    public String reference() {
        return factor + "\\sqrt{" + radicand + "}";
    }

    @Override
    public String question() {
        return "Compute the length of the diagonal in simplest radical form.";
    }

    @Override
    public String right(Dice dice) {
        return spelled(factor, radicand, dice);
    }

    private static String spelled(int factor, int radicand, Dice dice) {
        String root = dice.pick("\\sqrt{" + radicand + "}", " \\sqrt{" + radicand + "}", "\\sqrt {" + radicand + "}");
        return dice.pick("", "", "d = ", "x=") + factor + root + dice.pick("", "", "\\text{ cm}", " \\text{ units}");
    }

    @Override
    public String wrong(Dice dice) {
        int other = dice.pick(SQUARE_FREE);
        return switch (dice.below(6)) {
            case 0 -> spelled(factor + 1, radicand, dice);
            case 1 -> "\\sqrt{" + radicand + "}";
            case 2 -> Integer.toString(factor * radicand);
            case 3 -> factor + "\\sqrt[3]{" + radicand + "}";
            default -> spelled(dice.between(2, 300), other == radicand ? 23 : other, dice);
        };
    }
}
