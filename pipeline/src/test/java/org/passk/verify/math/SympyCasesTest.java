package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

/** Pairs whose equality or difference SymPy and mpmath prove; make_sympy_cases.py beside the table makes them. */
class SympyCasesTest {
    private static final MathVerifier VERIFIER = new MathVerifier(MathOptions.defaults());

    /** Pairs that are equal and not decided, by family: as many as are reached, and never more. */
    private static final Map<String, Integer> UNDECIDED = Map.of("coincidence", 2);

    /** One line of the table. */
    private record Pair(String family, boolean equal, String reference, String answer) {
        static Pair of(String line) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 4 || !columns[1].matches("true|false")) {
                throw new IllegalArgumentException("not family, true or false, reference, answer: " + line);
            }
            return new Pair(columns[0], columns[1].equals("true"), columns[2], columns[3]);
        }

        Verdict verdict() {
            return VERIFIER.verify(
                    Reference.MathAnswer.of(reference), new Extraction(Channel.BOXED, answer, false), false);
        }

        String described(Verdict verdict) {
            return family + ": " + reference + " | " + answer + " -> " + verdict.outcome() + " " + verdict.rule();
        }
    }

    private static List<Pair> pairs() {
        InputStream table = SympyCasesTest.class.getResourceAsStream("sympy_cases.tsv");
        assertThat(table).isNotNull();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines().map(Pair::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noPairThatIsProvenDifferentIsCorrect() {
        List<String> wrong = new ArrayList<>();
        int different = 0;
        for (Pair pair : pairs()) {
            if (!pair.equal) {
                different++;
                Verdict verdict = pair.verdict();
                if (verdict.outcome() == Outcome.CORRECT) {
                    wrong.add(pair.described(verdict));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(different).isGreaterThan(2_000);
    }

    @Test
    void everyPairThatIsProvenEqualIsCorrectOrOfAFamilyThatIsKnownToBeUndecided() {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> undecided = new TreeMap<>();
        int equal = 0;
        for (Pair pair : pairs()) {
            if (pair.equal) {
                equal++;
                Verdict verdict = pair.verdict();
                if (verdict.outcome() == Outcome.UNDECIDED) {
                    undecided.merge(pair.family, 1, Integer::sum);
                } else if (verdict.outcome() != Outcome.CORRECT) {
                    wrong.add(pair.described(verdict));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(undecided).isEqualTo(UNDECIDED);
        assertThat(equal).isGreaterThan(2_000);
    }
}
