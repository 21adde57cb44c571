package org.passk.synthetic;

import java.util.List;

/**
 * A word out of few, or the letter of a choice: what can be guessed.
 *
 * @param word the right one
 * @param choices all that come into question
 * @param isLetter whether they are the letters of choices
 */
record WordGold(String word, List<String> choices, boolean isLetter) implements Gold {
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E");
    private static final List<String> PARITY = List.of("even", "odd", "neither");
    private static final List<String> CONICS = List.of("circle", "ellipse", "parabola", "hyperbola");

    static WordGold of(Dice dice) {
        boolean isLetter = dice.chance(0.6);
        List<String> choices = isLetter ? LETTERS : dice.chance(0.5) ? PARITY : CONICS;
        return new WordGold(choices.get(dice.below(choices.size())), choices, isLetter);
    }

    @Override
    public String reference() {
        return isLetter ? word : "\\text{" + word + "}";
    }

    @Override
    public String question() {
        return isLetter
                ? "Which of the five statements (A) to (E) is true?"
                : "Classify it: " + String.join(", ", choices);
    }

    @Override
    public String right(Dice dice) {
        return spelled(word, dice);
    }

    private String spelled(String answer, Dice dice) {
        return isLetter
                ? dice.pick(answer, "(" + answer + ")", "\\text{" + answer + "}", "\\textbf{(" + answer + ")}")
                : dice.pick(answer, "\\text{" + answer + "}", "\\textbf{" + answer + "}", "\\text{ " + answer + "}");
    }

    @Override
    public String wrong(Dice dice) {
        int right = choices.indexOf(word);
        return spelled(choices.get((right + dice.between(1, choices.size() - 1)) % choices.size()), dice);
    }
}
