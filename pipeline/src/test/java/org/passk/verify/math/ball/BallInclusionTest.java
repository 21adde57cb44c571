package org.passk.verify.math.ball;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Enclosures are true: values of points at high precision lie in the values of boxes and of low precision. Seed 20240607. */
class BallInclusionTest {
    private static final int ROUNDS = 300;
    private static final int FINE = 1024;

    private final SplittableRandom random = new SplittableRandom(20_240_607);

    @ParameterizedTest
    @EnumSource
    void valuesOfLowPrecisionEncloseThoseOfHighPrecision(RealCase function) {
        int seen = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Ball x = point();
            if (!function.isDefinedAt(x.doubleValue())) {
                continue;
            }
            seen++;
            Ball fine = function.at(x, FINE);
            assertThat(fine.isFinite()).as("%s of %s", function, x).isTrue();
            for (int bits : new int[] {32, 64, 128, 450}) {
                Ball coarse = function.at(x, bits);
                assertThat(coarse.encloses(fine))
                        .as("%s of %s at %s: %s, %s", function, x, bits, coarse, fine)
                        .isTrue();
                assertThat(coarse.accuracyBits()).as("%s of %s", function, x).isGreaterThan(bits - 12L);
            }
        }
        assertThat(seen).isGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfPointsLieInTheValuesOfTheirBoxes(RealCase function) {
        int finite = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Ball middle = point();
            Ball reach = radius();
            Ball box = Arithmetic.widen(middle, reach.upper());
            Ball inside = inside(middle, reach);
            if (!function.isDefinedAt(inside.doubleValue())) {
                continue;
            }
            Ball value = function.at(inside, FINE);
            Ball values = function.at(box, 64);
            assertThat(values.encloses(value))
                    .as("%s of %s in %s: %s in %s", function, inside, box, value, values)
                    .isTrue();
            finite += values.isFinite() ? 1 : 0;
        }
        assertThat(finite).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void complexValuesOfPointsLieInTheValuesOfTheirBoxes(ComplexCase function) {
        int finite = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Ball re = i % 10 == 0 ? Ball.ZERO : point();
            Ball im = i % 10 == 1 ? Ball.ZERO : point();
            Ball reach = radius();
            // Exact zeros stay exact, so that the points of the box are on the same axis.
            ComplexBall box = ComplexBall.of(wide(re, reach), wide(im, reach));
            ComplexBall inside = ComplexBall.of(
                    re.isExactZero() ? re : inside(re, reach), im.isExactZero() ? im : inside(im, reach));
            ComplexBall value = function.at(inside, FINE);
            if (!value.isFinite()) {
                continue;
            }
            ComplexBall low = function.at(inside, 64);
            assertThat(low.encloses(value))
                    .as("%s of %s: %s in %s", function, inside, value, low)
                    .isTrue();
            ComplexBall values = function.at(box, 64);
            assertThat(values.encloses(value))
                    .as("%s of %s in %s: %s in %s", function, inside, box, value, values)
                    .isTrue();
            finite += values.isFinite() ? 1 : 0;
        }
        assertThat(finite).isGreaterThan(40);
    }

    @Test
    void anglesOfPointsLieInTheAnglesOfTheirBoxes() {
        int finite = 0;
        for (int i = 0; i < 3000; i++) {
            Ball x = point();
            Ball y = point();
            Ball reach = radius();
            Ball values = Ball.atan2(wide(y, reach), wide(x, reach), 64);
            Ball value = Ball.atan2(inside(y, reach), inside(x, reach), FINE);
            assertThat(values.encloses(value)).isTrue();
            finite += values.isFinite() ? 1 : 0;
        }
        assertThat(finite).isGreaterThan(1000);
    }

    @Test
    void floorsAndCeilingsOfPointsLieInThoseOfTheirBoxes() {
        int finite = 0;
        for (int i = 0; i < 3000; i++) {
            Ball middle = point();
            Ball reach = radius();
            Ball inside = inside(middle, reach);
            Ball box = wide(middle, reach);
            assertThat(box.floor().encloses(inside.floor())).isTrue();
            assertThat(box.ceil().encloses(inside.ceil())).isTrue();
            assertThat(inside.floor().isExact()).isTrue();
            finite += box.floor().isFinite() ? 1 : 0;
        }
        assertThat(finite).isGreaterThan(1000);
    }

    @Test
    void radiiGrowByLittleThroughWellConditionedFunctions() {
        for (RealCase function : RealCase.values()) {
            Ball x = Ball.ratio(BigInteger.TWO, BigInteger.valueOf(3), 128);
            Ball y = function.isDefinedAt(0.66) ? x : Ball.ratio(BigInteger.TEN, BigInteger.valueOf(3), 128);
            assertThat(function.at(y, 128).accuracyBits()).as(function.name()).isGreaterThan(118);
        }
    }

    private static Ball wide(Ball middle, Ball reach) {
        return middle.isExactZero() ? middle : Arithmetic.widen(middle, reach.upper());
    }

    /** A dyadic number of 1 to 53 bits between 2^-40 and 64, mostly near 1. */
    private Ball point() {
        long man = random.nextLong(1, 1L << random.nextInt(1, 54));
        int length = Long.SIZE - Long.numberOfLeadingZeros(man);
        int magnitude = random.nextInt(4) == 0 ? random.nextInt(-40, 7) : random.nextInt(-2, 3);
        return Ball.of(random.nextBoolean() ? man : -man).scale(magnitude - length);
    }

    private Ball radius() {
        return Ball.of(random.nextInt(1, 1 << 20)).scale(-20 - random.nextInt(0, 60) + random.nextInt(0, 4));
    }

    /** A point of the ball, often one of its ends. */
    private Ball inside(Ball middle, Ball reach) {
        int side = random.nextInt(-8, 9);
        return middle.add(reach.multiply(Ball.of(side), FINE).scale(-3), FINE);
    }
}
