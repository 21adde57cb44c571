package org.passk.synthetic;

/**
 * A decimal that is no integer.
 *
 * @param unscaled its digits as an integer, the last one not 0, above 0
 * @param scale how many of them stand after the point, at least 1
 */
record DecimalGold(long unscaled, int scale) implements Gold {
    static DecimalGold of(Dice dice) {
        int scale = dice.between(1, 3);
        long digits = dice.between(1, 99_999);
        return new DecimalGold(digits % 10 == 0 ? digits + 1 : digits, scale);
    }

    @Override
    public String reference() {
        return text(unscaled, scale);
    }

    @Override
    public String question() {
        return "What is the mean of the measurements?";
    }

    private static long power(int scale) {
        long power = 1;
        for (int i = 0; i < scale; i++) {
            power *= 10;
        }
        return power;
    }

    private static String text(long unscaled, int scale) {
        long one = power(scale);
        return unscaled / one + "." + Long.toString(one + unscaled % one).substring(1);
    }

    @Override
    public String right(Dice dice) {
        return spelled(unscaled, dice);
    }

    private String spelled(long digits, Dice dice) {
        int form = dice.below(100);
        if (form < 35) {
            return text(digits, scale);
        } else if (form < 60) {
            return text(digits, scale) + "0".repeat(dice.between(1, 12));
        } else if (form < 85) {
            int k = dice.between(1, 299);
            return "\\frac{" + digits * k + "}{" + power(scale) * k + "}";
        } else if (form < 93) {
            return dice.pick("x", "d", "t", "\\mu") + " = " + text(digits, scale);
        }
        return text(digits, scale) + dice.pick("\\text{ cm}", "\\text{ units}", " \\text{ meters}");
    }

    @Override
    public String wrong(Dice dice) {
        long digits = switch (dice.below(6)) {
            case 0 -> unscaled + 1;
            case 1 -> unscaled * 10;
            case 2 -> unscaled + power(scale);
            default -> dice.between(1, 200_000);
        };
        return spelled(digits == unscaled ? unscaled + 3 : digits, dice);
    }
}
