package org.passk.verify.code;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.passk.model.Outcome;
import org.passk.sandbox.Sandbox;
import org.passk.sandbox.SandboxLimits;
import org.passk.sandbox.SandboxResult;
import org.passk.sandbox.SandboxResult.End;

/**
 * Decides programs so that neither the load of the machine nor a broken sandbox decides with it.
 *
 * <p>A program may run for twice its limit. One that ends by itself before half of it, or goes on to twice the limit, is
 * decided: no load makes the difference. One that ends between is run a second time, while nothing else runs in this
 * process, and that run decides, at the limit. Where it ends within a tenth of the limit, the outcome says so.
 *
 * <p>A fault of the sandbox is tried again in a new one. Before the first program of a suite its canonical solution has to
 * pass.
 *
 * <p>For one thread, like its sandbox.
 */
public final class ProgramJudge {
    private static final double PROBE_SECONDS = 10;
    private static final double SLACK = 2;
    private static final double SURE_BELOW = 0.5;
    private static final double NEAR = 0.1;
    private static final double TIGHT_FACTOR = 10;
    private static final double TIGHT_SECONDS = 0.5;

    /** A program that used so little of the time it had was not kept from running: it slept. */
    private static final double SLEEPER = 0.05;

    private final Sandbox sandbox;
    private final CodeOptions options;
    private final Turns turns;
    private final Map<String, Health> health = new HashMap<>();

    /** How runs of one process take turns. */
    public interface Turns {
        /** Runs beside others. */
        SandboxResult beside(Supplier<SandboxResult> run);

        /** Runs when all others have ended, and before any other begins. */
        SandboxResult alone(Supplier<SandboxResult> run);
    }

    /** Whether a suite's canonical solution passes here, and how long it takes; negative where there is none. */
    private record Health(String trouble, double canonicalSeconds) {}

    /**
     * A judge.
     *
     * @param sandbox runs the programs
     * @param options what they may use
     * @param turns how its runs take turns with those of other judges
     */
    public ProgramJudge(Sandbox sandbox, CodeOptions options, Turns turns) {
        this.sandbox = Objects.requireNonNull(sandbox, "sandbox");
        this.options = Objects.requireNonNull(options, "options");
        this.turns = Objects.requireNonNull(turns, "turns");
    }

    /**
     * Runs a program that has to pass, and one that has to fail.
     *
     * @return what is wrong with the sandbox, if anything
     */
    public Optional<String> trouble() {
        Suite probe = new Suite("probe", ProgramJudge::probe, Optional.empty(), PROBE_SECONDS);
        ProgramOutcome right = decide(probe, Candidate.of("def add(x, y):\n    return x + y\n"), PROBE_SECONDS);
        if (right.outcome() != Outcome.CORRECT) {
            return Optional.of(right.outcome() + " " + right.rule() + " " + right.detail());
        }
        ProgramOutcome wrong = decide(probe, Candidate.of("def add(x, y):\n    return x - y\n"), PROBE_SECONDS);
        return wrong.outcome() == Outcome.INCORRECT
                ? Optional.empty()
                : Optional.of("a wrong program is " + wrong.outcome() + " " + wrong.rule());
    }

