package org.passk.verify.math;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.passk.extract.AnswerExtractor;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.AnswerVerifier;
import org.passk.verify.Verifier;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Decision;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Measured;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Words;
import org.passk.verify.math.expression.ExpressionText;
import org.passk.verify.math.notation.AnswerReader;
import org.passk.verify.math.notation.Commas;
import org.passk.verify.math.notation.ReadLimits;
import org.passk.verify.math.notation.Reading;

/**
 * Verifies mathematical answers. Both sides are read into expressions, and equality is decided: exactly for rational and
 * algebraic numbers, by enclosures and many digits for others, at random points for functions. What is not decided
 * within the limits is UNDECIDED and never correct: a wrong answer taken for a correct one weighs more than the reverse,
 * since it accumulates with k. docs/verification-math.md tells what equals what.
 *
 * <p>Immutable; safe for use by several threads. Work is bounded by the limits of the options, never by a clock.
 */
public final class MathVerifier implements Verifier {
    /** Raised whenever the code changes a verdict or a canonical answer. */
    private static final int REVISION = 4;

    /** Bits of a decimal digit, rounded up. */
    private static final int BITS_PER_DIGIT = 4;

    private final MathOptions options;
    private final AnswerExtractor extractor;
    private final AnswerReader reader;
    private final Decider decider;

    /**
     * A verifier with settings.
     *
     * @param options policies and limits
     */
    public MathVerifier(MathOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        MathLimits limits = options.limits();
        this.extractor = new AnswerExtractor(limits.maxAnswerChars());
        this.reader = new AnswerReader(new ReadLimits(limits.maxDepth(), limits.maxElements(), limits.maxDigits()));
        this.decider = new Decider(Math.max(64, BITS_PER_DIGIT * limits.maxDigits()), limits.maxPrecision());
    }

    @Override
    public String version() {
        return "math/" + REVISION + " " + options.describe();
    }

    @Override
    public Extraction extract(String text) {
        return extractor.extract(text);
    }

    /**
     * Parses a reference, for {@link #verify(PreparedReference, Extraction, boolean)}.
     *
     * @param reference a mathematical answer; another kind is a fault of the caller
     * @return the parsed reference
     */
    public PreparedReference prepare(Reference reference) {
        if (!(reference instanceof Reference.MathAnswer answer)) {
            throw new IllegalArgumentException("reference is no mathematical answer: " + reference);
        }
        Reading reading = reader.read(answer.text(), Commas.GROUP);
        if (answer.multiple() && isGrouped(reading)) {
            reading = reader.read(answer.text(), Commas.SEPARATE);
        }
        Expression form = withUnit(Forms.of(reading.expression()), answer.unit());
        String canonical = Canonical.ofReference(form, reading, decider, options);
        return new PreparedReference(answer.text(), reading, form, answer.multiple(), canonical);
    }

    private Expression withUnit(Expression form, String unit) {
        if (unit.isEmpty()
                || form instanceof Several
                || form instanceof Words
                || !Quantity.of(form).unit().isEmpty()) {
            return form;
        }
        Expression measured =
                Forms.of(reader.read("1 \\text{" + unit + "}", Commas.GROUP).expression());
        String known = Quantity.of(measured).unit();
        return known.isEmpty() || Forms.named(form).isPresent() ? form : new Measured(form, known);
    }

    private static boolean isGrouped(Reading reading) {
        return reading.expression() instanceof Num number && number.grouped();
    }

    @Override
    public Verdict verify(Reference reference, Extraction extraction, boolean truncated) {
        return unusable(extraction, truncated).orElseGet(() -> compare(prepare(reference), extraction));
    }

    @Override
    public AnswerVerifier against(Reference reference) {
        PreparedReference prepared = prepare(reference);
        return (extraction, truncated) -> verify(prepared, extraction, truncated);
    }

