package org.passk.verify.math.ball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplexBallTest {
    private static final Ball AROUND_ZERO =
            Ball.of(3).sin(64).subtract(Ball.of(3).sin(64), 64);
    private static final ComplexBall HALF = ComplexBall.of(Ball.ONE.scale(-1));

    /** -2 with an imaginary part that may be positive or negative. */
    private static final ComplexBall ACROSS = ComplexBall.of(Ball.of(-2), AROUND_ZERO);

    @ParameterizedTest
    @EnumSource
    void nothingKnownStaysNothingKnown(ComplexCase function) {
        assertThat(function.at(ComplexBall.INDETERMINATE, 64).isFinite()).isFalse();
    }

    @Test
    void realFunctionsOfRealNumbersAreExactlyReal() {
        assertThat(ComplexBall.of(2).sqrt(64).isReal()).isTrue();
        assertThat(ComplexBall.of(3).log(64).isReal()).isTrue();
        assertThat(ComplexBall.of(2).power(HALF, 64).isReal()).isTrue();
        assertThat(ComplexBall.of(2).power(ComplexBall.of(Ball.pi(64)), 64).isReal())
                .isTrue();
        assertThat(HALF.asin(64).isReal()).isTrue();
        assertThat(HALF.acos(64).isReal()).isTrue();
        assertThat(HALF.atanh(64).isReal()).isTrue();
        assertThat(ComplexBall.ONE.acosh(64).isExactZero()).isTrue();
        assertThat(ComplexBall.of(5).acosh(64).isReal()).isTrue();
        assertThat(ComplexBall.of(5).asinh(64).isReal()).isTrue();
        assertThat(ComplexBall.of(5).sinh(64).isReal()).isTrue();
        assertThat(ComplexBall.of(5).cosh(64).isReal()).isTrue();
        assertThat(ComplexBall.of(5).tanh(64).isReal()).isTrue();
        assertThat(ComplexBall.of(5).atan(64).isReal()).isTrue();
        assertThat(ComplexBall.of(5).exp(64).isReal()).isTrue();
        assertThat(ComplexBall.of(5).tan(64).isReal()).isTrue();
        assertThat(ComplexBall.of(5).root(3, 64).isReal()).isTrue();
        assertThat(ComplexBall.of(-5).power(3, 64).isReal()).isTrue();
        assertThat(ComplexBall.of(-5).abs(64).isReal()).isTrue();
        assertThat(ComplexBall.of(-4).sqrt(64).re().isExactZero()).isTrue();
        assertThat(ComplexBall.of(-4).power(HALF, 64).im().exactInteger(8)).isPresent();
        assertThat(ComplexBall.I.square(64).isReal()).isTrue();
        assertThat(ComplexBall.I.abs(64).re().exactInteger(8)).isPresent();
        assertThat(ComplexBall.I.tan(64).re().isExactZero()).isTrue();
        assertThat(ComplexBall.I.asin(64).re().isExactZero()).isTrue();
    }

    @Test
    void aRectangleAcrossACutDecidesNothing() {
        assertThat(ACROSS.sqrt(64).isFinite()).isFalse();
        assertThat(ACROSS.log(64).isFinite()).isFalse();
        assertThat(ACROSS.arg(64).isFinite()).isFalse();
        assertThat(ACROSS.root(3, 64).isFinite()).isFalse();
        assertThat(ACROSS.power(HALF, 64).isFinite()).isFalse();
        assertThat(ACROSS.asin(64).isFinite()).isFalse();
        assertThat(ACROSS.acos(64).isFinite()).isFalse();
        assertThat(ACROSS.acosh(64).isFinite()).isFalse();
        assertThat(ACROSS.atanh(64).isFinite()).isFalse();
        assertThat(ACROSS.timesI().atan(64).isFinite()).isFalse();
        assertThat(ACROSS.timesI().asinh(64).isFinite()).isFalse();
        assertThat(ACROSS.exp(64).isFinite()).isTrue();
        assertThat(ACROSS.square(64).isFinite()).isTrue();
        assertThat(ACROSS.negate().sqrt(64).isFinite()).isTrue();
    }

    @Test
    void zeroIsSpecial() {
        ComplexBall near = ComplexBall.of(AROUND_ZERO, AROUND_ZERO);
        assertThat(ComplexBall.ZERO.power(HALF, 64).isExactZero()).isTrue();
        assertThat(ComplexBall.ZERO.power(ComplexBall.ZERO, 64).isFinite()).isFalse();
        assertThat(ComplexBall.ZERO.power(ComplexBall.I, 64).isFinite()).isFalse();
        assertThat(ComplexBall.ZERO.root(3, 64).isExactZero()).isTrue();
        assertThat(ComplexBall.ZERO.log(64).isFinite()).isFalse();
        assertThat(ComplexBall.ONE.divide(ComplexBall.ZERO, 64).isFinite()).isFalse();
        assertThat(ComplexBall.ONE.divide(near, 64).isFinite()).isFalse();
        assertThat(near.power(0, 64).isFinite()).isFalse();
        assertThat(ComplexBall.I.power(0, 64).re().exactInteger(8)).isPresent();
        assertThat(near.sqrt(64).isFinite()).isTrue();
        assertThat(near.containsZero()).isTrue();
        assertThat(near.isExactZero()).isFalse();
        assertThat(ComplexBall.of(AROUND_ZERO).sqrt(64).isFinite()).isTrue();
        assertThat(ComplexBall.of(AROUND_ZERO.abs()).sqrt(64).isReal()).isTrue();
        assertThat(ComplexBall.of(AROUND_ZERO).root(3, 64).isFinite()).isFalse();
        assertThat(near.abs(64).re().isFinite()).isTrue();
        assertThat(ComplexBall.of(Ball.ONE, Ball.INDETERMINATE).isFinite()).isFalse();
        assertThat(ComplexBall.of(Ball.INDETERMINATE, Ball.ONE).isFinite()).isFalse();
    }

    @Test
    void anglesBesideTheCutDifferByAFullTurn() {
        Ball tiny = Ball.ONE.scale(-200);
        ComplexBall above = ComplexBall.of(Ball.of(-1), tiny).log(64);
        ComplexBall below = ComplexBall.of(Ball.of(-1), tiny.negate()).log(64);
        assertThat(above.overlaps(ComplexBall.of(-1).log(64))).isTrue();
        assertThat(below.overlaps(ComplexBall.of(-1).log(64))).isFalse();
        assertThat(above.conj().overlaps(below)).isTrue();
    }

    @Test
    void identitiesHoldTightly() {
        int bits = 128;
        ComplexBall z =
                ComplexBall.of(Ball.of(3).divide(Ball.of(7), bits), Ball.of(-11).divide(Ball.of(5), bits));
        zero(z.sin(bits).square(bits).add(z.cos(bits).square(bits), bits).subtract(ComplexBall.ONE, bits));
        zero(z.cosh(bits).square(bits).subtract(z.sinh(bits).square(bits), bits).subtract(ComplexBall.ONE, bits));
        zero(z.log(bits).exp(bits).subtract(z, bits));
        zero(z.atan(bits).tan(bits).subtract(z, bits));
        zero(z.tanh(bits).subtract(z.sinh(bits).divide(z.cosh(bits), bits), bits));
        zero(z.root(5, bits).power(5, bits).subtract(z, bits));
        zero(z.root(1, bits).subtract(z, bits));
        zero(z.root(2, bits).square(bits).subtract(z, bits));
        zero(z.power(ComplexBall.of(-3), bits).multiply(z.power(3, bits), bits).subtract(ComplexBall.ONE, bits));
        zero(ComplexBall.of(Ball.pi(bits)).timesI().exp(bits).add(ComplexBall.ONE, bits));
    }

    private static void zero(ComplexBall z) {
        assertThat(z.containsZero()).isTrue();
        assertThat(z.re().log2UpperBound()).isLessThan(-108);
        assertThat(z.im().log2UpperBound()).isLessThan(-108);
    }

    @Test
    void theHighestPrecisionIsAllowedEverywhere() {
        ComplexBall z = ComplexBall.of(Ball.of(2), Ball.of(3));
        assertThat(z.asin(Ball.MOST_BITS).re().accuracyBits()).isGreaterThan(Ball.MOST_BITS - 16);
    }

    @Test
    void messagesAreReadable() {
        assertThat(ComplexBall.I).hasToString("(0.0) + (1.0) i");
        assertThat(ComplexBall.INDETERMINATE).hasToString("indeterminate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComplexBall.I.root(0, 64))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComplexBall.I.exp(8))
                .withMessageContaining("8");
    }
}
