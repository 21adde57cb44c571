package org.passk.verify.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passk.extract.Extraction;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.Verifier;

/** What every verifier owes, on junk above all. */
abstract class VerifierContract {
    private static final long SEED = 20_260_101L;
    private static final String[] PIECES = {
        "\\frac",
        "{",
        "}",
        "{",
        "}",
        "\\sqrt",
        "[",
        "]",
        "(",
        ")",
        "\\left",
        "\\right",
        "\\{",
        "\\}",
        "^",
        "_",
        "$",
        "1",
        "2",
        "0",
        ".",
        ",",
        "/",
        "-",
        "+",
        "=",
        "%",
        "\\%",
        "\\text{",
        "and",
        "or",
        " ",
        "x",
        "\\pm",
        "\\cup",
        "\\begin{pmatrix}",
        "\\end{pmatrix}",
        "&",
        "\\\\",
        "\\boxed{",
        "\\boxed",
        "####",
        "answer is ",
        "<answer>",
        "</answer>",
        "<think>",
        "</think>",
        "**",
        "\n",
        "\u0000",
        "\uD800",
        "\uE000",
        "\u200B",
        "\u221A",
        "e",
        "10^{",
        "\\times",
        "\\circ",
        "th",
        "cm",
        "\\in",
        "\\!",
        "\\,",
        "{,}",
        "\\",
        "\u00BD",
        "A",
        ":",
        ";",
        "\\pi"
    };

    /** The verifier, unguarded: the guard would hide what this suite looks for. */
    abstract Verifier verifier();

    /** References of every kind that the verifier takes. */
    abstract List<Reference> references();

    private List<String> junk() {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "" : "\\boxed{");
            int length = 1 + random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            texts.add(text.append(i % 2 == 0 ? "" : "}").toString());
        }
        for (String piece : PIECES) {
            texts.add("\\boxed{" + piece.repeat(500) + "}");
            texts.add("the answer is " + piece.repeat(100_000));
        }
        texts.add("\\boxed{" + "{(".repeat(400) + "1" + ")}".repeat(400) + "}");
        texts.add("\\boxed{" + "\\frac1".repeat(300) + "2}");
        return texts;
    }

    @Test
    void junkWithAFixedSeedNeverThrowsNeverFaultsAndHasOneVerdict() {
        Verifier verifier = verifier();
        for (String text : junk()) {
            Extraction extraction = verifier.extract(text);
            assertThat(verifier().extract(text)).isEqualTo(extraction);
            for (Reference reference : references()) {
                Verdict verdict = verifier.verify(reference, extraction, false);
                assertThat(verdict.outcome()).as(text).isNotEqualTo(Outcome.FAULT);
                assertThat(verifier().verify(reference, extraction, false)).isEqualTo(verdict);
            }
        }
    }

    @Test
    void junkIsAPossibleReferenceToo() {
        Verifier verifier = verifier();
        for (String text : junk()) {
            if (text.length() <= 2_000) {
                Extraction extraction = verifier.extract("\\boxed{1}");
                assertThat(verifier.verify(Reference.MathAnswer.of(text), extraction, false))
                        .isNotNull();
            }
        }
    }

    @Test
    void aTextWithoutAnAnswerIsNoAnswer() {
        Verifier verifier = verifier();
        for (Reference reference : references()) {
            assertThat(verifier.verify(reference, verifier.extract(""), false).outcome())
                    .isEqualTo(Outcome.NO_ANSWER);
        }
    }

    @Test
    void theVersionIsStable() {
        assertThat(verifier().version()).isNotEmpty().isEqualTo(verifier().version());
    }
}
