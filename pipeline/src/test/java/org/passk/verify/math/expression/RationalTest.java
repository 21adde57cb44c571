package org.passk.verify.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RationalTest {
    private static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    @Test
    void isKeptInLowestTermsWithAPositiveDenominator() {
        assertThat(of(6, -4)).hasToString("-3/2").isEqualTo(of(-3, 2));
        assertThat(of(0, -7)).hasToString("0");
        assertThatThrownBy(() -> of(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void readsDecimalsExactly() {
        assertThat(Rational.of(new BigDecimal("0.125"))).isEqualTo(of(1, 8));
        assertThat(Rational.of(new BigDecimal("12E2"))).isEqualTo(Rational.integer(1_200));
    }

    @Test
    void knowsWhichFractionsHaveAFiniteDecimalForm() {
        assertThat(of(7, 80).terminates()).isTrue();
        assertThat(of(1, 1).terminates()).isTrue();
        assertThat(of(1, 6).terminates()).isFalse();
    }

    @Test
    void roundsToTheNearestDecimal() {
        assertThat(of(2, 3).rounded(3)).isEqualTo(of(667, 1_000));
        assertThat(of(-2, 3).rounded(3)).isEqualTo(of(-667, 1_000));
    }
}
