package org.passk.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.verify.math.MathOptions;
import org.passk.verify.math.MathVerifier;

class SyntheticPlanTest {
    private static final Rates SOME = new Rates(0.02, 0.03, 0.05, 0.03, 0.03, 0.03, 0.001);

    @ParameterizedTest
    @CsvSource({
        // Table 2 of the paper: pass@1 and pass@256 in percent.
        "omni-math-train, base, -1, 9.9, 67.2",
        "omni-math-train, GRPO, -1, 26.1, 66.3",
        "omni-math-train, DAPO, -1, 31.4, 66.1",
        "omni-math-train, PPO, -1, 27.2, 65.8",
    })
    void theSuccessRatesHaveTheMeansOfThePaper(
            String dataset, String algorithm, long step, double passAt1, double passAt256) {
        SuccessRates.Row row =
                SuccessRates.ofThePaper().find(dataset, algorithm, step).orElseThrow();
        AbilityTable table = new AbilityTable(row.a(), row.b());
        double one = 0;
        double many = 0;
        double weights = 0;
        for (double z = -6; z <= 6; z += 0.001) {
            double weight = Math.exp(-z * z / 2);
            double p = table.rate(z);
            one += weight * p;
            many += weight * (1 - Math.pow(1 - p, 256));
            weights += weight;
        }
        assertThat(100 * one / weights).isCloseTo(passAt1, within(0.1));
        assertThat(100 * many / weights).isCloseTo(passAt256, within(0.3));
    }

    @Test
    void whatIsHardForOneModelIsHardForTheOther() {
        SyntheticPlan plan = Plans.plan(20_000, 1, RecordForm.LONG, Rates.NONE);
        double[][] abilities = new double[2][20_000];
        for (int run = 0; run < 2; run++) {
            for (int problem = 0; problem < 20_000; problem++) {
                abilities[run][problem] = plan.ability(plan.runs().get(run), problem);
            }
        }
        // Spearman's correlation of a Gaussian copula: 6/pi asin(rho/2).
        double expected = 6 / Math.PI * Math.asin(0.85 / 2);
        assertThat(new SpearmansCorrelation().correlation(abilities[0], abilities[1]))
                .isCloseTo(expected, within(0.02));
    }

    @Test
    void samplesAreRightAsOftenAsTheirAbilitySays() {
        SyntheticPlan plan = Plans.plan(2_000, 8, RecordForm.LONG, Rates.NONE);
        FileSet set = plan.sets().get(0);
        double expected = 0;
        int correct = 0;
        for (int problem = 0; problem < 2_000; problem++) {
            expected += 8 * plan.ability(set.run(), problem);
            for (int i = 0; i < 8; i++) {
                correct += plan.fate(set, problem, i).correct() ? 1 : 0;
            }
        }
        assertThat((double) correct).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }

    @ParameterizedTest
    @EnumSource(RecordForm.class)
    void theEntriesOfAllFilesAreAllSamplesAndTheirCopies(RecordForm form) {
        SyntheticPlan plan = Plans.plan(37, 6, form, SOME);
        for (FileSet set : plan.sets()) {
            long perProblem = form == RecordForm.WIDE ? 1 : 6;
            int[][] seen = new int[37][6];
            for (int file = 0; file < set.files(); file++) {
                for (long number = set.first(file); number < set.end(file); number++) {
                    FileSet.Entry entry = set.entry(number);
                    seen[entry.problem()][(int) entry.index()]++;
                }
            }
            long twice = 0;
            for (int problem = 0; problem < 37; problem++) {
                for (int i = 0; i < perProblem; i++) {
                    assertThat(seen[problem][i]).isEqualTo(set.copies(problem, i));
                    twice += seen[problem][i] - 1;
                }
            }
            assertThat(twice).isEqualTo((long) Math.ceil(37 * perProblem * 0.05));
        }
    }

    @Test
    void theHotProblemHasItsExtraSamples() {
        SyntheticStudy even = Plans.study(10, 4, RecordForm.LONG, Rates.NONE);
        SyntheticPlan plan = SyntheticPlan.of(new SyntheticStudy(
                even.name(),
                even.seed(),
                10,
                4,
                1,
                even.dataset(),
                List.of(),
                List.of(),
                List.of(0.6),
                even.forms(),
                even.packings(),
                100,
                0,
                0.85,
                1_000,
                Rates.NONE));
        Truth truth = new Truth(plan);
        long[] n = new long[10];
        for (int problem = 0; problem < 10; problem++) {
            int at = problem;
            truth.count(problem, (run, id, counts) -> n[at] = counts[0]);
        }
        assertThat(n).containsExactly(1_000, 4, 4, 4, 4, 4, 4, 4, 4, 4);
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordForm.class,
            names = {"LONG", "WIDE"})
    void aFileHasTheSameBytesWhoeverWritesIt(RecordForm form) throws IOException {
        byte[] first = bytes(Plans.plan(20, 6, form, SOME));
        assertThat(bytes(Plans.plan(20, 6, form, SOME))).isEqualTo(first);
        assertThat(first).hasSizeGreaterThan(50_000);
    }

