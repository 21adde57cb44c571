package org.passk.verify.catalog;

import java.util.Objects;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.AnswerVerifier;
import org.passk.verify.Verifier;

/**
 * Turns the exceptions of a verifier, which are bugs, into FAULT verdicts with the rule {@code fault-NAME}, so that one
 * strange text neither ends a job nor counts as a wrong answer.
 *
 * <p>A fault of {@link #extract} has to wait for {@link #verify}, and nothing is remembered between the two: it travels
 * in the extraction itself, as an answer that begins with a mark. An ordinary answer that begins with the same mark is
 * escaped on its way, so that no text can pass for a fault.
 */
public final class GuardedVerifier implements Verifier {
    private static final char MARK = '\u0000';
    private static final String FAULT = MARK + "fault-";
    private static final String ESCAPE = MARK + "=";

    private final Verifier inner;

    /**
     * A guard.
     *
     * @param inner the verifier to guard
     */
    public GuardedVerifier(Verifier inner) {
        this.inner = Objects.requireNonNull(inner, "inner");
    }

    @Override
    public String version() {
        return inner.version();
    }

    @Override
    public Extraction extract(String text) {
        try {
            Extraction found = inner.extract(text);
            return found.answer().indexOf(MARK) == 0
                    ? new Extraction(found.channel(), ESCAPE + found.answer(), found.unfinished(), found.open())
                    : found;
        } catch (RuntimeException | StackOverflowError e) {
            return new Extraction(Channel.PROGRAM_RULE, FAULT + e.getClass().getSimpleName(), false);
        }
    }

    @Override
    public Verdict verify(Reference reference, Extraction extraction, boolean truncated) {
        return guarded(extraction, truncated, (plain, cut) -> inner.verify(reference, plain, cut));
    }

    @Override
    public AnswerVerifier against(Reference reference) {
        AnswerVerifier verifier;
        try {
            verifier = inner.against(reference);
        } catch (RuntimeException | StackOverflowError e) {
            // It will fail again where the reference is needed, and is a fault there.
            verifier = (plain, cut) -> inner.verify(reference, plain, cut);
        }
        AnswerVerifier prepared = verifier;
        return (extraction, truncated) -> guarded(extraction, truncated, prepared);
    }

    private static Verdict guarded(Extraction extraction, boolean truncated, AnswerVerifier verifier) {
        String answer = extraction.answer();
        if (answer.startsWith(FAULT)) {
            return fault(Channel.NONE, answer.substring(1));
        }
        Extraction plain = answer.startsWith(ESCAPE)
                ? new Extraction(
                        extraction.channel(),
                        answer.substring(ESCAPE.length()),
                        extraction.unfinished(),
                        extraction.open())
                : extraction;
        try {
            return verifier.verify(plain, truncated);
        } catch (RuntimeException | StackOverflowError e) {
            return fault(plain.channel(), "fault-" + e.getClass().getSimpleName());
        }
    }

    private static Verdict fault(Channel channel, String rule) {
        return new Verdict(Outcome.FAULT, channel, rule, "", 0);
    }
}
