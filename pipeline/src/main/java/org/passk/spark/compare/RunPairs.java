package org.passk.spark.compare;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.passk.analysis.ConfusionTable;
import org.passk.analysis.PairProblems;

/**
 * The samples of one run on one benchmark, as two studies have them.
 *
 * @param runId id of the run
 * @param benchmark the benchmark
 * @param left samples that are in no pair
 * @param verdicts what both say of the common samples: how many samples have each pair of verdicts
 * @param problems the common samples but faults of either, by problem: counts by the second study's verdicts as the base, by
 *     the first one's as the run
 * @param examples some of the samples whose outcomes differ, in the order of problems
 */
public record RunPairs(
        String runId,
        String benchmark,
        Left left,
        Map<VerdictPair, Long> verdicts,
        PairProblems problems,
        List<FlippedSample> examples) {
    /**
     * Samples that are in no pair.
     *
     * @param onlyA only the first study has them
     * @param onlyB only the second study has them
     * @param otherText both have one of this identity, with different texts
     * @param repeatedA further samples of an identity in the first study
     * @param repeatedB further samples of an identity in the second study
     */
    public record Left(long onlyA, long onlyB, long otherText, long repeatedA, long repeatedB) {
        /** How many there are. */
        public long sum() {
            return onlyA + onlyB + otherText + repeatedA + repeatedB;
        }
    }

    /** Copies the collections, the verdicts in their order. */
    public RunPairs {
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        examples = List.copyOf(examples);
    }

    /** The outcomes of the common samples. */
    public ConfusionTable table() {
        ConfusionTable table = ConfusionTable.empty();
        for (Map.Entry<VerdictPair, Long> entry : verdicts.entrySet()) {
            table = table.plus(entry.getKey().outcomeA(), entry.getKey().outcomeB(), entry.getValue());
        }
        return table;
    }

    /** The verdicts whose outcomes differ, with their numbers of samples. */
    public NavigableMap<VerdictPair, Long> flips() {
        NavigableMap<VerdictPair, Long> flips = new TreeMap<>(verdicts);
        flips.keySet().removeIf(pair -> !pair.isFlip());
        return flips;
    }
}
