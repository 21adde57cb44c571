package org.passk.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.passk.format.RecordFields;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;

/** Counts what a file of generations holds while it streams by. Keeps the ids of problems, never a text. */
final class GenerationSurvey implements RecordSink<Boolean> {
    /** Distinct values of a field that are told apart; the others are counted together. */
    private static final int MAX_VALUES = 100;

    private static final String OTHERS = "(others)";

    private record Group(String model, String benchmark, String problem) {}

    private final RejectSurvey rejects;
    private final Map<Group, long[]> groups = new HashMap<>();
    private final Map<String, Map<String, Long>> stated = new TreeMap<>();
    private final Map<String, Long> finishReasons = new TreeMap<>();
    private long samples;
    private long truncated;
    private long right;
    private long wrong;

    /**
     * A survey.
     *
     * @param lineOf the line of a position, or 0
     */
    GenerationSurvey(LongUnaryOperator lineOf) {
        this.rejects = new RejectSurvey(lineOf);
    }

    @Override
    public Boolean text(String text) {
        return Boolean.TRUE;
    }

    @Override
    public void sample(Sample<Boolean> sample) {
        samples++;
        RecordFields fields = sample.fields();
        String problem = fields.problemId().isEmpty() ? "#" + fields.problemOrdinal() : fields.problemId();
        groups.computeIfAbsent(new Group(fields.model(), fields.benchmark(), problem), group -> new long[1])[0]++;
        FirstSample.stated(fields)
                .forEach((field, value) -> count(stated.computeIfAbsent(field, f -> new TreeMap<>()), value));
        if (!sample.finishReason().isEmpty()) {
            count(finishReasons, sample.finishReason());
        }
        if (sample.finishReason().equals("length") || sample.finishReason().equals("max_tokens")) {
            truncated++;
        }
        switch (sample.stored()) {
            case RIGHT -> right++;
            case WRONG -> wrong++;
            case ABSENT -> {}
        }
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    /** Counts a value, as long as there are not too many different ones. */
    static void count(Map<String, Long> counts, String value) {
        counts.merge(counts.containsKey(value) || counts.size() < MAX_VALUES ? value : OTHERS, 1L, Long::sum);
    }

    GenerationFacts facts(
            String file,
            String format,
            String recognisedBy,
            List<GenerationFacts.Field> fields,
            Map<String, String> words) {
        return new GenerationFacts(
                file,
                format,
                recognisedBy,
                fields,
                words,
                samples + rejects.count(),
                samples,
                rejects.count(),
                rejects.list(),
                perProblem(),
                stated,
                finishReasons,
                truncated,
                new GenerationFacts.Stored(right, wrong, samples - right - wrong));
    }

    private GenerationFacts.PerProblem perProblem() {
        if (groups.isEmpty()) {
            return new GenerationFacts.PerProblem(0, 0, 0, 0);
        }
        long[] sizes =
                groups.values().stream().mapToLong(size -> size[0]).sorted().toArray();
        long problems = groups.keySet().stream()
                .map(group -> List.of(group.benchmark, group.problem))
                .distinct()
                .count();
        int n = sizes.length;
        double median = n % 2 == 1 ? sizes[n / 2] : (sizes[n / 2 - 1] + sizes[n / 2]) / 2.0;
        return new GenerationFacts.PerProblem(problems, sizes[0], median, sizes[n - 1]);
    }
}
