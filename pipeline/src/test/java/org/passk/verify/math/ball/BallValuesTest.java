package org.passk.verify.math.ball;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values by mpmath 1.3.0 (src/test/python/ball_values.py), 60 digits each. */
class BallValuesTest {
    private static final int DIGITS = 60;
    private static final BigDecimal NOISE = new BigDecimal("1e-120");

    static List<String> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BallValuesTest.class.getResourceAsStream("values.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @Test
    void theTableIsThere() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(700);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void valuesOfAnotherProgramAreFound(String row) {
        for (int bits : new int[] {64, 256, 1024}) {
            ComplexBall found = evaluate(row.split(","), bits);
            String[] cells = row.split(",");
            BigDecimal re = new BigDecimal(cells[cells.length - 2]);
            BigDecimal im = new BigDecimal(cells[cells.length - 1]);
            check(found.re(), re, im, bits);
            check(found.im(), im, re, bits);
        }
    }

    /** The ball and the decimal number, known within one unit of its last digit, have a point in common. */
    private static void check(Ball found, BigDecimal value, BigDecimal other, int bits) {
        assertThat(found.isFinite()).isTrue();
        if (value.abs().compareTo(other.abs().multiply(NOISE)) <= 0) {
            // Rounding noise of the other program, where the exact value is zero.
            assertThat(found.containsZero()).isTrue();
            assertThat(found.log2UpperBound()).isLessThan(40 - bits);
            return;
        }
        BigDecimal unit = value.ulp().max(value.abs().movePointLeft(DIGITS - 2));
        assertThat(found.overlaps(interval(value, unit)))
                .as(found + " and " + value)
                .isTrue();
        assertThat(found.accuracyBits()).isGreaterThan(bits - 18L);
    }

    private static Ball interval(BigDecimal value, BigDecimal unit) {
        Ball middle = ratio(value);
        Ball room = ratio(unit);
        return Arithmetic.widen(middle, room.upper());
    }

    private static Ball ratio(BigDecimal value) {
        return value.scale() >= 0
                ? Ball.ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()), 2048)
                : Ball.of(value.toBigIntegerExact());
    }

    private static Ball ratio(String text, int bits) {
        String[] parts = text.split("/");
        BigInteger denominator = parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]);
        return Ball.ratio(new BigInteger(parts[0]), denominator, bits);
    }

    private static ComplexBall evaluate(String[] row, int bits) {
        // Arguments are much finer than the result, so that ill-conditioned points lose nothing.
        int fine = bits + 512;
        ComplexBall z = ComplexBall.of(ratio(row[1], fine), ratio(row[2], fine));
        return switch (row[0]) {
            case "power" -> z.power(ComplexBall.of(ratio(row[3], fine), ratio(row[4], fine)), bits);
            case "atan2" -> ComplexBall.of(Ball.atan2(z.re(), ratio(row[3], fine), bits));
            case "root3" -> z.root(3, bits);
            case "root7" -> z.root(7, bits);
            case "power5" -> z.power(5, bits);
            case "power-3" -> z.power(-3, bits);
            case "abs" -> z.abs(bits);
            case "arg" -> z.arg(bits);
            default -> ComplexCase.valueOf(row[0].toUpperCase(Locale.ROOT)).at(z, bits);
        };
    }
}
