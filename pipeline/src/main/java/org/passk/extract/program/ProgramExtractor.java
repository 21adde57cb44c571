package org.passk.extract.program;

import java.util.Objects;
import org.passk.extract.AnswerExtractor;

/**
 * Finds the program in a text by the rule of a benchmark, exactly as its own harness does: a text in which the harness finds
 * nothing has no program, whatever a reader would make of it.
 *
 * <p>By the rule of evalplus' sanitize the whole text is found: what it keeps of it takes a parser of Python.
 *
 * <p>Time is linear in the text; a program above the limit is none. Immutable; safe for use by several threads; never
 * throws on any text.
 */
public final class ProgramExtractor {
    private static final String[] STOP_WORDS = {"\nclass", "\ndef", "\n#", "\nif", "\nprint"};

    private final int maxProgramChars;

    /**
     * An extractor with a limit.
     *
     * @param maxProgramChars the longest program in characters, its prompt included, at least 1
     */
    public ProgramExtractor(int maxProgramChars) {
        if (maxProgramChars < 1) {
            throw new IllegalArgumentException("maxProgramChars " + maxProgramChars + " is below 1");
        }
        this.maxProgramChars = maxProgramChars;
    }

    /**
     * Finds the program.
     *
     * @param text the text of one answer
     * @param rule the benchmark's rule
     * @param prompt what a completion is put behind; not used by the other rules
     * @return the program, or none
     */
    public ExtractedProgram extract(String text, ProgramRule rule, String prompt) {
        Objects.requireNonNull(prompt, "prompt");
        boolean unfinished = AnswerExtractor.answerStart(text) < 0;
        String found = find(text, rule);
        int before = rule.needsPrompt() ? prompt.length() : 0;
        if ((long) before + found.length() > maxProgramChars) {
            return new ExtractedProgram(rule, "", unfinished, true);
        }
        return new ExtractedProgram(rule, rule.needsPrompt() ? prompt + found : found, unfinished, false);
    }

    /**
     * Puts a program that was found without its prompt behind it, as {@link #extract} would have done.
     *
     * @param found by the same extractor, with an empty prompt
     * @param prompt what a completion is put behind; not used by the other rules
     * @return the program, or none
     */
    public ExtractedProgram complete(ExtractedProgram found, String prompt) {
        if (!found.rule().needsPrompt() || found.tooLong()) {
            return found;
        }
        return (long) prompt.length() + found.source().length() > maxProgramChars
                ? new ExtractedProgram(found.rule(), "", found.unfinished(), true)
                : new ExtractedProgram(found.rule(), prompt + found.source(), found.unfinished(), false);
    }

    private static String find(String text, ProgramRule rule) {
        return switch (rule) {
            case COMPLETION, SOLUTION, SANITIZE -> text;
            case COMPLETION_STOPPED -> beforeStopWord(text);
            case STRIPPED -> PythonText.strip(text);
            case LAST_FENCES -> Fences.betweenLast(text, Fences.FENCE).orElse("");
            case PYTHON_TAGS ->
                Fences.betweenLast(text, "PYTHON]")
                        .or(() -> Fences.betweenLast(text, Fences.FENCE))
                        .orElse("");
            case FIRST_PYTHON_BLOCK -> Fences.firstPythonBlock(text);
            case ANSWER_BLOCKS -> Fences.joinedBlocks(lastAnswer(text));
        };
    }

    private static String beforeStopWord(String text) {
        int end = text.length();
        for (String word : STOP_WORDS) {
            int at = text.indexOf(word);
            end = at >= 0 && at < end ? at : end;
        }
        return text.substring(0, end);
    }

    /** The content of the last {@code <answer>} that is closed, found from the left as a regular expression does. */
    private static String lastAnswer(String text) {
        String open = "<answer>";
        String close = "</answer>";
        String answer = text;
        int from = text.indexOf(open);
        while (from >= 0) {
            int end = text.indexOf(close, from + open.length());
            if (end < 0) {
                break;
            }
            answer = text.substring(from + open.length(), end);
            from = text.indexOf(open, end + close.length());
        }
        return answer;
    }
}
