package org.passk.benchmark.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.passk.fault.PasskException;
import org.passk.model.Digests;
import org.passk.model.Reference.TestSuite;
import org.passk.model.SuiteKind;

/**
 * Turns the raw record of a programming problem into its suite: one JSON object with the member {@code kind} (see
 * {@link org.passk.model.SuiteKind#word}) and, by kind,
 *
 * <ul>
 *   <li>{@code check}: {@code prompt}, {@code entry}, {@code test};
 *   <li>{@code asserts}: {@code setup}, {@code tests[]}, {@code entries[]} (the names that the canonical solution defines
 *       and the tests use);
 *   <li>{@code evalplus}: {@code task}, {@code entry}, {@code canonical} (a complete source), {@code prompt},
 *       {@code base[]}, {@code plus[]} (lists of arguments), {@code atol}, {@code dataset} ({@code humaneval} or
 *       {@code mbpp});
 *   <li>{@code stdin}: {@code tests[]} of pairs (input, output), and {@code compare}: {@code lines} for LiveCodeBench's
 *       comparison by lines and decimal numbers, {@code whole} where the two stripped texts have to be equal (Code-R1);
 *   <li>{@code functional}: {@code func}, {@code tests[]} of pairs (arguments, result), each in JSON;
 *   <li>{@code program}: {@code tests}.
 * </ul>
 *
 * <p>Numbers keep their kind: 1 stays an integer of any size, 1.0 a float, NaN and the infinities are floats, too. {@link
 * #toJson} writes them so that Python's {@code json} reads the same values.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class SuiteReader {
    /** The default bound of decompressed tests: 256 MiB; one string and one tree of them are held at a time. */
    public static final int DEFAULT_MAX_TEST_BYTES = 1 << 28;

    private static final int DIGEST_DIGITS = 32;

    private final int maxTestBytes;

    /**
     * A reader with a limit.
     *
     * @param maxTestBytes the most bytes that the compressed tests of a problem may become, at least 1
     */
    public SuiteReader(int maxTestBytes) {
        if (maxTestBytes < 1) {
            throw new IllegalArgumentException("maxTestBytes " + maxTestBytes + " is below 1");
        }
        this.maxTestBytes = maxTestBytes;
    }

    /**
     * The suite of a problem.
     *
     * @param reference where the record was found, and its digest
     * @param problem the problem's id, for messages
     * @param record the bytes that the reference points to
     * @return the suite; belongs to the caller
     * @throws PasskException of kind INPUT, with file, problem and reason: the bytes are not those that the reference
     *     tells of, the record has no tests, or holds what cannot be run
     */
    public ObjectNode read(TestSuite reference, String problem, byte[] record) {
        Objects.requireNonNull(problem, "problem");
        String place = reference.problemFile() + ": problem " + problem;
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(record))
                    .toString();
        } catch (CharacterCodingException e) {
            throw PasskException.input(place + ": the record is not UTF-8");
        }
        if (!Digests.sha256(text).substring(0, DIGEST_DIGITS).equals(reference.digest())) {
            throw PasskException.input(place + ": the record at byte " + reference.offset()
                    + " is not the one that was read before: the file has changed");
        }
        SuiteRecord fields = SuiteRecord.parse(place, text);
        ObjectNode suite = suite(fields);
        if (!suite.path("kind").asText().equals(reference.kind().word())) {
            throw fields.error("the tests are of kind " + suite.path("kind").asText() + ", expected "
                    + reference.kind().word());
        }
        return suite;
    }

    /**
     * The benchmark's own solution of a problem, as a complete program that has to pass; none where the record holds none,
     * and for evalplus, whose suites run it to find the expected values.
     *
     * @param reference where the record was found
     * @param problem the problem's id, for messages
     * @param record the bytes that the reference points to
     * @throws PasskException of kind INPUT if the record is no JSON object
     */
    public static Optional<String> canonical(TestSuite reference, String problem, byte[] record) {
        if (reference.kind() != SuiteKind.CHECK && reference.kind() != SuiteKind.ASSERTS) {
            return Optional.empty();
        }
        String place = reference.problemFile() + ": problem " + problem;
        SuiteRecord fields = SuiteRecord.parse(place, new String(record, StandardCharsets.UTF_8));
        if (reference.kind() == SuiteKind.ASSERTS) {
            return fields.has("code") ? Optional.of(fields.text("code")) : Optional.empty();
        }
        return fields.has("canonical_solution")
                ? Optional.of(fields.text("prompt") + fields.text("canonical_solution"))
                : Optional.empty();
    }

    /** The shapes are told apart by their fields, as problem files are. */
    private ObjectNode suite(SuiteRecord fields) {
        if (fields.has("reward_model")) {
            return CodeR1Suite.of(fields);
        }
        if (fields.has("question_id") || fields.has("private_test_cases")) {
            return new LiveCodeBenchSuite(maxTestBytes).of(fields);
        }
        if (fields.has("base_input")) {
            return EvalPlusSuite.of(fields);
        }
        if (fields.has("test_list")) {
            return MbppSuite.of(fields);
        }
        if (fields.has("entry_point") && fields.has("test")) {
            return SuiteRecord.suite("check")
                    .put("prompt", fields.text("prompt"))
                    .put("entry", fields.text("entry_point"))
                    .put("test", fields.text("test"));
        }
        throw fields.error("no tests of a known form");
    }

    /**
     * The JSON text of a suite, in ASCII: what is no number of JSON is written as Python writes it ({@code NaN}, {@code
     * Infinity}), every other character than ASCII as an escape.
     *
     * @param suite from {@link #read}
     */
    public static String toJson(ObjectNode suite) {
        return SuiteRecord.write(suite);
    }
}
