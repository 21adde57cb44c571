package org.passk.synthetic;

import java.io.Serializable;

/**
 * The files of one run and sampling seed. Its entries (samples in the long forms, lines in the wide one) stand in a
 * scattered order, some of them twice; which, follows from their number alone.
 */
public final class FileSet implements Serializable {
    private static final long serialVersionUID = 1;

    private final int ordinal;
    private final SyntheticRun run;
    private final int seed;
    private final RecordForm form;
    private final Packing packing;
    private final int problems;
    private final int samples;
    private final int hotSamples;
    private final long duplicates;
    private final int entriesPerFile;
    private final Shuffle order;
    private final Shuffle twice;

    /** One entry: a sample of the long forms, or the line of a problem, whose index is 0. */
    record Entry(int problem, long index) {}

    FileSet(SyntheticStudy study, int ordinal, SyntheticRun run, int seed) {
        this.ordinal = ordinal;
        this.run = run;
        this.seed = seed;
        int forms = study.forms().size();
        this.form = study.forms().get(ordinal % forms);
        this.packing = form == RecordForm.PARQUET
                ? Packing.PLAIN
                : study.packings().get(ordinal / forms % study.packings().size());
        this.problems = study.problems();
        this.samples = study.samplesPerSeed();
        this.hotSamples = study.hotSamplesPerSeed();
        long distinct = form == RecordForm.WIDE ? problems : (long) problems * samples + hotSamples - samples;
        this.duplicates = (long) Math.ceil(distinct * study.rates().duplicates());
        this.entriesPerFile =
                form == RecordForm.WIDE ? Math.max(1, study.samplesPerFile() / samples) : study.samplesPerFile();
        this.twice = new Shuffle(distinct, Dice.of(study.seed(), Salt.TWICE, ordinal));
        this.order = new Shuffle(distinct + duplicates, Dice.of(study.seed(), Salt.ORDER, ordinal));
    }

    /** Number of this set among all. */
    public int ordinal() {
        return ordinal;
    }

    /** How its records are written. */
    public RecordForm form() {
        return form;
    }

    /** How its files are compressed. */
    public Packing packing() {
        return packing;
    }

    /** How many files it has. */
    public int files() {
        return (int) ((order.size() + entriesPerFile - 1) / entriesPerFile);
    }

    /** Path of a file, below the folder of the study. */
    public String path(int file) {
        String step = run.run().step() < 0 ? "" : "step" + run.run().step() + "/";
        String number = Integer.toString(100_000 + file).substring(1);
        return "generations/" + run.run().model() + "/" + step + "t" + run.run().temperature() + "/seed" + seed
                + "/part-" + number + form.extension() + packing.extension();
    }

    SyntheticRun run() {
        return run;
    }

    /** The sampling seed. */
    public int seed() {
        return seed;
    }

    /** Samples of a problem. */
    int samples(int problem) {
        return problem == 0 ? hotSamples : samples;
    }

    /** Number of the first entry of a file. */
    long first(int file) {
        return (long) file * entriesPerFile;
    }

    /** Number after that of the last entry of a file. */
    long end(int file) {
        return Math.min(order.size(), first(file) + entriesPerFile);
    }

    Entry entry(long number) {
        long place = order.at(number);
        long identity = place < twice.size() ? place : twice.at(place - twice.size());
        if (form == RecordForm.WIDE) {
            return new Entry((int) identity, 0);
        }
        long even = (long) problems * samples;
        return identity < even
                ? new Entry((int) (identity % problems), identity / problems)
                : new Entry(0, samples + identity - even);
    }

    /** How often an entry is written: once or twice. */
    int copies(int problem, long index) {
        long even = (long) problems * samples;
        long identity = form == RecordForm.WIDE
                ? problem
                : index < samples ? index * problems + problem : even + index - samples;
        return twice.indexOf(identity) < duplicates ? 2 : 1;
    }
}
