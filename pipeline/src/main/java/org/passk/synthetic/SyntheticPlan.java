package org.passk.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passk.fault.PasskException;

/** Everything that a made-up study holds, each part computed alone when it is asked for. Immutable; travels to tasks. */
public final class SyntheticPlan implements Serializable {
    private static final long serialVersionUID = 1;
    /** How often the verdict that the input brings along is not the true one. */
    private static final double WRONG_STORED = 0.02;

    private final SyntheticStudy study;
    private final List<SyntheticRun> runs;
    private final List<FileSet> sets;

    private SyntheticPlan(SyntheticStudy study, List<SyntheticRun> runs, List<FileSet> sets) {
        this.study = study;
        this.runs = runs;
        this.sets = sets;
    }

    /**
     * The plan of a study.
     *
     * @throws PasskException of kind CONFIGURATION if the study asks for what the paper does not have, or for more than
     *     one set of files can hold
     */
    public static SyntheticPlan of(SyntheticStudy study) {
        long largest = (long) study.problems() * study.samplesPerSeed() + study.hotSamplesPerSeed();
        if (largest > Shuffle.MAX_SIZE / 2) {
            throw PasskException.configuration("synthetic study: " + largest
                    + " samples in one run and seed are too many, expected at most " + Shuffle.MAX_SIZE / 2
                    + ": spread them over more seeds");
        }
        List<SyntheticRun> runs = study.runs();
        List<FileSet> sets = new ArrayList<>();
        for (SyntheticRun run : runs) {
            for (int seed = 0; seed < study.seeds(); seed++) {
                sets.add(new FileSet(study, sets.size(), run, seed));
            }
        }
        return new SyntheticPlan(study, List.copyOf(runs), List.copyOf(sets));
    }

    /** What the study was to be. */
    public SyntheticStudy study() {
        return study;
    }

    /** The sets of files, in order. */
    public List<FileSet> sets() {
        return sets;
    }

    /** How many runs there are. */
    public int runCount() {
        return runs.size();
    }

    List<SyntheticRun> runs() {
        return runs;
    }

    Stream<FileSet> setsOf(SyntheticRun run) {
        return sets.stream().filter(set -> set.run().equals(run));
    }

    /** Id of a problem. */
    static String problemId(int problem) {
        return "p" + Integer.toString(1_000_000 + problem).substring(1);
    }

    Gold gold(int problem) {
        return Gold.of(Dice.of(study.seed(), Salt.GOLD, problem));
    }

    /** The question of a problem; no two are equal. */
    String question(int problem) {
        return "Problem " + problem + ". Let $n = " + (problem + 3L) * 17 + "$. "
                + gold(problem).question();
    }

    /** The probability that a sample of this run solves this problem. */
    double ability(SyntheticRun run, int problem) {
        double shared = Dice.of(study.seed(), Salt.HARDNESS, problem, -1).gaussian();
        double own = Dice.of(study.seed(), Salt.HARDNESS, problem, run.family()).gaussian();
        double correlation = study.correlation();
        return run.ability().rate(StrictMath.sqrt(correlation) * shared + StrictMath.sqrt(1 - correlation) * own);
    }

    /** Whether the records of a set bring verdicts of their own along. */
    static boolean hasStored(FileSet set) {
        return set.ordinal() % 2 == 0;
    }

    /** What is wrong with the line of a problem in the wide form. */
    LineDefect line(FileSet set, int problem) {
        Dice dice = Dice.of(study.seed(), Salt.LINE, set.ordinal(), problem);
        return dice.chance(study.rates().malformed()) ? LineDefect.of(dice) : LineDefect.NONE;
    }

    /** How many answers of a wide line that is cut are whole. */
    static int wholeAnswers(FileSet set, int problem) {
        return set.samples(problem) / 2;
    }

    /** What becomes of a sample. */
    Fate fate(FileSet set, int problem, long index) {
        Dice dice = Dice.of(study.seed(), Salt.FATE, set.ordinal(), problem, index);
        boolean solves = dice.chance(ability(set.run(), problem));
        boolean storedIsTrue = !dice.chance(WRONG_STORED);
        int tokens = set.run().lengths().tokens(dice);
        return switch (possible(study.rates().event(dice.unit()), set, problem, index)) {
            case MISSING -> Fate.MISSING;
            case MALFORMED -> Fate.rejected(Defect.of(set.form(), dice), index);
            case IDENTICAL -> {
                Fate first = fate(set, problem, 0);
                yield first.isSample()
                        ? first.repeated(first.correct() == storedIsTrue)
                        : sample(ordinary(dice), solves, storedIsTrue, tokens, index);
            }
            case TRUNCATED -> sample(truncated(dice), solves, storedIsTrue, Lengths.MAX_TOKENS, index);
            case UNANSWERED -> sample(unanswered(dice), solves, storedIsTrue, tokens, index);
            case LONG_TEXT -> sample(ordinary(dice), solves, storedIsTrue, Lengths.LONG_TEXT_TOKENS, index);
            case NOTHING -> sample(ordinary(dice), solves, storedIsTrue, tokens, index);
        };
    }

    private static Fate sample(Ending ending, boolean solves, boolean storedIsTrue, int tokens, long index) {
        boolean correct = solves && ending.answered();
        return new Fate(true, Optional.empty(), ending, correct, tokens, index, correct == storedIsTrue);
    }

    /** Nothing happens where a form cannot have it, or the truth could not be told. */
    private Rates.Event possible(Rates.Event event, FileSet set, int problem, long index) {
        boolean wide = set.form() == RecordForm.WIDE;
        boolean holds = switch (event) {
            // Arrays have no gaps, and wide records break as lines.
            case MISSING, MALFORMED -> !wide;
            // The text that is repeated has to be there.
            case IDENTICAL -> index > 0 && !(wide && line(set, problem) == LineDefect.NULL_ANSWER);
            // The reasons of a wide line that is cut are lost with it: nothing would tell that a text was cut off.
            case TRUNCATED -> !wide || line(set, problem) != LineDefect.CUT;
            case NOTHING, UNANSWERED, LONG_TEXT -> true;
        };
        return holds ? event : Rates.Event.NOTHING;
    }

    private static Ending ordinary(Dice dice) {
        double unit = dice.unit();
        return unit < 0.82 ? Ending.BOXED : unit < 0.94 ? Ending.STATED : Ending.HASHES;
    }

    private static Ending truncated(Dice dice) {
        return dice.pick(
                Ending.CUT_REASONING,
                Ending.CUT_REASONING,
                Ending.CUT_REASONING,
                Ending.CUT_AFTER_ANSWER,
                Ending.CUT_IN_ANSWER);
    }

    private static Ending unanswered(Dice dice) {
        return dice.pick(
                Ending.UNSTATED, Ending.UNSTATED, Ending.EMPTY_BOX, Ending.EMPTY_TEXT, Ending.UNCLOSED_THOUGHT);
    }
}
