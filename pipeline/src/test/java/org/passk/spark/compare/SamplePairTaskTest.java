package org.passk.spark.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** The rows have the columns of {@link PairColumns#SAMPLE}, and come in their order. */
class SamplePairTaskTest {
    private static final int COUNT = 10;
    private static final int SAMPLE_INDEX = 13;

    private static final Comparator<Row> ORDER = Comparator.comparing((Row row) -> row.getString(0))
            .thenComparing(row -> row.getString(1))
            .thenComparing(row -> row.getString(2))
            .thenComparing(row -> row.getString(3))
            .thenComparing(row -> row.getString(4))
            .thenComparing(row -> row.getLong(5))
            .thenComparing(row -> row.getInt(6))
            .thenComparing(row -> row.getString(7))
            .thenComparing(row -> row.getLong(8));

    private static Row sample(int side, String problem, long index, String outcome, long text) {
        return sample(side, problem, "seed=1", "", index, "f", outcome, text);
    }

    private static Row sample(
            int side, String problem, String source, String file, long index, String path, String outcome, long text) {
        return RowFactory.create(
                "run",
                "bench",
                problem,
                source,
                file,
                index,
                side,
                path,
                10 * index,
                0,
                outcome,
                "BOXED",
                "r" + side,
                "answer " + side,
                text);
    }

    private static List<Row> results(int examples, List<Row> samples) {
        List<Row> sorted = new ArrayList<>(samples);
        sorted.sort(ORDER);
        List<Row> results = new ArrayList<>();
        Iterator<Row> found = new SamplePairTask(examples).call(sorted.iterator());
        found.forEachRemaining(results::add);
        return results;
    }

    private static Map<String, Long> counts(List<Row> results) {
        Map<String, Long> counts = new TreeMap<>();
        results.stream()
                .filter(row -> row.getLong(COUNT) > 0)
                .forEach(row -> counts.put(
                        (row.getString(2) + " " + row.getString(3) + " " + row.getString(4) + " " + row.getString(7))
                                .strip(),
                        row.getLong(COUNT)));
        return counts;
    }

    private static Set<Long> examples(List<Row> results) {
        Set<Long> indexes = new TreeSet<>();
        results.stream().filter(row -> row.getLong(COUNT) == 0).forEach(row -> indexes.add(row.getLong(SAMPLE_INDEX)));
        return indexes;
    }

    @Test
    void everySampleIsCountedOnceWhateverBecomesOfIt() {
        List<Row> samples = List.of(
                sample(0, "p", 0, "CORRECT", 1),
                sample(1, "p", 0, "CORRECT", 1),
                sample(0, "p", 1, "CORRECT", 2),
                sample(1, "p", 1, "FAULT", 2),
                sample(0, "p", 2, "CORRECT", 3),
                sample(1, "p", 3, "CORRECT", 3),
                sample(0, "p", 4, "CORRECT", 4),
                sample(1, "p", 4, "CORRECT", 5),
                sample(0, "q", 0, "CORRECT", 1));
        assertThat(counts(results(5, samples)))
                .isEqualTo(Map.of(
                        "p COMMON CORRECT CORRECT", 1L,
                        "p COMMON CORRECT FAULT", 1L,
                        "p A_ONLY", 1L,
                        "p B_ONLY", 1L,
                        "p OTHER_TEXT", 1L,
                        "q A_ONLY", 1L));
    }

    @Test
    void ofRepeatedIdentitiesTheFirstByPathAndPositionIsCompared() {
        List<Row> samples = List.of(
                sample(0, "p", "seed=1", "", 0, "b", "INCORRECT", 2),
                sample(0, "p", "seed=1", "", 0, "a", "CORRECT", 1),
                sample(1, "p", "seed=1", "", 0, "b", "INCORRECT", 2),
                sample(1, "p", "seed=1", "", 0, "a", "NO_ANSWER", 1),
                sample(1, "p", "seed=1", "", 0, "c", "CORRECT", 3));
        assertThat(counts(results(5, samples)))
                .isEqualTo(Map.of("p COMMON CORRECT NO_ANSWER", 1L, "p REPEATED_A", 1L, "p REPEATED_B", 2L));
    }

    @Test
    void withoutASeedTheFileTellsSamplesApart() {
        List<Row> samples = List.of(
                sample(0, "p", "", "one", 0, "/a/one", "CORRECT", 1),
                sample(0, "p", "", "two", 0, "/a/two", "CORRECT", 2),
                sample(1, "p", "", "two", 0, "/b/two", "INCORRECT", 2));
        assertThat(counts(results(5, samples))).isEqualTo(Map.of("p COMMON CORRECT INCORRECT", 1L, "p A_ONLY", 1L));
    }

    @Test
    void examplesAreTheSameHoweverManyOthersThereAre() {
        List<Row> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(sample(0, "p" + i % 7, i, "CORRECT", i));
            samples.add(sample(1, "p" + i % 7, i, i % 2 == 0 ? "INCORRECT" : "CORRECT", i));
        }
        Set<Long> ten = examples(results(10, samples));
        assertThat(ten).hasSize(10).allMatch(index -> index % 2 == 0);
        assertThat(examples(results(3, samples))).hasSize(3).isSubsetOf(ten);
        // Those of some partitions hold those of all.
        Set<Long> ofParts = new TreeSet<>();
        for (int part = 0; part < 7; part++) {
            String problem = "p" + part;
            ofParts.addAll(examples(results(
                    10,
                    samples.stream()
                            .filter(row -> row.getString(2).equals(problem))
                            .toList())));
        }
        assertThat(ofParts).containsAll(ten);
        assertThat(examples(results(0, samples))).isEmpty();
    }
}
