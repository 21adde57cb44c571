package org.passk.synthetic;

/**
 * An integer.
 *
 * @param value the integer, of at most seven digits
 */
record IntegerGold(long value) implements Gold {
    private static final String[] UNITS = {
        "cm", "m", "km", "units", "points", "dollars", "students", "ways", "minutes", "hours", "marbles", "square units"
    };

    static IntegerGold of(Dice dice) {
        int range = dice.below(10);
        if (range < 4) {
            return new IntegerGold(dice.between(0, 99));
        } else if (range < 7) {
            return new IntegerGold(dice.between(100, 999));
        } else if (range < 9) {
            return new IntegerGold(dice.between(1000, 2_500_000));
        }
        return new IntegerGold(-dice.between(1, 400));
    }

    @Override
    public String reference() {
        return Long.toString(value);
    }

    @Override
    public String question() {
        return "Find the number of admissible configurations, counted with their sign.";
    }

    @Override
    public String right(Dice dice) {
        return spelled(value, dice);
    }

    /** An integer in one of its spellings. */
    static String spelled(long value, Dice dice) {
        int form = dice.below(100);
        if (form < 30) {
            return Long.toString(value);
        } else if (form < 55) {
            int k = dice.between(2, 997);
            return "\\" + dice.pick("frac", "dfrac", "frac") + "{" + value * k + "}{" + k + "}";
        } else if (form < 70) {
            return value + "." + "0".repeat(dice.between(1, 12));
        } else if (form < 79) {
            return dice.pick("x", "n", "k", "m", "N", "t", "y", "S") + dice.pick(" = ", "=") + value;
        } else if (form < 86) {
            return value + dice.pick("\\text{ ", " \\text{ ", "\\ \\text{") + dice.pick(UNITS) + "}";
        } else if (form < 91) {
            return grouped(value, dice.pick(",", "{,}", ",\\!"));
        } else if (form < 96) {
            return scientific(value);
        }
        return dice.pick(
                "\\left(" + value + "\\right)", " " + value + " ", value + ".", value < 0 ? "" + value : "+" + value);
    }

    private static String grouped(long value, String separator) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder text = new StringBuilder(value < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(separator);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    private static String scientific(long value) {
        String digits = Long.toString(Math.abs(value));
        String rest = digits.substring(1);
        return (value < 0 ? "-" : "") + digits.charAt(0) + (rest.isEmpty() ? "" : "." + rest) + " \\times 10^{"
                + rest.length() + "}";
    }

    @Override
    public String wrong(Dice dice) {
        int kind = dice.below(100);
        if (kind < 55) {
            return spelled(other(dice.between(-20, (int) Math.min(2 * Math.abs(value) + 1000, 5_000_000)), dice), dice);
        } else if (kind < 90) {
            return spelled(other(near(dice), dice), dice);
        }
        return dice.pick(
                value + "." + dice.between(1, 9),
                // Not a factor: of zero it would be right.
                value + "+\\pi",
                value + "+x",
                "\\frac{1}{" + (Math.abs(value) + 2) + "}",
                value + ", " + (value + 1),
                "\\sqrt{" + (Math.abs(value) + 2) + "}",
                "(" + value + ", " + (value + 2) + ")");
    }

    /** What slips of the pen make of the value. */
    private long near(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> value + 1;
            case 1 -> value - 1;
            case 2 -> -value;
            case 3 -> value * 10;
            case 4 -> value / 2;
            default -> value + 100;
        };
    }

    private long other(long candidate, Dice dice) {
        return candidate == value ? value + dice.between(1, 50) : candidate;
    }
}