    /**
     * Compares an extracted answer with a reference that was parsed before; the same verdict as
     * {@link #verify(Reference, Extraction, boolean)}.
     *
     * @param reference a reference that this verifier, or one with equal settings, prepared
     * @param extraction what was found in the generation
     * @param truncated whether the generation was cut off at the token limit
     * @return the verdict
     */
    public Verdict verify(PreparedReference reference, Extraction extraction, boolean truncated) {
        return unusable(extraction, truncated).orElseGet(() -> compare(reference, extraction));
    }

    /**
     * The verdict with what it rests on.
     *
     * @param reference a mathematical answer
     * @param extraction what was found in the generation
     * @param truncated whether the generation was cut off at the token limit
     * @return the verdict of {@link #verify}, explained
     */
    public Judgement judge(Reference reference, Extraction extraction, boolean truncated) {
        PreparedReference prepared = prepare(reference);
        String answer = extraction.answer().isEmpty()
                ? ""
                : read(reader.read(extraction.answer(), Commas.GROUP).expression());
        return new Judgement(verify(prepared, extraction, truncated), read(prepared.form()), answer);
    }

    private static String read(Expression expression) {
        return ExpressionText.of(Forms.of(expression));
    }

    private Optional<Verdict> unusable(Extraction extraction, boolean truncated) {
        if (extraction.unfinished()) {
            return noAnswer(extraction, "unfinished");
        }
        return switch (extraction.channel()) {
            case NONE -> noAnswer(extraction, truncated ? "truncated" : "no-answer");
            case LAST_NUMBER -> {
                if (truncated) {
                    // The last number of a text that was cut off is a number of its middle.
                    yield noAnswer(extraction, "truncated");
                }
                yield options.policies().lastNumber()
                        ? tooLong(extraction)
                        : noAnswer(extraction, "channel-not-allowed");
            }
            case BOXED, STATED, HASHES -> {
                if (truncated && extraction.open()) {
                    // The cut may go through the answer: 12 of 123 would be right by luck.
                    yield noAnswer(extraction, "truncated");
                }
                yield tooLong(extraction);
            }
            case PROGRAM_RULE -> noAnswer(extraction, "channel-not-allowed");
        };
    }

    private Optional<Verdict> tooLong(Extraction extraction) {
        return extraction.answer().length() > options.limits().maxAnswerChars()
                ? noAnswer(extraction, "too-long")
                : Optional.empty();
    }

    private static Optional<Verdict> noAnswer(Extraction extraction, String rule) {
        Channel channel = extraction.channel();
        return Optional.of(new Verdict(Outcome.NO_ANSWER, channel, rule, "", 0));
    }

    /** A wrong answer never shares the canonical form of the right ones, however it was written. */
    private static String different(PreparedReference reference, String canonical) {
        return canonical.equals(reference.canonical()) ? canonical + " \u2260" : canonical;
    }

    private Verdict compare(PreparedReference reference, Extraction extraction) {
        PlainNumber wanted = reference.plain();
        PlainNumber plain = wanted.isNumber() ? PlainNumber.of(extraction.answer()) : PlainNumber.NONE;
        boolean unreduced = options.policies().reducedFractions() && plain.notation() == PlainNumber.Notation.FRACTION;
        if (plain.isNumber() && !unreduced) {
            boolean equal = plain.sameValue(wanted);
            if (equal || !plain.mayRound(wanted)) {
                String canonical = equal ? reference.canonical() : different(reference, plain.canonical());
                Outcome outcome = equal ? Outcome.CORRECT : Outcome.INCORRECT;
                return new Verdict(outcome, extraction.channel(), "exact-rational", canonical, 1);
            }
        }
        return read(reference, extraction);
    }

