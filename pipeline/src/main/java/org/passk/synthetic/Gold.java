package org.passk.synthetic;

/**
 * The right answer to a made-up problem, and what models write instead of its reference: the same value in many spellings,
 * and other values that look like it. What is called right is equal to the reference as mathematics, what is called wrong
 * is not, whatever a verifier makes of them.
 */
interface Gold {
    /** The reference, as the problem file has it. */
    String reference();

    /** A question that asks for it, without the words that make it unique. */
    String question();

    /** One spelling of the right answer. */
    String right(Dice dice);

    /** A wrong answer. */
    String wrong(Dice dice);

    /** The right answer to a problem; the kinds in about the shares that competition problems have. */
    static Gold of(Dice dice) {
        int kind = dice.below(100);
        if (kind < 46) {
            return IntegerGold.of(dice);
        } else if (kind < 66) {
            return FractionGold.of(dice);
        } else if (kind < 74) {
            return DecimalGold.of(dice);
        } else if (kind < 78) {
            return new PercentGold(dice.between(2, 98));
        } else if (kind < 86) {
            return PointGold.of(dice);
        } else if (kind < 92) {
            return ListGold.of(dice);
        } else if (kind < 97) {
            return RadicalGold.of(dice);
        }
        return WordGold.of(dice);
    }
}