    private static ObjectNode probe() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "check")
                .put("prompt", "")
                .put("entry", "add")
                .put("test", "def check(candidate):\n    assert candidate(1, 2) == 3\n");
    }

    /**
     * Decides a program.
     *
     * @param suite its tests
     * @param program the program
     */
    public ProgramOutcome judge(Suite suite, Candidate program) {
        Health here = health(suite);
        return here.trouble.isEmpty()
                ? decide(suite, program, limit(suite, here))
                : ProgramOutcome.fault("canonical", here.trouble);
    }

    /**
     * Decides a program under the official limit, whatever the policy.
     *
     * @param suite its tests
     * @param program the program
     */
    public ProgramOutcome judgeOfficially(Suite suite, Candidate program) {
        Health here = health(suite);
        return here.trouble.isEmpty()
                ? decide(suite, program, suite.cpuSeconds())
                : ProgramOutcome.fault("canonical", here.trouble);
    }

    private double limit(Suite suite, Health here) {
        if (options.limits() == LimitPolicy.OFFICIAL || here.canonicalSeconds < 0) {
            return suite.cpuSeconds();
        }
        return Math.min(suite.cpuSeconds(), Math.max(TIGHT_SECONDS, TIGHT_FACTOR * here.canonicalSeconds));
    }

    private Health health(Suite suite) {
        return health.computeIfAbsent(suite.id(), id -> {
            if (suite.canonical().isEmpty()) {
                return new Health("", secondsOfExpectedValues(suite));
            }
            ProgramOutcome outcome =
                    decide(suite, Candidate.of(suite.canonical().get()), suite.cpuSeconds());
            return outcome.outcome() == Outcome.CORRECT
                    ? new Health("", outcome.cpuSeconds())
                    : new Health(
                            "the canonical solution does not pass on this machine: " + outcome.rule() + " "
                                    + outcome.detail(),
                            -1);
        });
    }

    /** Suites of evalplus run their canonical solution when they are made, which the first program has done. */
    private double secondsOfExpectedValues(Suite suite) {
        if (options.limits() == LimitPolicy.OFFICIAL) {
            return -1;
        }
        decide(suite, Candidate.of("pass\n"), suite.cpuSeconds());
        return sandbox.canonicalCpuSeconds(suite.id()).orElse(-1);
    }

    private ProgramOutcome decide(Suite suite, Candidate program, double limit) {
        SandboxResult first = turns.beside(() -> run(suite, program, limit));
        if (isDecided(first)) {
            return outcome(first, false);
        }
        SandboxResult second = turns.alone(() -> run(suite, program, limit));
        boolean near = Math.abs(second.load() - 1) <= NEAR;
        if (second.load() > 1 && second.outcome() != End.FAULT) {
            String detail = String.format(Locale.ROOT, "%.2f of the CPU time", second.load());
            return new ProgramOutcome(Outcome.TIMEOUT, "cpu", detail, base(second), second.cpuSeconds(), near);
        }
        return outcome(second, near);
    }

    private static boolean isDecided(SandboxResult first) {
        if (first.outcome() == End.FAULT) {
            return true;
        }
        if (first.outcome() == End.TIMEOUT && first.rule().equals("wall")) {
            return first.cpuSeconds() < SLEEPER * first.wallSeconds();
        }
        // Stopped at twice the limit: no load of the machine doubles the CPU time of a program.
        return first.outcome() == End.TIMEOUT || first.load() < SURE_BELOW;
    }

    private SandboxResult run(Suite suite, Candidate program, double limit) {
        SandboxLimits limits = options.limits(limit, SLACK);
        SandboxResult result = sandbox.run(suite.id(), suite.tests(), program.source(), program.sanitizeFor(), limits);
        if (result.outcome() != End.FAULT) {
            return result;
        }
        sandbox.close();
        return sandbox.run(suite.id(), suite.tests(), program.source(), program.sanitizeFor(), limits);
    }

    private static Optional<Boolean> base(SandboxResult result) {
        return Optional.ofNullable(result.groups().get("base"));
    }

    private static ProgramOutcome outcome(SandboxResult result, boolean near) {
        return new ProgramOutcome(
                outcome(result.outcome()), result.rule(), result.detail(), base(result), result.cpuSeconds(), near);
    }

    private static Outcome outcome(End end) {
        return switch (end) {
            case PASSED -> Outcome.CORRECT;
            case FAILED -> Outcome.INCORRECT;
            case TIMEOUT -> Outcome.TIMEOUT;
            case RESOURCE -> Outcome.RESOURCE_LIMIT;
            case FAULT -> Outcome.FAULT;
        };
    }
}
