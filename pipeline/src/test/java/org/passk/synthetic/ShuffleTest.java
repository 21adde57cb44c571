package org.passk.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 10, 97, 500, 32_010, 65_536})
    void everyPlaceIsTakenOnceAndFoundAgain(long size) {
        Shuffle shuffle = new Shuffle(size, Dice.of(1, size));
        BitSet taken = new BitSet();
        for (long i = 0; i < size; i++) {
            long place = shuffle.at(i);
            taken.set((int) place);
            assertThat(shuffle.indexOf(place)).isEqualTo(i);
        }
        assertThat(taken.cardinality()).isEqualTo((int) size);
    }

    @Test
    void theLargestSizeDoesNotOverflow() {
        Shuffle shuffle = new Shuffle(Shuffle.MAX_SIZE, Dice.of(5));
        for (long i = Shuffle.MAX_SIZE - 1000; i < Shuffle.MAX_SIZE; i++) {
            assertThat(shuffle.at(i)).isBetween(0L, Shuffle.MAX_SIZE - 1);
            assertThat(shuffle.indexOf(shuffle.at(i))).isEqualTo(i);
        }
    }

    @Test
    void neighboursAreScattered() {
        Shuffle shuffle = new Shuffle(100_000, Dice.of(6));
        for (long i = 0; i < 1_000; i++) {
            assertThat(Math.abs(shuffle.at(i + 1) - shuffle.at(i))).isGreaterThan(10_000);
        }
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Shuffle(0, Dice.of(1))).hasMessageContaining("size 0");
        assertThatThrownBy(() -> new Shuffle(Shuffle.MAX_SIZE + 1, Dice.of(1))).hasMessageContaining("not in");
    }
}
