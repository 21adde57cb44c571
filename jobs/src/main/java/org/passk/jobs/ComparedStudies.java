package org.passk.jobs;

import java.util.List;
import java.util.Optional;
import org.passk.analysis.ConfusionTable;
import org.passk.analysis.SolvableSet;
import org.passk.analysis.StudyRow;
import org.passk.analysis.VerdictDifference;
import org.passk.spark.compare.RunPairs;

/**
 * Two finished studies of the same generations, A and B, against each other.
 *
 * @param a output folder of the first study
 * @param b output folder of the second study
 * @param settings what was set differently, versions and rules of verification first
 * @param notes what the user should know, one line each
 * @param runs each run on each benchmark of either study, by label and benchmark
 * @param gaps each comparison of a run with its base that either study has, by label and benchmark
 */
public record ComparedStudies(
        String a, String b, List<Setting> settings, List<String> notes, List<ComparedRun> runs, List<Gap> gaps) {
    /** Copies the lists. */
    public ComparedStudies {
        settings = List.copyOf(settings);
        notes = List.copyOf(notes);
        runs = List.copyOf(runs);
        gaps = List.copyOf(gaps);
    }

    /**
     * A setting, or a version, with different values.
     *
     * @param key its key, as in the study file or the manifest
     * @param a its value in the first study, as JSON; empty where it has none
     * @param b its value in the second study
     */
    public record Setting(String key, String a, String b) {}

    /**
     * A run on a benchmark.
     *
     * @param run what people read
     * @param pairs its samples
     * @param table the outcomes of its common samples
     * @param differences what the verdicts make of pass@k, A less B
     */
    public record ComparedRun(String run, RunPairs pairs, ConfusionTable table, List<VerdictDifference> differences) {
        /** Copies the list. */
        public ComparedRun {
            differences = List.copyOf(differences);
        }

        /** How many problems are solved, by at least one correct sample, by both, B alone ("base"), A alone ("run") or neither. */
        public long solved(SolvableSet set) {
            long[] byA = pairs.problems().run().c();
            long[] byB = pairs.problems().base().c();
            long count = 0;
            for (int i = 0; i < byA.length; i++) {
                count += SolvableSet.of(byB[i], byA[i]) == set ? 1 : 0;
            }
            return count;
        }
    }

    /**
     * A run against its base, in both studies: rows of their METRICS.
     *
     * @param run what people read
     * @param base what people read of the base run
     * @param runId the run
     * @param baseRunId the base run
     * @param benchmark the benchmark
     * @param a the values of the first study
     * @param b the values of the second study
     */
    public record Gap(
            String run, String base, String runId, String baseRunId, String benchmark, GapValues a, GapValues b) {}

    /**
     * How far a run and its base are apart, in one study.
     *
     * @param deltaSe ΔSE at the headline k
     * @param crossover k*, if there is one
     */
    public record GapValues(Optional<StudyRow> deltaSe, Optional<StudyRow> crossover) {}
}
