package org.passk.verify.math.ball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BallTest {
    /** Holds zero without being zero. */
    private static final Ball AROUND_ZERO =
            Ball.of(3).sin(64).subtract(Ball.of(3).sin(64), 64);

    /** Its square is close to the largest number. */
    private static final Ball HUGE = Ball.of(1).scale((1 << 25) - 1);

    private static final Ball TINY = Ball.of(1).scale(-(1 << 25));

    private static Ball third(int bits) {
        return Ball.ratio(BigInteger.ONE, BigInteger.valueOf(3), bits);
    }

    @ParameterizedTest
    @EnumSource
    void nothingKnownStaysNothingKnown(RealCase function) {
        assertThat(function.at(Ball.INDETERMINATE, 64).isFinite()).isFalse();
    }

    @Test
    void nothingKnownStaysNothingKnownWithTwoOperands() {
        Ball none = Ball.INDETERMINATE;
        assertThat(Ball.ZERO.multiply(none, 64).isFinite()).isFalse();
        assertThat(none.multiply(Ball.ZERO, 64).isFinite()).isFalse();
        assertThat(Ball.ONE.add(none, 64).isFinite()).isFalse();
        assertThat(Ball.atan2(none, Ball.ONE, 64).isFinite()).isFalse();
        assertThat(Ball.atan2(Ball.ONE, none, 64).isFinite()).isFalse();
        assertThat(Ball.ONE.max(none, 64).isFinite()).isFalse();
        assertThat(none.floor().isFinite()).isFalse();
        assertThat(none.negate().isFinite()).isFalse();
        assertThat(none.root(5, 64).isFinite()).isFalse();
        assertThat(none.root(1, 64).isFinite()).isFalse();
        assertThat(none.scale(3).isFinite()).isFalse();
        assertThat(none.sign()).isEqualTo(Sign.UNKNOWN);
        assertThat(none.containsZero()).isTrue();
        assertThat(none.overlaps(Ball.ONE)).isTrue();
        assertThat(none.contains(BigInteger.TEN)).isTrue();
        assertThat(none.encloses(Ball.ONE)).isTrue();
        assertThat(Ball.ONE.encloses(none)).isFalse();
        assertThat(none.decimal(3)).isEmpty();
        assertThat(none.doubleValue()).isNaN();
        assertThat(none.accuracyBits()).isEqualTo(Long.MIN_VALUE);
        assertThat(none.log2UpperBound()).isEqualTo(Long.MAX_VALUE);
        assertThat(none.log2LowerBound()).isEqualTo(Long.MIN_VALUE);
        assertThat(none.exactInteger(10)).isEmpty();
        assertThat(none).hasToString("indeterminate");
    }

    @Test
    void integersAndDyadicsStayExact() {
        assertThat(Ball.of(3).add(Ball.of(4), 64).exactInteger(64)).contains(BigInteger.valueOf(7));
        assertThat(Ball.of(3).multiply(Ball.of(-4), 64).exactInteger(64)).contains(BigInteger.valueOf(-12));
        assertThat(Ball.of(12).divide(Ball.of(-4), 64).exactInteger(64)).contains(BigInteger.valueOf(-3));
        assertThat(Ball.of(7).divide(Ball.of(8), 64).isExact()).isTrue();
        assertThat(Ball.of(7).divide(Ball.of(8), 64).exactInteger(64)).isEmpty();
        assertThat(Ball.of(1).divide(Ball.of(3), 64).isExact()).isFalse();
        assertThat(Ball.of(5).subtract(Ball.of(5), 64).isExactZero()).isTrue();
        assertThat(Ball.of(3).power(40, 64).exactInteger(64))
                .contains(BigInteger.valueOf(3).pow(40));
        assertThat(Ball.of(2).power(-3, 64).doubleValue()).isEqualTo(0.125);
        assertThat(Ball.of(3).power(41, 64).isExact()).isFalse();
        assertThat(Ball.of(BigInteger.ONE.shiftLeft(5000)).exactInteger(64)).isEmpty();
        assertThat(Ball.ZERO.divide(third(64), 64).isExactZero()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "27,3,3",
        "-32,5,-2",
        "1024,10,2",
        "144,2,12",
        "1,7,1",
        "0,4,0",
        "1000000007,1,1000000007",
        "-1,2147483647,-1"
    })
    void rootsOfPowersAreExact(long power, int degree, long root) {
        assertThat(Ball.of(power).root(degree, 64).exactInteger(64)).contains(BigInteger.valueOf(root));
    }

    @Test
    void rootsOfLongIntegersAreEnclosed() {
        BigInteger root = BigInteger.TEN.pow(300).add(BigInteger.ONE);
        for (int bits : new int[] {32, 64, 996, 997, 998, 1024}) {
            Ball found = Ball.of(root.pow(2)).sqrt(bits);
            assertThat(found.contains(root)).isTrue();
            assertThat(found.isExact()).isEqualTo(root.bitLength() <= bits);
            assertThat(found.accuracyBits()).isGreaterThan(bits - 4L);
        }
    }

    @Test
    void rootsOfOtherNumbersAreNot() {
        assertThat(Ball.of(28).root(3, 64).isExact()).isFalse();
        assertThat(Ball.of(-2).sqrt(64).isFinite()).isFalse();
        assertThat(Ball.of(-2).root(4, 64).isFinite()).isFalse();
        assertThat(AROUND_ZERO.sqrt(64).isFinite()).isFalse();
        assertThat(AROUND_ZERO.root(4, 64).isFinite()).isFalse();
        assertThat(AROUND_ZERO.root(5, 64).isFinite()).isTrue();
        assertThat(AROUND_ZERO.abs().root(4, 64).isFinite()).isTrue();
        assertThat(AROUND_ZERO.square(64).sqrt(64).isFinite()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ball.ONE.root(0, 64))
                .withMessageContaining("0");
    }

    @Test
    void valuesAtZeroAndOneAreExact() {
        assertThat(Ball.ZERO.exp(64).exactInteger(8)).contains(BigInteger.ONE);
        assertThat(Ball.ONE.log(64).isExactZero()).isTrue();
        assertThat(Ball.ZERO.sin(64).isExactZero()).isTrue();
        assertThat(Ball.ZERO.cos(64).exactInteger(8)).contains(BigInteger.ONE);
        assertThat(Ball.ZERO.tan(64).isExactZero()).isTrue();
        assertThat(Ball.ZERO.asin(64).isExactZero()).isTrue();
        assertThat(Ball.ONE.acos(64).isExactZero()).isTrue();
        assertThat(Ball.ZERO.atan(64).isExactZero()).isTrue();
        assertThat(Ball.ZERO.sinh(64).isExactZero()).isTrue();
        assertThat(Ball.ZERO.cosh(64).exactInteger(8)).contains(BigInteger.ONE);
        assertThat(Ball.ZERO.asinh(64).isExactZero()).isTrue();
        assertThat(Ball.ONE.acosh(64).isExactZero()).isTrue();
        assertThat(Ball.ZERO.atanh(64).isExactZero()).isTrue();
    }

    @Test
    void outsideOfADomainNothingIsKnown() {
        assertThat(Ball.ONE.divide(Ball.ZERO, 64).isFinite()).isFalse();
        assertThat(Ball.ONE.divide(AROUND_ZERO, 64).isFinite()).isFalse();
        assertThat(Ball.ZERO.log(64).isFinite()).isFalse();
        assertThat(Ball.of(-1).log(64).isFinite()).isFalse();
        assertThat(Ball.of(2).asin(64).isFinite()).isFalse();
        assertThat(Ball.of(-2).acos(64).isFinite()).isFalse();
        assertThat(Ball.ZERO.acosh(64).isFinite()).isFalse();
        assertThat(Ball.ONE.atanh(64).isFinite()).isFalse();
        assertThat(Ball.of(-1).atanh(64).isFinite()).isFalse();
        assertThat(Ball.pi(64).scale(-1).tan(64).isFinite()).isFalse();
        assertThat(Ball.ZERO.power(0, 64).isFinite()).isFalse();
        assertThat(AROUND_ZERO.power(0, 64).isFinite()).isFalse();
        assertThat(Ball.ZERO.power(5, 64).isExactZero()).isTrue();
        assertThat(Ball.ZERO.power(-5, 64).isFinite()).isFalse();
        assertThat(Ball.of(2).power(0, 64).exactInteger(8)).contains(BigInteger.ONE);
        assertThat(Ball.atan2(Ball.ZERO, Ball.ZERO, 64).isFinite()).isFalse();
        assertThat(Ball.atan2(AROUND_ZERO, Ball.of(-1), 64).isFinite()).isFalse();
        assertThat(Ball.atan2(AROUND_ZERO, AROUND_ZERO, 64).isFinite()).isFalse();
    }

    @Test
    void hugeAndTinyNumbersAreBounded() {
        assertThat(HUGE.multiply(HUGE, 64).isFinite()).isTrue();
        assertThat(HUGE.multiply(HUGE, 64).scale(2).isFinite()).isFalse();
        assertThat(TINY.multiply(TINY, 64).multiply(TINY, 64).sign()).isEqualTo(Sign.UNKNOWN);
        assertThat(TINY.multiply(TINY, 64).multiply(TINY, 64).isFinite()).isTrue();
        assertThat(HUGE.add(TINY, 64).sign()).isEqualTo(Sign.POSITIVE);
        assertThat(TINY.add(HUGE, 64).isExact()).isFalse();
        assertThat(HUGE.exp(64).isFinite()).isFalse();
        assertThat(HUGE.negate().exp(64).log2UpperBound()).isLessThan(-(1 << 25) + 2);
        assertThat(HUGE.negate().add(AROUND_ZERO, 64).exp(64).isFinite()).isTrue();
        assertThat(Ball.of(1L << 25).add(Ball.ONE, 64).exp(64).isFinite()).isFalse();
        assertThat(Ball.of(-(1L << 26) + 5).exp(64).isFinite()).isTrue();
        assertThat(HUGE.sin(64).log2UpperBound()).isLessThanOrEqualTo(1);
        assertThat(HUGE.tan(64).isFinite()).isFalse();
        assertThat(HUGE.tanh(64).subtract(Ball.ONE, 64).log2UpperBound()).isLessThan(-60);
        assertThat(HUGE.negate().atan(64).add(Ball.pi(64).scale(-1), 64).log2UpperBound())
                .isLessThan(-60);
        assertThat(HUGE.log(64).accuracyBits()).isGreaterThan(50);
        assertThat(TINY.log(64).sign()).isEqualTo(Sign.NEGATIVE);
        assertThat(HUGE.scale(1).sqrt(64).isExact()).isTrue();
        assertThat(HUGE.asinh(64).isFinite()).isTrue();
        assertThat(HUGE.floor().isExact()).isTrue();
        assertThat(HUGE.add(AROUND_ZERO, 64).floor().isFinite()).isFalse();
        assertThat(TINY.floor().isFinite()).isFalse();
        assertThat(TINY.sin(64).overlaps(TINY)).isTrue();
        assertThat(TINY.sinh(64).sign()).isEqualTo(Sign.POSITIVE);
        assertThat(TINY.cosh(64).overlaps(Ball.ONE)).isTrue();
        assertThat(TINY.exp(64).overlaps(Ball.ONE)).isTrue();
        assertThat(TINY.atan(64).sign()).isEqualTo(Sign.POSITIVE);
        assertThat(TINY.asinh(64).sign()).isEqualTo(Sign.POSITIVE);
        assertThat(Ball.of(3).power(Integer.MIN_VALUE, 64).isFinite()).isFalse();
        assertThat(HUGE.doubleValue()).isInfinite();
        assertThat(TINY.doubleValue()).isZero();
        assertThat(HUGE.decimal(5)).hasValueSatisfying(text -> assertThat(text).endsWith("e+10100890"));
    }

    @Test
    void signsAndBoundsAreProven() {
        assertThat(third(64).sign()).isEqualTo(Sign.POSITIVE);
        assertThat(third(64).negate().sign()).isEqualTo(Sign.NEGATIVE);
        assertThat(Ball.ZERO.sign()).isEqualTo(Sign.ZERO);
        assertThat(AROUND_ZERO.sign()).isEqualTo(Sign.UNKNOWN);
        assertThat(third(64).contains(BigInteger.ONE, BigInteger.valueOf(3))).isTrue();
        assertThat(third(64)
                        .contains(
                                BigInteger.ONE.shiftLeft(80),
                                BigInteger.valueOf(3).shiftLeft(80).add(BigInteger.ONE.shiftLeft(40))))
                .isFalse();
        assertThat(Ball.of(7).contains(BigInteger.valueOf(7))).isTrue();
        assertThat(Ball.of(7).contains(BigInteger.valueOf(6))).isFalse();
        assertThat(Ball.of(1024).contains(BigInteger.valueOf(-2048), BigInteger.valueOf(-2)))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Ball.ONE.contains(BigInteger.ONE, BigInteger.ZERO));
        assertThat(third(64).overlaps(third(512))).isTrue();
        assertThat(third(64).overlaps(Ball.ratio(BigInteger.valueOf(333_333_333), BigInteger.TEN.pow(9), 64)))
                .isFalse();
        assertThat(third(64).log2UpperBound()).isEqualTo(-1);
        assertThat(third(64).log2LowerBound()).isEqualTo(-2);
        assertThat(Ball.ZERO.log2UpperBound()).isEqualTo(Long.MIN_VALUE);
        assertThat(Ball.ZERO.log2LowerBound()).isEqualTo(Long.MIN_VALUE);
        assertThat(third(64).accuracyBits()).isBetween(60L, 70L);
        assertThat(AROUND_ZERO.accuracyBits()).isEqualTo(Long.MIN_VALUE);
        assertThat(Ball.ONE.accuracyBits()).isEqualTo(Long.MAX_VALUE);
        assertThat(third(64).doubleValue()).isEqualTo(1 / 3.0);
        assertThat(third(64)).hasToString("0.3333333333333333 +/- 2^-64");
        assertThat(Ball.of(3)).hasToString("3.0");
        assertThat(third(64).negate().abs().sign()).isEqualTo(Sign.POSITIVE);
        assertThat(Ball.of(2).max(Ball.of(3), 64).doubleValue()).isEqualTo(3);
        assertThat(Ball.of(2).min(Ball.of(3), 64).doubleValue()).isEqualTo(2);
        assertThat(Ball.of(3).max(Ball.of(3), 64).isExact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 65_537, -1})
    void aPrecisionOutOfRangeIsRefused(int bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ball.pi(bits))
                .withMessage("precision " + bits + " is not in [32, 65536]");
    }

    @Test
    void identitiesHoldTightly() {
        for (int bits : new int[] {64, 128, 1024, 5000, 65_536}) {
            Ball x = Ball.of(10).divide(Ball.of(7), bits);
            Ball unit = x.sin(bits).square(bits).add(x.cos(bits).square(bits), bits);
            zero(unit.subtract(Ball.ONE, bits), bits);
            zero(x.log(bits).exp(bits).subtract(x, bits), bits);
            if (bits < 6000) {
                zero(x.atan(bits).tan(bits).subtract(x, bits), bits);
                zero(x.sinh(bits).asinh(bits).subtract(x, bits), bits);
                zero(x.cosh(bits).acosh(bits).subtract(x, bits), bits);
                zero(x.tanh(bits).atanh(bits).subtract(x, bits), bits - 8);
                zero(x.root(5, bits).power(5, bits).subtract(x, bits), bits);
            }
            zero(Ball.pi(bits).sin(bits), bits);
            zero(Ball.e(bits).log(bits).subtract(Ball.ONE, bits), bits);
        }
    }

    private static void zero(Ball x, int bits) {
        assertThat(x.containsZero()).isTrue();
        assertThat(x.log2UpperBound()).isLessThan(12 - bits);
    }

    /** The first digits of pi, e and log 2 in the OEIS: A000796, A001113, A002162. */
    @Test
    void digitsAreThoseOfTheTables() {
        assertThat(Ball.pi(256).decimal(50)).contains("3.1415926535897932384626433832795028841971693993751");
        assertThat(Ball.e(256).decimal(50)).contains("2.7182818284590452353602874713526624977572470937000");
        assertThat(Ball.of(2).log(256).decimal(50)).contains("0.69314718055994530941723212145817656807550013436026");
        assertThat(Ball.pi(64).decimal(50)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1,2,1,0.5",
        "5,2,1,2",
        "7,2,1,4",
        "-5,2,1,-2",
        "1,3,5,0.33333",
        "-2,3,5,-0.66667",
        "120,1,3,120",
        "120,1,2,1.2e+2",
        "120,1,4,120.0",
        "1,10000000,2,0.00000010",
        "1,100000000,2,1.0e-8",
        "1,1000000000,1,1e-9",
        "9996,1000,3,10.0",
        "9994,1000,3,9.99",
        "1,1,1,1",
        "99999,100000,2,1.0",
        "12345,1,1,1e+4",
        "25,1,1,2e+1",
        "35,1,1,4e+1"
    })
    void decimalsRoundHalfToEven(long numerator, long denominator, int digits, String text) {
        for (int bits : new int[] {64, 128, 2048}) {
            Ball x = Ball.ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), bits);
            assertThat(x.decimal(digits)).contains(text);
        }
    }

    @Test
    void decimalsThatAreNotProvenAreAbsent() {
        // In [9.94, 9.96]: 9.9 or 10.
        Ball open =
                Arithmetic.widen(Ball.ratio(BigInteger.valueOf(995), BigInteger.valueOf(100), 64), Magnitude.power(-7));
        assertThat(open.decimal(2)).isEmpty();
        assertThat(open.decimal(1)).contains("1e+1");
        assertThat(AROUND_ZERO.decimal(3)).isEmpty();
        assertThat(Ball.ZERO.decimal(3)).contains("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ball.ONE.decimal(0))
                .withMessageContaining("10000");
    }

    @Test
    void decimalsAgreeWithBigDecimal() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            double value = Math.scalb(random.nextDouble(0.5, 1), random.nextInt(-60, 60));
            int digits = random.nextInt(1, 30);
            BigDecimal expected = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            Ball x = Ball.of((long) Math.scalb(value, 53 - Math.getExponent(value)))
                    .scale(Math.getExponent(value) - 53);
            assertThat(new BigDecimal(x.decimal(digits).orElseThrow())).isEqualByComparingTo(expected);
            assertThat(x.divide(Ball.of(3), 1024)
                            .decimal(digits)
                            .map(BigDecimal::new)
                            .orElseThrow())
                    .isEqualByComparingTo(new BigDecimal(value)
                            .divide(BigDecimal.valueOf(3), new MathContext(digits, RoundingMode.HALF_EVEN)));
        }
    }

    @Test
    void floorsAreExactOrLeftOpen() {
        assertThat(Ball.of(7).divide(Ball.of(-2), 64).floor().doubleValue()).isEqualTo(-4);
        assertThat(Ball.of(7).divide(Ball.of(-2), 64).ceil().doubleValue()).isEqualTo(-3);
        assertThat(third(64).ceil().doubleValue()).isEqualTo(1);
        assertThat(third(64).multiply(Ball.of(3), 64).floor().isFinite()).isFalse();
        assertThat(Ball.of(7).floor().doubleValue()).isEqualTo(7);
    }
}