    private static byte[] bytes(SyntheticPlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonLines(plan).problems(out);
        for (FileSet set : plan.sets()) {
            for (int file = 0; file < set.files(); file++) {
                new JsonLines(plan).generations(set, file, out);
            }
        }
        return out.toByteArray();
    }

    @Test
    void atLeastThreeAnswersInTenAreUnique() {
        SyntheticPlan plan = Plans.plan(100, 64, RecordForm.LONG, Rates.NONE);
        MathVerifier verifier = new MathVerifier(MathOptions.defaults());
        Texts texts = new Texts(plan);
        int samples = 0;
        int distinct = 0;
        for (FileSet set : plan.sets()) {
            for (int problem = 0; problem < 100; problem++) {
                Set<String> answers = new HashSet<>();
                for (int i = 0; i < 64; i++) {
                    Fate fate = plan.fate(set, problem, i);
                    answers.add(verifier.extract(texts.text(set, problem, fate)).answer());
                }
                samples += 64;
                distinct += answers.size();
            }
        }
        assertThat((double) distinct / samples).isGreaterThan(0.3);
    }

    @Test
    void theLengthsAreThoseOfPublishedAnswers() {
        int[] base = lengths(false);
        int[] trained = lengths(true);
        // Quantiles of 64,000 published answers each: 431 and 949, 534 and 1173.
        assertThat((double) base[5_000]).isCloseTo(431, within(20.0));
        assertThat((double) base[9_000]).isCloseTo(949, within(60.0));
        assertThat((double) trained[5_000]).isCloseTo(534, within(20.0));
        assertThat((double) trained[9_000]).isCloseTo(1173, within(60.0));
    }

    private static int[] lengths(boolean trained) {
        Lengths model = Lengths.of(trained, 0);
        int[] tokens = new int[10_000];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = model.tokens(Dice.of(3, i));
        }
        Arrays.sort(tokens);
        return tokens;
    }

    @Test
    void aTruncatedTextIsAsLongAsTheLimitAllows() {
        SyntheticPlan plan = Plans.plan(5, 4, RecordForm.LONG, new Rates(0, 0, 0, 0, 1, 0, 0));
        FileSet set = plan.sets().get(0);
        Fate fate = plan.fate(set, 1, 1);
        assertThat(fate.tokens()).isEqualTo(16_384);
        assertThat(new Texts(plan).text(set, 1, fate).length()).isBetween(44_000, 46_500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aime | GRPO | | the paper has no data set aime, expected one of omni-math-train",
                "math500 | SFT | | the paper has no algorithm SFT, expected some of GRPO, PPO",
                "math500 | GRPO | 7 | the paper has no step 7 of GRPO, expected some of [150, 300, 450]",
                "math500 | PPO | 150 | steps are given, but none of the algorithms is known by step",
            })
    void whatThePaperDoesNotHaveIsRefused(String dataset, String algorithm, Long step, String message) {
        SyntheticStudy study = Plans.study(5, 4, RecordForm.LONG, Rates.NONE);
        assertThatThrownBy(() -> SyntheticPlan.of(new SyntheticStudy(
                        study.name(),
                        1,
                        5,
                        4,
                        1,
                        dataset,
                        List.of(algorithm),
                        step == null ? List.of() : List.of(step),
                        List.of(0.6),
                        study.forms(),
                        study.packings(),
                        10,
                        0,
                        0.85,
                        0,
                        Rates.NONE)))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.CONFIGURATION))
                .hasMessageContaining(message);
    }

    @Test
    void sharesOfOneFateHaveToFitTogether() {
        assertThatThrownBy(() -> new Rates(0.5, 0.6, 0, 0, 0, 0, 0)).hasMessageContaining("not in [0, 1]");
        assertThatThrownBy(() -> new Rates(0, -0.1, 0, 0, 0, 0, 0)).hasMessageContaining("malformed is -0.1");
    }
}
