package org.passk.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.passk.fault.PasskException;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentStore;
import org.passk.spark.store.TableFileReader;

/** The problem files of two studies: pass@k of other problems is another quantity, whatever the verdicts. */
final class ComparedProblems {
    private static final int SHOWN = 5;

    /** What a problem file says of a problem. */
    private record Stated(String question, String reference) {}

    private ComparedProblems() {}

    /**
     * Compares the problems of the benchmarks that both studies have with problem files.
     *
     * @return notes: references that differ
     * @throws PasskException of kind INPUT if ids or questions differ
     */
    static List<String> check(SegmentStore a, SegmentStore b, Configuration conf) throws IOException {
        Map<String, Map<String, Stated>> ofA = read(a, conf);
        Map<String, Map<String, Stated>> ofB = read(b, conf);
        List<String> notes = new ArrayList<>();
        for (String benchmark : ofA.keySet()) {
            if (ofB.containsKey(benchmark)) {
                compare(benchmark, ofA.get(benchmark), ofB.get(benchmark), notes);
            }
        }
        return notes;
    }

    private static Map<String, Map<String, Stated>> read(SegmentStore store, Configuration conf) throws IOException {
        Map<String, Map<String, Stated>> problems = new TreeMap<>();
        List<String> names = List.of(Tables.PROBLEMS.names());
        for (String file : store.table(Tables.PROBLEMS.name()).orElse(List.of())) {
            for (Object[] row : TableFileReader.read(file, conf)) {
                problems.computeIfAbsent((String) row[names.indexOf(Tables.BENCHMARK)], key -> new TreeMap<>())
                        .put(
                                (String) row[names.indexOf(Tables.PROBLEM_ID)],
                                new Stated((String) row[names.indexOf("question_digest")], (String)
                                        row[names.indexOf("reference")]));
            }
        }
        return problems;
    }

    private static void compare(String benchmark, Map<String, Stated> a, Map<String, Stated> b, List<String> notes) {
        Set<String> onlyA = new TreeSet<>(a.keySet());
        onlyA.removeAll(b.keySet());
        Set<String> onlyB = new TreeSet<>(b.keySet());
        onlyB.removeAll(a.keySet());
        Set<String> questions = new TreeSet<>();
        Set<String> references = new TreeSet<>();
        a.forEach((id, stated) -> {
            Stated other = b.getOrDefault(id, stated);
            if (!other.question.equals(stated.question)) {
                questions.add(id);
            } else if (!other.reference.equals(stated.reference)) {
                references.add(id);
            }
        });
        if (!onlyA.isEmpty() || !onlyB.isEmpty() || !questions.isEmpty()) {
            throw PasskException.input("benchmark " + benchmark + ": the problem files differ: " + onlyA.size()
                    + " problems of the first study alone" + some(onlyA) + ", " + onlyB.size() + " of the second alone"
                    + some(onlyB) + ", " + questions.size() + " with another question" + some(questions));
        }
        if (!references.isEmpty()) {
            notes.add("benchmark " + benchmark + ": " + references.size() + " of " + a.size()
                    + " problems have another reference" + some(references));
        }
    }

    private static String some(Set<String> ids) {
        return ids.isEmpty()
                ? ""
                : ids.stream().limit(SHOWN).collect(Collectors.joining(", ", " (", ids.size() > SHOWN ? ", …)" : ")"));
    }
}
