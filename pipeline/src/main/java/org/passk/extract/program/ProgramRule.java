package org.passk.extract.program;

import java.util.Arrays;
import java.util.Optional;

/** How a benchmark finds the program in a text. The word names the rule in settings and tables. */
public enum ProgramRule {
    /** The prompt followed by the whole text (human-eval, evalplus). */
    COMPLETION("completion"),
    /** The prompt followed by the text before the first of the stop words that Codex was sampled with. */
    COMPLETION_STOPPED("completion-stopped"),
    /** The text as it is. */
    SOLUTION("solution"),
    /** The text without white space at its ends (LiveCodeBench, base models). */
    STRIPPED("stripped"),
    /** What stands between the last two lines that hold a fence (LiveCodeBench). */
    LAST_FENCES("last-fences"),
    /** What stands between the last two lines that hold {@code PYTHON]}, else a fence (LiveCodeBench, CodeLLaMa). */
    PYTHON_TAGS("python-tags"),
    /** The first block that opens with {@code ```python}. */
    FIRST_PYTHON_BLOCK("first-python-block"),
    /**
     * What evalplus' sanitize keeps: the longest range of lines that Python parses, and of it what the tested function needs.
     * It takes a parser of Python, so the text goes to the sandbox as it is.
     */
    SANITIZE("sanitize"),
    /** All blocks of the last {@code <answer>}, else of the text, joined (Code-R1). */
    ANSWER_BLOCKS("answer-blocks");

    private final String word;

    ProgramRule(String word) {
        this.word = word;
    }

    /** The rule's name. */
    public String word() {
        return word;
    }

    /** Whether the program begins with the problem's prompt. */
    public boolean needsPrompt() {
        return this == COMPLETION || this == COMPLETION_STOPPED;
    }

    /** The rule of that name. */
    public static Optional<ProgramRule> named(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word.equals(word)).findFirst();
    }
}
