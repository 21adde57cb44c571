package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

class GeneratedAnswersTest {
    private static final MathVerifier VERIFIER = new MathVerifier(MathOptions.defaults());

    private static final String[] TOKENS = {
        "\\frac",
        "\\sqrt",
        "\\sqrt[",
        "{",
        "}",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "|",
        "^",
        "_",
        "!",
        "+",
        "-",
        "*",
        "/",
        "=",
        "<",
        "\\le",
        ",",
        ";",
        ":",
        ".",
        "1",
        "2",
        "37",
        "0.5",
        "1,234",
        "x",
        "y",
        "n",
        "e",
        "i",
        "\\pi",
        "\\sin",
        "\\log",
        "\\ln",
        "\\sum_{k=1}^{n}",
        "\\int_0^1",
        "dx",
        "\\lim_{x\\to 0}",
        "\\binom",
        "\\text{cm}",
        "\\text{or}",
        "\\begin{pmatrix}",
        "\\end{pmatrix}",
        "&",
        "\\\\",
        "\\left",
        "\\right",
        "\\cup",
        "\\infty",
        "\\%",
        "%",
        "\\$",
        "^\\circ",
        "\\pm",
        "\\in",
        "\\mathbb{R}",
        "\\{",
        "\\}",
        "\\lfloor",
        "\\rfloor",
        "\\pmod",
        "\\boxed{",
        "and",
        "the",
        "\\bmod",
        "'",
        "\\choose",
        "\\overline{3}",
        "\u00B2",
        "\u221A",
        "\u2264",
        "$",
        "~",
        "\\"
    };

    private static Verdict verdict(String reference, String answer) {
        return VERIFIER.verify(Reference.MathAnswer.of(reference), new Extraction(Channel.BOXED, answer, false), false);
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(40)];
        random.nextBytes(bytes);
        return new String(bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static String tokens(Random random) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            text.append(TOKENS[random.nextInt(TOKENS.length)]).append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }

