package org.passk.synthetic;

/** The reasoning of made-up generations: sentences with numbers in them, none of which states an answer. */
final class Prose {
    /** Sentences in parts; a number stands between two parts. */
    private static final String[][] SENTENCES = {
        {"Let $x = ", "$ and $y = ", "$ be the two quantities that the problem asks about.\n"},
        {"Adding the two equations gives $", "a + ", "b = ", "$, so we can eliminate $b$. "},
        {"We first consider the case in which $n$ is divisible by ", "; there are ", " such values.\n\n"},
        {"By the Pythagorean theorem, $c^2 = ", "^2 + ", "^2 = ", "$. "},
        {"\\[\n\\frac{", "}{", "} + \\frac{", "}{", "} = \\frac{", "}{", "}\n\\]\n"},
        {"Since $\\gcd(", ", ", ") = ", "$, the fraction is already in lowest terms. "},
        {"**Step ", ":** Simplify the expression inside the parentheses.\n\n"},
        {
            "Wait, this cannot be right: substituting $x = ",
            "$ back gives $",
            "$ instead of $",
            "$. Let me recompute.\n\n"
        },
        {"The discriminant is $", "^2 - 4 \\cdot ", " \\cdot ", " = ", "$, which is positive. "},
        {"There are $\\binom{", "}{", "} = ", "$ ways to choose the first group.\n"},
        {"Multiplying both sides by $", "$ yields $", "x - ", " = ", "x + ", "$.\n"},
        {"Modulo ", ", the powers of ", " repeat with period ", ". "},
        {"Hmm, let me check the small cases: $f(1) = ", "$, $f(2) = ", "$, $f(3) = ", "$. "},
        {"The area of the triangle is $\\frac{1}{2} \\cdot ", " \\cdot ", "$. "},
        {"```python\ntotal = sum(i * ", " for i in range(", "))\nprint(total)\n```\n```output\n", "\n```\n"},
        {"Now factor: $x^2 - ", "x + ", " = (x - ", ")(x - ", ")$. "},
        {"Each of the ", " students shakes hands with ", " others, and every handshake is counted twice.\n"},
        {"The geometric series has first term ", " and ratio $1/", "$. "},
        {"We can rewrite this as $\\log_{", "} ", " = ", "$.\n\n"},
        {"Note that \"at least one\" is easier to count by its complement, of which there are ", ". "},
        {"| n | value |\n|---|---|\n| ", " | ", " |\n| ", " | ", " |\n\n"},
    };

    /** Sentences with characters beyond Latin-1, which about one in twenty-five published answers has. */
    private static final String[][] FOREIGN = {
        {"因此 $a_{", "} = ", "$，代入得 $", "$。\n"},
        {"So we have ", " ≤ x ≤ ", ", and the sum over all of them — by symmetry — is ", ".\n"},
        {"Let's double-check the arithmetic: ", " × ", " + ", ". 🤔 It works out.\n"},
    };

    private static final double FOREIGN_TEXTS = 0.04;

    private Prose() {}

    /** Begins a text with a few sentences, so that no two are equal by chance. */
    static void begin(StringBuilder text, Dice dice) {
        if (dice.chance(FOREIGN_TEXTS)) {
            append(text, dice.pick(FOREIGN), dice);
        }
        sentence(text, dice);
        sentence(text, dice);
    }

    /** Appends sentences until the text has at least so many characters. */
    static void append(StringBuilder text, int length, Dice dice) {
        while (text.length() < length) {
            sentence(text, dice);
        }
    }

    static void sentence(StringBuilder text, Dice dice) {
        append(text, dice.pick(SENTENCES), dice);
    }

    private static void append(StringBuilder text, String[] parts, Dice dice) {
        text.append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            text.append(dice.below(10_000)).append(parts[i]);
        }
    }

    /** Appends one fragment of 20 to 200 characters over and over, as models do that have lost the thread. */
    static void loop(StringBuilder text, int length, Dice dice) {
        StringBuilder fragment = new StringBuilder();
        append(fragment, dice.between(20, 120), dice);
        while (text.length() < length) {
            text.append(fragment);
        }
    }
}
