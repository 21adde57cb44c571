package org.passk.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passk.synthetic.Packing;
import org.passk.synthetic.Rates;
import org.passk.synthetic.RecordForm;
import org.passk.synthetic.SyntheticStudy;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a made-up study is to be. */
final class GenerateOptions {
    @Parameters(
            paramLabel = "FOLDER",
            description = "the study's folder: a new or an empty one, on any Hadoop file system")
    String folder;

    @Option(names = "--name", defaultValue = "synthetic", description = "the study's name; ${DEFAULT-VALUE} by default")
    String name;

    @Option(names = "--seed", defaultValue = "1", description = "seed of everything; ${DEFAULT-VALUE} by default")
    long seed;

    @Option(names = "--problems", defaultValue = "500", description = "problems; ${DEFAULT-VALUE} by default")
    int problems;

    @Option(
            names = "--samples",
            defaultValue = "64",
            description = "samples of a problem and run, over all seeds; ${DEFAULT-VALUE} by default")
    int samples;

    @Option(
            names = "--seeds",
            defaultValue = "1",
            description = "sampling seeds, each with files of its own; ${DEFAULT-VALUE} by default")
    int seeds;

    @Option(
            names = "--dataset",
            defaultValue = "math500",
            description = "whose success rates: omni-math-train, omni-math-test, math500; ${DEFAULT-VALUE} by default")
    String dataset;

    @Option(
            names = "--algorithms",
            split = ",",
            defaultValue = "GRPO",
            description = "trained models beside the base model: GRPO, PPO, ReMax, RLOO, Reinforce-pp, DAPO;"
                    + " ${DEFAULT-VALUE} by default")
    List<String> algorithms = new ArrayList<>();

    @Option(names = "--steps", split = ",", description = "training steps of GRPO: 150, 300, 450; none by default")
    List<Long> steps = new ArrayList<>();

    @Option(
            names = "--temperatures",
            split = ",",
            defaultValue = "0.6",
            description = "sampling temperatures, a run each; ${DEFAULT-VALUE} by default")
    List<Double> temperatures = new ArrayList<>();

    @Option(
            names = "--forms",
            split = ",",
            defaultValue = "long",
            description = "forms of record: long, wide, parquet; each run and seed takes the next one;"
                    + " ${DEFAULT-VALUE} by default")
    List<RecordForm> forms = new ArrayList<>();

    @Option(
            names = "--packings",
            split = ",",
            defaultValue = "plain",
            description = "compressions: plain, gz, zst, taken in turn; ${DEFAULT-VALUE} by default")
    List<Packing> packings = new ArrayList<>();

    @Option(
            names = "--samples-per-file",
            defaultValue = "20000",
            description = "samples of a file that are aimed at; ${DEFAULT-VALUE} by default")
    int samplesPerFile;

    @Option(
            names = "--mean-text-bytes",
            defaultValue = "0",
            description = "mean length of a text; 0, the default, for that of published answers (about 1,700)")
    int meanTextBytes;

    @Option(
            names = "--correlation",
            defaultValue = "0.85",
            description = "how far two models find the same problems hard, in [0, 1]; ${DEFAULT-VALUE} by default")
    double correlation;

    @Option(
            names = "--hot-samples",
            defaultValue = "0",
            description = "samples that the first problem has in each run and seed; as many as the others by default")
    int hotSamples;

    @Option(names = "--clean", description = "every rate below that is not given is 0")
    boolean clean;

    @Option(names = "--missing", description = "share of samples that are never written; 0.001 by default")
    Double missing;

    @Option(names = "--malformed", description = "share of broken records; 0.002 by default")
    Double malformed;

    @Option(names = "--duplicates", description = "share of records that are written twice; 0.001 by default")
    Double duplicates;

    @Option(names = "--identical", description = "share of samples that repeat another one's text; 0.002 by default")
    Double identical;

    @Option(names = "--truncated", description = "share cut off at the limit of 16,384 tokens; 0.005 by default")
    Double truncated;

    @Option(names = "--unanswered", description = "share that ends without an answer; 0.004 by default")
    Double unanswered;

    @Option(names = "--long-texts", description = "share of texts of 60,000 characters; 0.0005 by default")
    Double longTexts;

    SyntheticStudy study() {
        return new SyntheticStudy(
                name,
                seed,
                problems,
                samples,
                seeds,
                dataset.toLowerCase(Locale.ROOT),
                algorithms,
                steps,
                temperatures,
                forms,
                packings,
                samplesPerFile,
                meanTextBytes,
                correlation,
                hotSamples,
                rates());
    }

    private Rates rates() {
        return new Rates(
                rate(missing, 0.001),
                rate(malformed, 0.002),
                rate(duplicates, 0.001),
                rate(identical, 0.002),
                rate(truncated, 0.005),
                rate(unanswered, 0.004),
                rate(longTexts, 0.0005));
    }

    private double rate(Double given, double usual) {
        return given != null ? given : clean ? 0 : usual;
    }
}