    private static void survives(long seed, int rounds) {
        Random random = new Random(seed);
        for (int i = 0; i < rounds; i++) {
            String answer = i % 2 == 0 ? tokens(random) : bytes(random);
            String reference = i % 4 < 2 ? tokens(random) : "x + \\sqrt{2}";
            if (reference.isBlank()) {
                continue;
            }
            Verdict verdict = verdict(reference, answer);
            assertThat(verdict(reference, answer))
                    .as("%s against %s", answer, reference)
                    .isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyTextHasOneVerdict(long seed) {
        survives(seed, 2_000);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void anyOfManyTextsHasOneVerdict(long seed) {
        survives(seed, 200_000);
    }

    /** A fraction that is computed beside the verifier, without its arithmetic. */
    private record Fraction(BigInteger numerator, BigInteger denominator) {
        static Fraction of(long value) {
            return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Fraction times(Fraction other) {
            return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
        }

        Fraction over(Fraction other) {
            return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
        }

        boolean isZero() {
            return numerator.signum() == 0;
        }

        boolean same(Fraction other) {
            return numerator.multiply(other.denominator).equals(other.numerator.multiply(denominator));
        }
    }

    /** An expression of integers: a number, or an operator with two operands. */
    private record Node(char operator, long number, List<Node> operands) {
        static Node random(Random random, int depth) {
            if (depth == 0 || random.nextInt(5) == 0) {
                return new Node('n', 1 + random.nextInt(99), List.of());
            }
            char operator = "+-*/".charAt(random.nextInt(4));
            return new Node(operator, 0, List.of(random(random, depth - 1), random(random, depth - 1)));
        }

        /** Undefined where a divisor is zero. */
        boolean isDefined() {
            return operands.stream().allMatch(Node::isDefined)
                    && !(operator == '/' && operands.get(1).value().isZero());
        }

        Fraction value() {
            return switch (operator) {
                case '+' -> left().plus(right());
                case '-' -> left().plus(right().times(Fraction.of(-1)));
                case '*' -> left().times(right());
                case '/' -> left().over(right());
                default -> Fraction.of(number);
            };
        }

        private Fraction left() {
            return operands.get(0).value();
        }

        private Fraction right() {
            return operands.get(1).value();
        }

        String plain() {
            return operator == 'n'
                    ? Long.toString(number)
                    : "(" + operands.get(0).plain() + operator + operands.get(1).plain() + ")";
        }

        /** In LaTeX, sums and products in the other order. */
        String latex() {
            if (operator == 'n') {
                return Long.toString(number);
            }
            String left = operands.get(0).latex();
            String right = operands.get(1).latex();
            return switch (operator) {
                case '+' -> "\\left(" + right + " + " + left + "\\right)";
                case '-' -> "\\left(-" + right + " + " + left + "\\right)";
                case '*' -> "\\left(" + right + "\\right) \\cdot \\left(" + left + "\\right)";
                default -> "\\frac{" + left + "}{" + right + "}";
            };
        }

        int numbers() {
            return operator == 'n'
                    ? 1
                    : operands.stream().mapToInt(Node::numbers).sum();
        }

        /** With one number, counted from the left, enlarged by one. */
        Node changed(int index) {
            if (operator == 'n') {
                return index == 0 ? new Node('n', number + 1, List.of()) : this;
            }
            int first = operands.get(0).numbers();
            List<Node> changed = index < first
                    ? List.of(operands.get(0).changed(index), operands.get(1))
                    : List.of(operands.get(0), operands.get(1).changed(index - first));
            return new Node(operator, 0, changed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void arithmeticIsCorrectInAnySpellingAndOtherwiseWhereANumberIsChanged(long seed) {
        Random random = new Random(seed);
        int changes = 0;
        for (int i = 0; i < 500; i++) {
            Node node = Node.random(random, 1 + random.nextInt(4));
            Node changed = node.changed(random.nextInt(node.numbers()));
            if (!node.isDefined() || !changed.isDefined()) {
                continue;
            }
            assertThat(verdict(node.plain(), node.latex()).outcome())
                    .as("%s = %s", node.plain(), node.latex())
                    .isEqualTo(Outcome.CORRECT);
            if (!changed.value().same(node.value())) {
                changes++;
                assertThat(verdict(node.plain(), changed.latex()).outcome())
                        .as("%s != %s", node.plain(), changed.latex())
                        .isEqualTo(Outcome.INCORRECT);
            }
        }
        assertThat(changes).isGreaterThan(300);
    }

    /** The product of linear factors a x + b y + c, expanded by the test. */
    private static long[][] expanded(List<long[]> factors) {
        int size = factors.size() + 1;
        long[][] all = new long[size][size];
        all[0][0] = 1;
        for (long[] factor : factors) {
            long[][] next = new long[size][size];
            for (int x = 0; x < size; x++) {
                for (int y = 0; y < size; y++) {
                    next[x][y] += all[x][y] * factor[2];
                    next[x][y] += x > 0 ? all[x - 1][y] * factor[0] : 0;
                    next[x][y] += y > 0 ? all[x][y - 1] * factor[1] : 0;
                }
            }
            all = next;
        }
        return all;
    }

    private static String written(long[][] coefficients, Random random) {
        List<String> terms = new ArrayList<>();
        for (int x = 0; x < coefficients.length; x++) {
            for (int y = 0; y < coefficients.length; y++) {
                if (coefficients[x][y] != 0) {
                    terms.add(coefficients[x][y] + (x > 0 ? "x^{" + x + "}" : "") + (y > 0 ? "y^" + y : ""));
                }
            }
        }
        Collections.shuffle(terms, random);
        return String.join(" + ", terms).replace("+ -", "- ");
    }

    /**
     * A pair of texts; the same one for the same seed and number.
     *
     * @param expected CORRECT or INCORRECT where the test knows it; NO_ANSWER where any verdict will do
     */
    private record Pair(String reference, String answer, Outcome expected) {
        static Pair of(long seed, long number) {
            Random random = new Random(seed * 1_000_003 + number * 0x9E3779B97F4A7C15L);
            return switch (random.nextInt(6)) {
                case 0, 1 -> new Pair(tokens(random), tokens(random), Outcome.NO_ANSWER);
                case 2 -> new Pair("x + \\sqrt{2}", tokens(random), Outcome.NO_ANSWER);
                case 3 -> new Pair(tokens(random), bytes(random), Outcome.NO_ANSWER);
                case 4 -> arithmetic(random);
                default -> polynomial(random);
            };
        }

        private static Pair arithmetic(Random random) {
            Node node = Node.random(random, 1 + random.nextInt(3));
            Node other = random.nextBoolean() ? node : node.changed(random.nextInt(node.numbers()));
            if (!node.isDefined() || !other.isDefined()) {
                return new Pair(node.plain(), other.latex(), Outcome.NO_ANSWER);
            }
            boolean same = node.value().same(other.value());
            return new Pair(node.plain(), other.latex(), same ? Outcome.CORRECT : Outcome.INCORRECT);
        }

        private static Pair polynomial(Random random) {
            List<long[]> factors = new ArrayList<>();
            StringBuilder product = new StringBuilder();
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                long[] factor = {1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9)};
                factors.add(factor);
                product.append(String.format(Locale.ROOT, "(%dx+%dy+%d)", factor[0], factor[1], factor[2]));
            }
            long[][] coefficients = expanded(factors);
            boolean changed = random.nextBoolean();
            coefficients[random.nextInt(factors.size() + 1)][0] += changed ? 1 : 0;
            return new Pair(
                    written(coefficients, random), product.toString(), changed ? Outcome.INCORRECT : Outcome.CORRECT);
        }

        Verdict verdict(MathVerifier verifier) {
            // A blank reference is refused where it is made.
            return verifier.verify(
                    Reference.MathAnswer.of(reference.isBlank() ? "x" : reference),
                    new Extraction(Channel.BOXED, answer, false),
                    false);
        }
    }

    /** What is kept of a verdict. */
    private static long digest(Verdict verdict) {
        long digest = verdict.fuel() * 31L + verdict.outcome().ordinal();
        for (String part : List.of(verdict.channel().name(), verdict.rule(), verdict.answer())) {
            for (int i = 0; i < part.length(); i++) {
                digest = (digest ^ part.charAt(i)) * 0x100000001B3L;
            }
            digest = Long.rotateLeft(digest, 17);
        }
        return digest;
    }

    /** Verdicts of all pairs by one thread; each is what the test knows it to be. */
    private static long[] inOrder(long seed, int pairs, Map<Outcome, Integer> counts) {
        long[] digests = new long[pairs];
        for (int i = 0; i < pairs; i++) {
            Pair pair = Pair.of(seed, i);
            Verdict verdict = pair.verdict(VERIFIER);
            if (pair.expected != Outcome.NO_ANSWER && pair.expected != verdict.outcome()) {
                assertThat(verdict.outcome()).as("%s: %s", i, pair).isEqualTo(pair.expected);
            }
            counts.merge(verdict.outcome(), 1, Integer::sum);
            digests[i] = digest(verdict);
        }
        return digests;
    }

    /** Verdicts of all pairs by several threads that share the verifier, from the last to the first. */
    private static long[] byThreads(MathVerifier verifier, int threads, long seed, int pairs) throws Exception {
        long[] digests = new long[pairs];
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = pairs - 1 - thread;
                shares.add(() -> {
                    for (int i = first; i >= 0; i -= threads) {
                        digests[i] = digest(Pair.of(seed, i).verdict(verifier));
                    }
                    return null;
                });
            }
            for (Future<Void> share : pool.invokeAll(shares)) {
                share.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return digests;
    }

    /** A verifier of settings that were written and read, as an executor has it. */
    private static MathVerifier travelled() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(MathOptions.defaults());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return new MathVerifier((MathOptions) in.readObject());
        }
    }

    /** @return how many verdicts are UNDECIDED */
    private static int sameVerdicts(long seed, int pairs) throws Exception {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        long[] alone = inOrder(seed, pairs, counts);
        assertThat(counts.keySet())
                .containsExactly(Outcome.CORRECT, Outcome.INCORRECT, Outcome.NO_ANSWER, Outcome.UNDECIDED);
        assertThat(counts.get(Outcome.CORRECT)).isGreaterThan(pairs / 10);
        assertThat(counts.get(Outcome.INCORRECT)).isGreaterThan(pairs / 10);
        assertThat(Arrays.equals(byThreads(VERIFIER, 4, seed, pairs), alone))
                .as("four threads from the last pair to the first, seed %s", seed)
                .isTrue();
        assertThat(Arrays.equals(byThreads(travelled(), 2, seed, pairs), alone))
                .as("a verifier of settings that were written and read, seed %s", seed)
                .isTrue();
        return counts.get(Outcome.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(longs = 41)
    void aPairHasOneVerdictInAnyThreadAndOrderAndAfterATravel(long seed) throws Exception {
        assertThat(sameVerdicts(seed, 20_000)).isLessThan(20_000 / 50);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = 42)
    void aMillionPairsHaveOneVerdictEach(long seed) throws Exception {
        assertThat(sameVerdicts(seed, 1_000_000)).isLessThan(1_000_000 / 50);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void polynomialsAreCorrectExpandedAndOtherwiseWhereACoefficientIsChanged(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<long[]> factors = new ArrayList<>();
            StringBuilder product = new StringBuilder();
            int count = 1 + random.nextInt(4);
            for (int k = 0; k < count; k++) {
                long[] factor = {1 + random.nextInt(9), random.nextInt(19) - 9, random.nextInt(19) - 9};
                factors.add(factor);
                product.append("(")
                        .append(factor[0])
                        .append("x + ")
                        .append(factor[1])
                        .append("*y + ");
                product.append(factor[2]).append(")");
            }
            long[][] coefficients = expanded(factors);
            String right = written(coefficients, random);
            coefficients[random.nextInt(count + 1)][0] += 1 + random.nextInt(3);
            String wrong = written(coefficients, random);

            assertThat(verdict(right, product.toString()).outcome())
                    .as("%s = %s", product, right)
                    .isEqualTo(Outcome.CORRECT);
            assertThat(verdict(wrong, product.toString()).outcome())
                    .as("%s != %s", product, wrong)
                    .isNotEqualTo(Outcome.CORRECT);
        }
    }
}