    private Verdict read(PreparedReference reference, Extraction extraction) {
        Reading given = reader.read(extraction.answer(), Commas.GROUP);
        if (given.display().isEmpty()) {
            return new Verdict(Outcome.NO_ANSWER, extraction.channel(), "no-answer", "", 0);
        }
        Fuel fuel = new Fuel(options.limits().maxSteps());
        boolean list = reference.multiple() || reference.form() instanceof Several;
        if (list && isGrouped(given)) {
            // "1,234" is two answers where several are wanted, and one number elsewhere.
            given = reader.read(extraction.answer(), Commas.SEPARATE);
        }
        Decision decision = decide(reference, given, fuel);
        if (!decision.isEqual() && options.policies().decimalComma()) {
            decision = withDecimalComma(reference, extraction.answer(), given, fuel)
                    .orElse(decision);
        }
        Expression form = Forms.of(given.expression());
        String canonical =
                decision.isEqual() ? reference.canonical() : different(reference, wrong(reference, form, given));
        Outcome outcome = switch (decision.equality()) {
            case EQUAL -> Outcome.CORRECT;
            case DIFFERENT -> Outcome.INCORRECT;
            case UNDECIDED -> Outcome.UNDECIDED;
        };
        return new Verdict(outcome, extraction.channel(), decision.rule(), canonical, Math.max(1, fuel.spent()));
    }

    private String wrong(PreparedReference reference, Expression form, Reading given) {
        String wanted = reference.reading().display();
        return Choice.isLetter(wanted)
                ? Choice.letter(given.display())
                : new Canonical(options, decider, reference.form()).of(form, given);
    }

    /** {@code 1,5} is a list of two numbers, or one number where one is wanted. */
    private Optional<Decision> withDecimalComma(PreparedReference reference, String answer, Reading given, Fuel fuel) {
        if (isPair(given.expression()) && !(reference.form() instanceof Several) && !reference.multiple()) {
            Reading comma = reader.read(answer, Commas.DECIMAL);
            Decision decision = decide(reference, comma, fuel);
            return decision.isEqual() ? Optional.of(Decision.equal("decimal-comma")) : Optional.empty();
        }
        boolean number = given.expression() instanceof Num decimal && decimal.decimals() > 0;
        if (isPair(reference.reading().expression()) && number && !reference.multiple()) {
            Reading comma = reader.read(reference.text(), Commas.DECIMAL);
            Decision decision = new Comparison(options.policies(), decider, fuel)
                    .compare(Forms.of(comma.expression()), Forms.of(given.expression()), false);
            return decision.isEqual() ? Optional.of(Decision.equal("decimal-comma")) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isPair(Expression expression) {
        return expression instanceof Several several
                && several.grouping() == Grouping.LIST
                && several.elements().size() == 2
                && Quantity.of(several.elements().get(0)).value() instanceof Num first
                && first.decimals() == 0;
    }

    private Decision decide(PreparedReference reference, Reading given, Fuel fuel) {
        Reading wanted = reference.reading();
        if (wanted.display().isEmpty()) {
            return Decision.different("empty-reference");
        }
        if (Choice.isLetter(wanted.display())) {
            return Decision.of(Choice.letter(wanted.display()).equals(Choice.letter(given.display())), "choice");
        }
        boolean words = isWords(wanted) || isWords(given);
        boolean alike = words
                ? Comparison.fold(wanted.display()).equals(Comparison.fold(given.display()))
                : wanted.display().equals(given.display());
        if (alike) {
            return Decision.equal(words ? "text" : "identical");
        }
        if (options.policies().baseSuffixOptional()
                && reference.form() instanceof Expression.Based based
                && based.digits().equals(given.display().toUpperCase(Locale.ROOT))) {
            return Decision.equal("base-suffix");
        }
        if (!wanted.withinLimits() || !given.withinLimits()) {
            return Decision.undecided();
        }
        Expression answer = Forms.of(given.expression());
        return new Comparison(options.policies(), decider, fuel)
                .compare(
                        reference.form(),
                        options.policies().sameVariableNames() ? answer : Forms.renamed(answer, reference.form()),
                        reference.multiple());
    }

    private static boolean isWords(Reading reading) {
        return reading.expression() instanceof Words words && words.words();
    }
}
