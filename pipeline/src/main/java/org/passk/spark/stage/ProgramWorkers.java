package org.passk.spark.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.SandboxSettings;

/**
 * What the executors can run programs with: asked before anything is read, so that a missing interpreter is an error at the
 * start.
 */
public final class ProgramWorkers implements AutoCloseable {
    /** More tasks than that find nothing new. */
    private static final int MAX_ASKED = 64;

    private final String run;
    private final WorkerFacts facts;
    private final Capabilities capabilities;

    private ProgramWorkers(String run, WorkerFacts facts, Capabilities capabilities) {
        this.run = run;
        this.facts = facts;
        this.capabilities = capabilities;
    }

    /**
     * Asks the executors.
     *
     * @param spark the session's context
     * @param run identifies the run
     * @param settings how programs are to be run
     * @throws PasskException of the kind CONFIGURATION when there is no interpreter, or executors differ
     */
    public static ProgramWorkers ask(JavaSparkContext spark, String run, SandboxSettings settings) {
        int tasks = Math.max(1, Math.min(MAX_ASKED, spark.defaultParallelism()));
        spark.setJobGroup("passk sandbox", "what executors run programs with", true);
        List<Answer> answers;
        try {
            answers = spark.parallelize(new ArrayList<>(Collections.nCopies(tasks, 0)), tasks)
                    .map(new Question(run, settings))
                    .collect();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Spark throws what it does not declare.
            throw TaskFailure.of("looking for the interpreter of programs", e);
        } finally {
            spark.clearJobGroup();
        }
        Optional<String> trouble = answers.stream()
                .map(Answer::trouble)
                .filter(text -> !text.isEmpty())
                .sorted()
                .findFirst();
        if (trouble.isPresent()) {
            throw PasskException.configuration(trouble.get());
        }
        List<Capabilities> found = answers.stream().map(Answer::capabilities).toList();
        Set<WorkerFacts> kinds =
                found.stream().map(WorkerFacts::of).collect(Collectors.toCollection(LinkedHashSet::new));
        if (kinds.size() > 1) {
            throw new PasskException(
                    FaultKind.CONFIGURATION,
                    "the executors differ: "
                            + kinds.stream().map(WorkerFacts::text).sorted().collect(Collectors.joining("; "))
                            + "; verdicts depend on it: give all of them the same, or name one in verify.code.python");
        }
        return new ProgramWorkers(run, kinds.iterator().next(), found.get(0));
    }

    /** Ends what the run has in this process; executors of their own end what is idle. */
    @Override
    public void close() {
        ExecutorResources.close(run);
    }

    /** Identifies the run. */
    String run() {
        return run;
    }

    /** What every executor has to have. */
    WorkerFacts facts() {
        return facts;
    }

    /** What the first executor has. */
    public Capabilities capabilities() {
        return capabilities;
    }

    /**
     * What an executor says: a result and not a failure, which Spark would try again, and print.
     *
     * @param capabilities what it has; null with trouble
     * @param trouble why it has nothing, or empty
     */
    private record Answer(Capabilities capabilities, String trouble) implements Serializable {}

    private static final class Question implements Function<Integer, Answer>, Serializable {
        private static final long serialVersionUID = 1;

        private final String run;
        private final SandboxSettings settings;

        Question(String run, SandboxSettings settings) {
            this.run = run;
            this.settings = settings;
        }

        @Override
        public Answer call(Integer ignored) {
            try {
                return new Answer(ExecutorResources.sandboxes(run, settings).capabilities(), "");
            } catch (PasskException e) {
                if (e.kind() == FaultKind.CONFIGURATION) {
                    return new Answer(null, e.getMessage());
                }
                throw e;
            }
        }
    }
}
