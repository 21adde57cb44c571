package org.passk.spark.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.passk.analysis.NullExchange;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Problem;
import org.passk.model.Reference;
import org.passk.model.Reference.MathAnswer;
import org.passk.spark.stage.VerifyContext.BenchmarkContext;
import org.passk.verify.AnswerVerifier;
import org.passk.verify.Verifier;
import org.passk.verify.catalog.VerifierCatalog;
import org.passk.verify.math.MathOptions;

/**
 * For each problem of mathematics, the references of other problems as canonical answers of this one. An answer agrees with
 * another problem's reference where it is equal to what the verifier makes of that reference as an answer here: canonical
 * answers are equal exactly for equivalent answers to one problem. So a verification per problem and exchange is enough for
 * all runs, however many answers they have.
 *
 * @param byBenchmark for each benchmark and problem id, the canonical answer of each exchange
 */
record NullAnswers(Map<String, Map<String, List<String>>> byBenchmark) implements Serializable {
    private static final String MATH = "math";
    private static final int PROBLEMS_PER_PART = 256;

    /** A problem and the references that it is given. */
    private record Task(String benchmark, String id, MathAnswer own, ArrayList<String> others)
            implements Serializable {}

    private record Done(String benchmark, String id, ArrayList<String> answers) implements Serializable {}

    /** The canonical answers of each exchange; empty where the problem takes no part. */
    List<String> of(String benchmark, String problem) {
        return byBenchmark.getOrDefault(benchmark, Map.of()).getOrDefault(problem, List.of());
    }

    /**
     * Verifies the exchanged references.
     *
     * @param spark the session's context
     * @param benchmarks the study's benchmarks
     * @param math options of the verifier
     * @param rounds number of exchanges; 0 for none
     * @param seed of the exchanges
     */
    static NullAnswers of(
            JavaSparkContext spark, Map<String, BenchmarkContext> benchmarks, MathOptions math, int rounds, long seed) {
        List<Task> tasks = new ArrayList<>();
        if (rounds > 0) {
            new TreeMap<>(benchmarks).forEach((name, benchmark) -> add(tasks, name, benchmark, rounds, seed));
        }
        Map<String, Map<String, List<String>>> answers = new HashMap<>();
        if (!tasks.isEmpty()) {
            Broadcast<MathOptions> options = spark.broadcast(math);
            int parts = Math.max(1, tasks.size() / PROBLEMS_PER_PART);
            spark.setJobGroup("passk chance", rounds + " exchanges of references", true);
            try {
                for (Done done : spark.parallelize(tasks, parts)
                        .mapPartitions(new Verification(options))
                        .collect()) {
                    answers.computeIfAbsent(done.benchmark, key -> new HashMap<>())
                            .put(done.id, done.answers);
                }
            } finally {
                spark.clearJobGroup();
                options.destroy();
            }
        }
        return new NullAnswers(answers);
    }

    private static void add(List<Task> tasks, String name, BenchmarkContext benchmark, int rounds, long seed) {
        if (!benchmark.verifier().equals(MATH) || benchmark.problems() == null) {
            return;
        }
        List<Problem> problems = benchmark.problems().problems().stream()
                .filter(problem -> problem.reference() instanceof MathAnswer)
                .toList();
        if (problems.size() < 2) {
            return;
        }
        List<int[]> exchanges = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            exchanges.add(NullExchange.of(problems.size(), seed, name.hashCode(), round));
        }
        for (int i = 0; i < problems.size(); i++) {
            ArrayList<String> others = new ArrayList<>();
            for (int[] exchange : exchanges) {
                others.add(((MathAnswer) problems.get(exchange[i]).reference()).text());
            }
            tasks.add(new Task(
                    name, problems.get(i).id(), (MathAnswer) problems.get(i).reference(), others));
        }
    }

    /** Verifies the references that problems are given. */
    private static final class Verification implements FlatMapFunction<Iterator<Task>, Done> {
        private static final long serialVersionUID = 1;

        private final Broadcast<MathOptions> options;

        Verification(Broadcast<MathOptions> options) {
            this.options = options;
        }

        @Override
        public Iterator<Done> call(Iterator<Task> tasks) {
            Verifier verifier = new VerifierCatalog(options.value()).verifier(MATH);
            List<Done> done = new ArrayList<>();
            while (tasks.hasNext()) {
                Task task = tasks.next();
                Reference own = task.own;
                AnswerVerifier against = verifier.against(own);
                ArrayList<String> answers = new ArrayList<>();
                for (String other : task.others) {
                    answers.add(against.verify(new Extraction(Channel.BOXED, other, false), false)
                            .answer());
                }
                done.add(new Done(task.benchmark, task.id, answers));
            }
            return done.iterator();
        }
    }
}
