package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

/** Every notation inside itself and inside every other one, as deep and as long as a text can be. */
class HostileAnswersTest {
    /** Half of what the threads of a cluster have by default. */
    private static final long STACK_BYTES = 512 * 1024;

    private static final long MAX_ALLOCATED = 64L * 1024 * 1024;

    private static final MathVerifier VERIFIER = new MathVerifier(MathOptions.defaults());

    /** What stands before, within and behind. */
    private record Nest(String open, String core, String close) {
        String repeated(int times) {
            return open.repeat(times) + core + close.repeat(times);
        }

        Nest around(Nest inner) {
            return new Nest(open + inner.open, inner.core, inner.close + close);
        }
    }

    private static final List<Nest> NESTS = List.of(
            new Nest("(1+", "x", ")"),
            new Nest("\\frac{1}{1+", "x", "}"),
            new Nest("\\sqrt{1+", "x", "}"),
            new Nest("{", "x", "}"),
            new Nest("\\left(1+", "x", "\\right)"),
            new Nest("[1,", "x", "]"),
            new Nest("\\{1,", "x", "\\}"),
            new Nest("\\text{", "x", "}"),
            new Nest("|1+", "x", "|"),
            new Nest("x^{", "x", "}"),
            new Nest("\\sin(", "x", ")"),
            new Nest("f(", "x", ")"),
            new Nest("x_{", "x", "}"),
            new Nest("\\begin{pmatrix}1&", "x", "\\end{pmatrix}"),
            new Nest("\\begin{cases}1&", "x", "\\end{cases}"),
            new Nest("\\sum_{i=1}^{2}(", "x", ")"),
            new Nest("\\int_0^1(", "x", ") dx"),
            new Nest("\\boxed{", "x", "}"),
            new Nest("\\mathrm{", "x", "}"),
            new Nest("-", "x", ""),
            new Nest("", "x", "!"),
            new Nest("2^", "x", ""),
            new Nest("\\sqrt", "x", ""),
            new Nest("\\sin", "x", ""),
            new Nest("sin ", "x", ""),
            new Nest("a/", "x", ""),
            new Nest("\\frac", "x", ""),
            new Nest("", "x", "'"),
            new Nest("x_", "x", ""),
            new Nest("\\int ", "x", " dx"),
            new Nest("\\lim_{x\\to0}", "x", ""),
            new Nest("\\sum_{i=1}^2", "x", ""),
            new Nest("not ", "x", ""),
            new Nest("1+", "x", ""),
            new Nest("2\\cdot", "x", ""),
            new Nest("x\\in", "x", ""),
            new Nest("x=", "x", ""),
            new Nest("1,", "x", ""),
            new Nest("1;", "x", ""),
            new Nest("1\\cup", "x", ""),
            new Nest("x and ", "x", ""),
            new Nest("\\frac1", "x", ""),
            new Nest("\\sqrt[", "3", "]x"),
            new Nest("\\log_", "x", ""),
            new Nest("\\overline{1", "1", "}"),
            new Nest("\\binom{", "5", "}{2}"),
            new Nest("1<", "x", ""),
            new Nest("\\pm", "x", ""),
            new Nest("$", "x", "$"),
            new Nest("\\neg ", "x", ""),
            new Nest("x\\to", "x", ""),
            new Nest("max(1,", "x", ")"),
            new Nest("gcd(", "4", ",2)"),
            new Nest("\\lfloor ", "x", "\\rfloor"),
            new Nest("2^{-", "x", "}"),
            new Nest("\\underbrace{", "x", "}_{2}"),
            new Nest("\\frac{", "x", "}{2+y}"),
            new Nest("1\\times", "2", ""),
            new Nest("-(", "x", ")"),
            new Nest("(-", "x", ")^2"),
            new Nest("e^{i", "x", "}"),
            new Nest("\\ln(1+", "3", ")"),
            new Nest("", "x", "^2"),
            new Nest("", "x", "_2"),
            new Nest("\\circ", "x", ""),
            new Nest("30^\\circ", "x", ""),
            new Nest("x\\%", "x", ""),
            new Nest("\\text{or}", "x", ""));

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 25, 40, 60, 63, 64, 65, 100, 1_000, 10_000})
    @Timeout(60)
    void decidesNotationsInsideThemselvesOnASmallStack(int times) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        for (Nest nest : NESTS) {
            answers.add(nest.repeated(times));
        }

        assertThat(failures(answers)).isEmpty();
    }

    @Test
    @Timeout(120)
    void decidesNotationsInsideEachOtherOnASmallStack() throws InterruptedException {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < NESTS.size(); i++) {
            // Each with five others, spread over the list.
            for (int step = 1; step < NESTS.size(); step += 13) {
                answers.add(NESTS.get(i)
                        .around(NESTS.get((i + step) % NESTS.size()))
                        .repeated(25));
            }
        }

        assertThat(failures(answers)).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {12, 25, 32, 500})
    void decidesEveryNotationInsideEveryOther(int times) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        for (Nest outer : NESTS) {
            for (Nest inner : NESTS) {
                answers.add(outer.around(inner).repeated(times));
            }
        }

        assertThat(failures(answers)).isEmpty();
    }

    private static List<String> failures(List<String> answers) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        AtomicReference<Throwable> fault = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    for (String answer : answers) {
                        for (String gold : List.of("1", "x+1", answer + "+0")) {
                            failures.addAll(failures(gold, answer));
                        }
                    }
                },
                "small stack",
                STACK_BYTES);
        thread.setUncaughtExceptionHandler((where, thrown) -> fault.set(thrown));
        thread.start();
        thread.join();
        assertThat(fault.get()).isNull();
        return failures;
    }

    private static List<String> failures(String gold, String answer) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Verdict verdict;
        try {
            verdict = VERIFIER.verify(
                    Reference.MathAnswer.of(gold), new Extraction(Channel.STATED, answer, false), false);
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(e + " " + name(answer));
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        List<String> failures = new ArrayList<>();
        if (allocated > MAX_ALLOCATED) {
            failures.add(allocated + " bytes for " + name(answer) + " against " + name(gold));
        }
        if (verdict.outcome() == Outcome.FAULT) {
            failures.add(verdict + " " + name(answer));
        }
        return failures;
    }

    private static String name(String answer) {
        return answer.length() > 60 ? answer.substring(0, 60) + "… of " + answer.length() : answer;
    }
}
