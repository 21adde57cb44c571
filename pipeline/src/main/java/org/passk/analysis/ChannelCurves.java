package org.passk.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passk.tally.Count;

/**
 * The pass@k curve by the channel in which answers were found: a sample counts as correct where its answer was found in that
 * channel, and as wrong elsewhere. A curve that lives on the last number of a text at large k is a curve of lucky guesses.
 * Given where more than one channel occurs.
 */
final class ChannelCurves implements RunAnalysis {
    /** What stands before the channel's name in the slice. */
    static final String CHANNEL = "channel=";

    private static final Map<Count, Count> CORRECT = correct();

    private static Map<Count, Count> correct() {
        Map<Count, Count> correct = new LinkedHashMap<>();
        correct.put(Count.BOXED, Count.CORRECT_BOXED);
        correct.put(Count.STATED, Count.CORRECT_STATED);
        correct.put(Count.HASHES, Count.CORRECT_HASHES);
        correct.put(Count.LAST_NUMBER, Count.CORRECT_LAST_NUMBER);
        correct.put(Count.PROGRAM_RULE, Count.CORRECT_PROGRAM_RULE);
        return Collections.unmodifiableMap(correct);
    }

    @Override
    public List<Metric> of(RunProblems problems, MetricOptions options) {
        List<Count> found = CORRECT.keySet().stream()
                .filter(channel -> PerProblem.sum(problems.get(channel)) > 0)
                .toList();
        List<Metric> rows = new ArrayList<>();
        if (found.size() > 1) {
            for (Count channel : found) {
                RunProblems part = problems.withCorrect(CORRECT.get(channel));
                rows.addAll(PassAtKCurve.slice(CHANNEL + channel.column(), part, options));
            }
        }
        return rows;
    }
}
