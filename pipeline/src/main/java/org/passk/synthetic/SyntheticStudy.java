package org.passk.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.passk.fault.PasskException;
import org.passk.model.Run;

/**
 * What a made-up study is to be. All that it holds follows from these values.
 *
 * @param name the study's name
 * @param seed the seed of everything
 * @param problems number of problems, at least 1
 * @param samples samples of a problem and run, over all sampling seeds; a multiple of their number
 * @param seeds number of sampling seeds, at least 1
 * @param dataset data set of the paper whose success rates are taken
 * @param algorithms training algorithms of the paper, beside the base model
 * @param steps training steps of those algorithms that the paper gives by step; none for the one of its main table
 * @param temperatures sampling temperatures; the success rates spread with their square root around the same mean
 * @param forms forms of record: each set of files (run and sampling seed) takes the next one
 * @param packings compressions of JSON lines: each set of files takes the next one after all forms had one
 * @param samplesPerFile samples of a file that are aimed at, at least 1
 * @param meanTextBytes mean length of a text in characters, at least 500, or 0 for that of published answers
 * @param correlation correlation of the scores that make problems hard for two models, in [0, 1]
 * @param hotSamples samples that the first problem has in each run and sampling seed, when that is more than the others
 * @param rates what happens to samples
 */
public record SyntheticStudy(
        String name,
        long seed,
        int problems,
        int samples,
        int seeds,
        String dataset,
        List<String> algorithms,
        List<Long> steps,
        List<Double> temperatures,
        List<RecordForm> forms,
        List<Packing> packings,
        int samplesPerFile,
        int meanTextBytes,
        double correlation,
        int hotSamples,
        Rates rates)
        implements Serializable {
    /** Name of the only benchmark. */
    public static final String BENCHMARK = "synthetic";
    /** Nucleus mass of every run, as in the paper. */
    public static final double TOP_P = 0.95;

    private static final String PROMPT_KIND = "cot";
    private static final double PAPER_TEMPERATURE = 0.6;
    private static final int SHORTEST_MEAN = 500;
    private static final int MAX_SAMPLES = 50_000_000;

    /** Checks what can be checked without the paper's table. */
    public SyntheticStudy {
        algorithms = List.copyOf(algorithms);
        steps = List.copyOf(steps);
        temperatures = List.copyOf(temperatures);
        forms = List.copyOf(forms);
        packings = List.copyOf(packings);
        require(name.matches("[A-Za-z0-9._-]{1,100}"), "name is " + name + ", expected 1 to 100 of A-Z a-z 0-9 . _ -");
        require(problems >= 1, "problems is " + problems + ", expected at least 1");
        require(seeds >= 1, "seeds is " + seeds + ", expected at least 1");
        require(
                samples >= seeds && samples % seeds == 0,
                "samples is " + samples + ", expected a multiple of the number of seeds, " + seeds);
        require(samplesPerFile >= 1, "samples per file is " + samplesPerFile + ", expected at least 1");
        require(
                meanTextBytes == 0 || meanTextBytes >= SHORTEST_MEAN,
                "mean text bytes is " + meanTextBytes + ", expected 0 or at least " + SHORTEST_MEAN);
        require(correlation >= 0 && correlation <= 1, "correlation is " + correlation + ", not in [0, 1]");
        require(
                hotSamples >= 0 && hotSamples <= MAX_SAMPLES && samples <= MAX_SAMPLES,
                "samples of one problem must be in [0, " + MAX_SAMPLES + "]");
        require(!temperatures.isEmpty(), "a temperature is missing");
        require(
                temperatures.stream().allMatch(t -> t > 0 && t <= 10),
                "temperatures are " + temperatures + ", expected numbers above 0, at most 10");
        require(!forms.isEmpty() && !packings.isEmpty(), "a form or a compression is missing");
        for (List<?> list : List.of(algorithms, steps, temperatures)) {
            require(list.stream().distinct().count() == list.size(), list + " names something twice");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw PasskException.configuration("synthetic study: " + message);
        }
    }

    /** Samples of a problem in one sampling seed. */
    int samplesPerSeed() {
        return samples / seeds;
    }

    /** Samples of the first problem in one sampling seed. */
    int hotSamplesPerSeed() {
        return Math.max(samplesPerSeed(), hotSamples);
    }

    /**
     * The runs: base model first, each model with its steps and temperatures.
     *
     * @throws PasskException of kind CONFIGURATION if the paper has no such data set, algorithm or step
     */
    List<SyntheticRun> runs() {
        SuccessRates paper = SuccessRates.ofThePaper();
        require(
                paper.datasets().contains(dataset),
                "the paper has no data set " + dataset + ", expected one of " + String.join(", ", paper.datasets()));
        List<SyntheticRun> runs = new ArrayList<>();
        addRuns(runs, paper, SuccessRates.BASE, -1, 0);
        for (int i = 0; i < algorithms.size(); i++) {
            String algorithm = algorithms.get(i);
            require(
                    paper.algorithms(dataset).contains(algorithm),
                    "the paper has no algorithm " + algorithm + ", expected some of "
                            + String.join(", ", paper.algorithms(dataset)));
            List<Long> known = paper.steps(dataset, algorithm);
            if (steps.isEmpty() || known.isEmpty()) {
                addRuns(runs, paper, algorithm, -1, i + 1);
                continue;
            }
            for (long step : steps) {
                require(
                        known.contains(step),
                        "the paper has no step " + step + " of " + algorithm + ", expected some of " + known);
                addRuns(runs, paper, algorithm, step, i + 1);
            }
        }
        require(
                steps.isEmpty() || runs.stream().anyMatch(run -> run.run().step() >= 0),
                "steps are given, but none of the algorithms is known by step (GRPO is)");
        return runs;
    }

    private void addRuns(List<SyntheticRun> runs, SuccessRates paper, String algorithm, long step, int family) {
        SuccessRates.Row row = paper.find(dataset, algorithm, step).orElseThrow();
        boolean trained = family > 0;
        for (double temperature : temperatures) {
            double spread = StrictMath.sqrt(temperature / PAPER_TEMPERATURE);
            runs.add(new SyntheticRun(
                    new Run(algorithm, step, PROMPT_KIND, temperature, TOP_P, Lengths.MAX_TOKENS),
                    trained,
                    family,
                    new AbilityTable(row.a() * spread, row.b() * spread),
                    Lengths.of(trained, meanTextBytes)));
        }
    }
}
