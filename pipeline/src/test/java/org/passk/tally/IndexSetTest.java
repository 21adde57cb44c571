package org.passk.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSetTest {
    @Test
    void theUsualIndexesTakeOneByteEach() {
        IndexSet set = new IndexSet();
        for (int i = 0; i < 1024; i++) {
            assertThat(set.add(i)).isTrue();
        }
        assertThat(set.encode()).hasSize(1024);
        assertThat(set.add(17)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void behavesAsASetAndKeepsItsContentWhenEncoded(long seed) {
        Random random = new Random(seed);
        IndexSet set = new IndexSet();
        Set<Long> model = new TreeSet<>();
        for (int i = 0; i < 500; i++) {
            long index = random.nextLong() >>> (1 + random.nextInt(62));
            assertThat(set.add(index)).isEqualTo(model.add(index));
        }
        IndexSet copy = new IndexSet();
        copy.addAll(set.encode(), index -> fail("index " + index + " was not there"));
        assertThat(copy.size()).isEqualTo(model.size());
        Set<Long> repeated = new HashSet<>();
        copy.addAll(set.encode(), repeated::add);
        assertThat(repeated).isEqualTo(model);
        assertThat(copy.encode()).isEqualTo(set.encode());
        assertThat(copy.add(model.iterator().next())).isFalse();
    }

    @Test
    void rejectsNegativeIndexes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexSet().add(-1))
                .withMessage("index -1 is negative");
    }

    @Test
    void theSmallestIndexIsFoundInBothParts() {
        IndexSet set = new IndexSet();
        assertThat(set.smallest()).isEmpty();
        set.add(1L << 40);
        assertThat(set.smallest()).hasValue(1L << 40);
        set.add(7);
        assertThat(set.smallest()).hasValue(7);
    }
}
