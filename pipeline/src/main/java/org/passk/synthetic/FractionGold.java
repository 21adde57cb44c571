package org.passk.synthetic;

/**
 * A fraction in lowest terms that is no integer.
 *
 * @param numerator the numerator, not 0
 * @param denominator the denominator, at least 2
 */
record FractionGold(long numerator, long denominator) implements Gold {
    /** Of these denominators every fraction has a decimal form. */
    private static final int SCALE = 10_000;

    static FractionGold of(Dice dice) {
        while (true) {
            long q = dice.chance(0.4) ? dice.pick(2, 4, 5, 8, 10, 16, 20, 25) : dice.between(3, 99);
            int magnitude = dice.between(1, 150);
            long p = dice.chance(0.15) ? -magnitude : magnitude;
            if (gcd(Math.abs(p), q) == 1) {
                return new FractionGold(p, q);
            }
        }
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    @Override
    public String reference() {
        return fraction("frac", numerator, denominator);
    }

    @Override
    public String question() {
        return "Express the ratio of the two areas as a common fraction.";
    }

    private static String fraction(String command, long p, long q) {
        return (p < 0 ? "-" : "") + "\\" + command + "{" + Math.abs(p) + "}{" + q + "}";
    }

    @Override
    public String right(Dice dice) {
        return spelled(numerator, denominator, dice);
    }

    private static String spelled(long p, long q, Dice dice) {
        int form = dice.below(100);
        if (form < 22) {
            return fraction("frac", p, q);
        } else if (form < 32) {
            return fraction(dice.pick("dfrac", "tfrac", "cfrac"), p, q);
        } else if (form < 40) {
            return p + dice.pick("/", " / ") + q;
        } else if (form < 66) {
            int k = dice.between(2, 499);
            return fraction("frac", p * k, q * k);
        } else if (form < 74) {
            return "\\frac{" + p + "}{" + q + "}";
        } else if (form < 82 && p > q) {
            return p / q + dice.pick("\\frac{", "\\dfrac{", " \\frac{") + p % q + "}{" + q + "}";
        } else if (form < 94 && SCALE % q == 0) {
            return decimal(p, q) + "0".repeat(dice.below(10));
        }
        return dice.pick("x", "r", "P", "m") + " = " + fraction("frac", p, q);
    }

    private static String decimal(long p, long q) {
        long scaled = Math.abs(p) * (SCALE / q);
        String digits = Long.toString(SCALE + scaled % SCALE).substring(1);
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return (p < 0 ? "-" : "") + scaled / SCALE + "." + digits.substring(0, end);
    }

    @Override
    public String wrong(Dice dice) {
        long p = numerator;
        long q = denominator;
        int kind = dice.below(100);
        if (kind < 55) {
            p = dice.between(1, 300);
            q = dice.between(2, 150);
        } else if (kind < 65 && Math.abs(numerator) > 1) {
            p = denominator;
            q = Math.abs(numerator);
        } else if (kind < 75) {
            p = -numerator;
        } else if (kind < 85) {
            p = numerator + 1;
        } else if (kind < 90) {
            q = denominator + 1;
        } else if (kind < 95 && SCALE % denominator != 0) {
            // Cut after two digits: near, and not equal.
            return decimal(Math.abs(numerator) * 100 / denominator, 100);
        } else {
            return dice.pick(
                    Long.toString(numerator),
                    numerator + "\\pi/" + denominator,
                    fraction("frac", numerator, denominator) + "x",
                    "\\frac{" + numerator + "}{" + denominator + "}, " + numerator);
        }
        return p * denominator == q * numerator ? fraction("frac", numerator + 7, denominator) : spelled(p, q, dice);
    }
}
