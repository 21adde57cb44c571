package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.analysis.EntropyMatch.Point;

class EntropyMatchTest {
    private static final List<Point> RUNS =
            List.of(new Point("hot", 1.4, 0.8), new Point("cold", 0.6, 0.2), new Point("warm", 1.0, 0.4));

    @Test
    void theTemperatureIsInterpolatedBetweenItsNeighbours() {
        EntropyMatch match = EntropyMatch.of(0.5, RUNS).orElseThrow();
        assertThat(match.temperature()).isCloseTo(1.1, within(1e-15));
        assertThat(match.nearest()).isEqualTo("warm");
        assertThat(EntropyMatch.of(0.75, RUNS).orElseThrow().nearest()).isEqualTo("hot");
    }

    @Test
    void anExactMatchIsTheRunItself() {
        assertThat(EntropyMatch.of(0.8, RUNS)).contains(new EntropyMatch(1.4, "hot"));
        assertThat(EntropyMatch.of(0.2, RUNS)).contains(new EntropyMatch(0.6, "cold"));
    }

    @Test
    void nothingIsExtrapolated() {
        assertThat(EntropyMatch.of(0.81, RUNS)).isEmpty();
        assertThat(EntropyMatch.of(0.1, RUNS)).isEmpty();
        assertThat(EntropyMatch.of(0.1, List.of())).isEmpty();
    }
}
