package org.passk.synthetic;

/** Writes the text of a generation: reasoning of the wanted length, then the ending that its fate wants. */
final class Texts {
    private static final double DISTRACTED = 0.08;

    private final SyntheticPlan plan;

    Texts(SyntheticPlan plan) {
        this.plan = plan;
    }

    /** The text of a sample; that of another one where its fate is to repeat it. */
    String text(FileSet set, int problem, Fate fate) {
        if (fate.ending() == Ending.EMPTY_TEXT) {
            return "";
        }
        Dice dice = Dice.of(plan.study().seed(), Salt.TEXT, set.ordinal(), problem, fate.textIndex());
        Gold gold = plan.gold(problem);
        Lengths lengths = set.run().lengths();
        int length = lengths.chars(fate.tokens());
        StringBuilder text = new StringBuilder(length + 300);
        if (fate.ending() == Ending.UNCLOSED_THOUGHT) {
            text.append("<think>\n");
        }
        Prose.begin(text, dice);
        if (fate.ending() == Ending.BOXED && dice.chance(DISTRACTED)) {
            Prose.append(text, length / 2, dice);
            distract(text, gold, fate.correct(), dice);
        }
        if (lengths.loops(fate.tokens()) && dice.chance(0.5)) {
            Prose.loop(text, length - length / 10, dice);
        }
        Prose.append(text, length - 120, dice);
        end(text, gold, fate, dice);
        return text.toString();
    }

    /** An answer on the way that is given up: the wrong one before the right one, and the reverse. */
    private static void distract(StringBuilder text, Gold gold, boolean correct, Dice dice) {
        text.append("At first sight one would think of $\\boxed{")
                .append(correct ? gold.wrong(dice) : gold.right(dice))
                .append("}$, but the second condition rules it out.\n\n");
    }

    private static void end(StringBuilder text, Gold gold, Fate fate, Dice dice) {
        String answer = fate.correct() ? gold.right(dice) : gold.wrong(dice);
        switch (fate.ending()) {
            case BOXED -> text.append(boxed(answer, dice));
            case STATED -> text.append(stated(answer, dice));
            case HASHES -> text.append("\n#### ").append(answer);
            case UNSTATED -> text.append("\nThis simplifies to ").append(gold.right(dice));
            case EMPTY_BOX -> text.append("\nTherefore we get $\\boxed{}$.");
            case EMPTY_TEXT -> throw new IllegalStateException("an empty text has no ending");
            case UNCLOSED_THOUGHT ->
                text.append("So it would be $\\boxed{").append(gold.right(dice)).append("}$.\nBut wait, is that so? ");
            case CUT_REASONING -> text.append("Hence the total number of such pairs is at le");
            case CUT_AFTER_ANSWER -> {
                text.append(boxed(answer, dice)).append("\n\n");
                Prose.sentence(text, dice);
                text.append("As a further check we consi");
            }
            case CUT_IN_ANSWER -> text.append("\nTherefore, the answer is ").append(gold.right(dice));
        }
    }

    private static String boxed(String answer, Dice dice) {
        return switch (dice.below(8)) {
            case 0 -> "\nTherefore, the final answer is $\\boxed{" + answer + "}$.";
            case 1 -> "\nThus\n\\[\n\\boxed{" + answer + "}\n\\]";
            case 2 -> "\n**Final Answer:** \\boxed{" + answer + "}";
            case 3 -> "\nSo the answer is $\\fbox{" + answer + "}$";
            case 4 -> "\nThe answer is: $\\boxed{" + answer + "}$.\n";
            case 5 -> "\n$$\\boxed{ " + answer + " }$$\nThis completes the solution.";
            case 6 -> "\n</think>\n\n$\\boxed{" + answer + "}$";
            default -> "Hence $\\boxed{" + answer + "}$.";
        };
    }

    private static String stated(String answer, Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> "\nThe answer is $" + answer + "$.";
            case 1 -> "\nThe final answer is: $" + answer + "$";
            case 2 -> "\nAnswer: $" + answer + "$";
            case 3 -> "\n<answer>" + answer + "</answer>";
            default -> "\nTherefore, the answer is $" + answer + "$\n";
        };
    }
}
