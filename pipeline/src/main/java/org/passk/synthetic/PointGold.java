package org.passk.synthetic;

/**
 * A point with integer coordinates that differ.
 *
 * @param x first coordinate
 * @param y second coordinate
 */
record PointGold(long x, long y) implements Gold {
    static PointGold of(Dice dice) {
        long x = dice.between(-60, 60);
        long y = dice.between(-60, 59);
        return new PointGold(x, y == x ? 60 : y);
    }

    @Override
    public String reference() {
        return "(" + x + ", " + y + ")";
    }

    @Override
    public String question() {
        return "Give the coordinates of the centre.";
    }

    @Override
    public String right(Dice dice) {
        return spelled(x, y, dice);
    }

    private static String spelled(long x, long y, Dice dice) {
        String first = coordinate(x, dice);
        String second = coordinate(y, dice);
        return switch (dice.below(4)) {
            case 0 -> "(" + first + "," + second + ")";
            case 1 -> "\\left(" + first + ", " + second + "\\right)";
            case 2 -> "\\left( " + first + " , " + second + " \\right)";
            default -> "(" + first + ", " + second + ")";
        };
    }

    private static String coordinate(long value, Dice dice) {
        if (dice.chance(0.3)) {
            int k = dice.between(2, 60);
            return (value < 0 ? "-" : "") + "\\frac{" + Math.abs(value) * k + "}{" + k + "}";
        }
        return dice.chance(0.2) ? value + ".0" : Long.toString(value);
    }

    @Override
    public String wrong(Dice dice) {
        return switch (dice.below(7)) {
            case 0 -> spelled(y, x, dice);
            case 1 -> spelled(x, y + 1, dice);
            case 2 -> spelled(x - 1, y, dice);
            case 3 -> dice.pick(Long.toString(x), "(" + x + ", " + y + ", 0)", "(" + x + ")");
            default -> {
                long other = dice.between(-90, 90);
                yield spelled(other == x ? other + 1 : other, dice.between(-90, 90), dice);
            }
        };
    }
}
