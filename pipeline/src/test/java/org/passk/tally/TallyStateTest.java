package org.passk.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.StoredVerdict;
import org.passk.model.Verdict;

class TallyStateTest {
    record Sample(Verdict verdict, boolean truncated, StoredVerdict stored, long hash) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theStateOfAListIsTheMergeOfItsPartsInAnyOrder(long seed) {
        Random random = new Random(seed);
        List<Sample> all = samples(random, 200);
        int cut = random.nextInt(all.size());
        TallyState left = of(all.subList(0, cut));
        TallyState right = of(all.subList(cut, all.size()));
        TallyState merged = new TallyState();
        merged.merge(right.counts(), right.textHashes());
        merged.merge(left.counts(), left.textHashes());
        assertSame(merged, of(all));
    }

    @Test
    void mergingWithAnEmptyTallyChangesNothing() {
        TallyState state = of(samples(new Random(7), 30));
        TallyState merged = of(samples(new Random(7), 30));
        TallyState empty = new TallyState();
        merged.merge(empty.counts(), empty.textHashes());
        assertSame(merged, state);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void whatIsTakenOutWasNeverThere(long seed) {
        Random random = new Random(seed);
        List<Sample> all = samples(random, 200);
        int cut = random.nextInt(all.size());
        TallyState state = of(all);
        TallyState left = of(all.subList(0, cut));
        state.subtract(left.counts(), left.textHashes());
        assertSame(state, of(all.subList(cut, all.size())));
    }

    @Test
    void aTextThatIsNotThereCannotBeTakenOut() {
        TallyState state = of(samples(new Random(8), 10));
        TallyState other = new TallyState();
        other.add(new Verdict(Outcome.CORRECT, Channel.BOXED, "r", "5", 0), false, StoredVerdict.ABSENT, -12345);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.subtract(other.counts(), other.textHashes()))
                .withMessageContaining("1 hashes");
    }

    @Test
    void everyOutcomeButFaultIsASample() {
        for (Outcome outcome : Outcome.values()) {
            TallyState state = new TallyState();
            state.add(new Verdict(outcome, Channel.BOXED, "r", "5", 0), true, StoredVerdict.RIGHT, 1);
            boolean sample = outcome != Outcome.FAULT;
            assertThat(state.samples()).as("%s", outcome).isEqualTo(sample ? 1 : 0);
            assertThat(state.get(Count.valueOf(outcome.name()))).isEqualTo(1);
            assertThat(state.get(Count.BOXED)).isEqualTo(sample ? 1 : 0);
            assertThat(state.get(Count.TRUNCATED)).isEqualTo(sample ? 1 : 0);
            assertThat(state.get(Count.STORED_DISAGREES)).isEqualTo(sample && outcome != Outcome.CORRECT ? 1 : 0);
        }
    }

    @Test
    void everyChannelHasItsCountAndItsCorrectCount() {
        for (Channel channel : Channel.values()) {
            TallyState state = new TallyState();
            state.add(new Verdict(Outcome.CORRECT, channel, "r", "5", 0), false, StoredVerdict.ABSENT, 1);
            state.add(new Verdict(Outcome.INCORRECT, channel, "r", "6", 0), false, StoredVerdict.WRONG, 2);
            if (channel == Channel.NONE) {
                assertThat(state.get(Count.BOXED) + state.get(Count.LAST_NUMBER))
                        .isZero();
            } else {
                assertThat(state.get(Count.valueOf(channel.name()))).isEqualTo(2);
                assertThat(state.get(Count.valueOf("CORRECT_" + channel.name())))
                        .isEqualTo(1);
            }
            assertThat(state.get(Count.STORED)).isEqualTo(1);
            assertThat(state.get(Count.STORED_CORRECT)).isZero();
        }
    }

    @Test
    void repeatedTextsAreCountedOnceEachAfterTheFirst() {
        TallyState state = new TallyState();
        for (long hash : new long[] {5, -5, 5, 5, 9}) {
            state.add(new Verdict(Outcome.CORRECT, Channel.BOXED, "r", "5", 0), false, StoredVerdict.ABSENT, hash);
        }
        assertThat(state.identicalText()).isEqualTo(2);
    }

    private static List<Sample> samples(Random random, int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Verdict verdict = new Verdict(
                    Outcome.values()[random.nextInt(Outcome.values().length)],
                    Channel.values()[random.nextInt(Channel.values().length)],
                    "r",
                    "a",
                    0);
            StoredVerdict stored = StoredVerdict.values()[random.nextInt(3)];
            samples.add(new Sample(verdict, random.nextBoolean(), stored, random.nextInt(50)));
        }
        return samples;
    }

    private static TallyState of(List<Sample> samples) {
        TallyState state = new TallyState();
        samples.forEach(s -> state.add(s.verdict, s.truncated, s.stored, s.hash));
        return state;
    }

    private static void assertSame(TallyState actual, TallyState expected) {
        assertThat(actual.counts()).isEqualTo(expected.counts());
        assertThat(actual.textHashes()).isEqualTo(expected.textHashes());
        assertThat(actual.identicalText()).isEqualTo(expected.identicalText());
    }
}
