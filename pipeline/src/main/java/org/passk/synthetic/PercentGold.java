package org.passk.synthetic;

/**
 * A percentage.
 *
 * @param value how many percent, in [2, 98]
 */
record PercentGold(int value) implements Gold {
    @Override
    public String reference() {
        return value + "\\%";
    }

    @Override
    public String question() {
        return "What percent of the total is red?";
    }

    @Override
    public String right(Dice dice) {
        return spelled(Integer.toString(value), dice);
    }

    private static String spelled(String number, Dice dice) {
        String decimals = dice.chance(0.4) && number.indexOf('.') < 0 ? "." + "0".repeat(dice.between(1, 9)) : "";
        return number + decimals + dice.pick("\\%", "\\%", "%", "", "\\text{ percent}", " \\%");
    }

    @Override
    public String wrong(Dice dice) {
        int complement = 100 - value;
        return switch (dice.below(6)) {
            case 0 -> spelled(Integer.toString(value * 100), dice);
            case 1 -> spelled(value + "." + dice.between(1, 9), dice);
            case 2 -> spelled(Integer.toString(complement == value ? value + 1 : complement), dice);
            default -> {
                int other = dice.between(1, 400);
                yield spelled(Integer.toString(other == value ? value + 1 : other), dice);
            }
        };
    }
}
