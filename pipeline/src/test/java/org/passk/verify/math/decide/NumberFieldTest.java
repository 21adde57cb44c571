package org.passk.verify.math.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.Rational;

class NumberFieldTest {
    private final NumberField field = new NumberField();

    /** Degrees of Q(roots) by hand: quadratic fields, and cyclotomic ones of degree phi(N) with their square roots. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | 2           | 2
            1  | 4           | 1
            1  | 2,3,6       | 4
            1  | 12,27,75    | 2
            1  | 2,3,5,30    | 8
            1  | -1          | 2
            1  | -3          | 4
            1  | 1000003     | 2
            1  | 1002001     | 1
            1  | 1004006,1003 | 32
            4  | 2           | 4
            8  | 2           | 4
            8  | -2          | 4
            12 | 3           | 4
            3  | 3           | 4
            5  | 5           | 4
            7  | 7           | 12
            28 | 7,14        | 24
            60 | 2,3,5,15    | 32
            """)
    void theDegreeCountsEachPrimeOnceAndNothingThatIsCyclotomic(long order, String radicands, double degree) {
        field.adjoinUnity(order);
        for (String radicand : radicands.split(",", -1)) {
            assertThat(field.adjoinSquareRoot(Rational.integer(Long.parseLong(radicand)), new Fuel(1_000)))
                    .isTrue();
        }
        assertThat(field.degree()).isEqualTo(degree);
    }

    @Test
    void rootsOfUnityHaveTheDegreeOfTheirLeastCommonMultiple() {
        field.adjoinUnity(6);
        field.adjoinUnity(10);
        assertThat(field.degree()).isEqualTo(8);
    }

    @Test
    void theRootOfAFractionIsThatOfItsProduct() {
        field.adjoinSquareRoot(new Rational(BigInteger.valueOf(8), BigInteger.valueOf(3)), new Fuel(1_000));
        assertThat(field.degree()).isEqualTo(4);
    }

    @Test
    void anotherRootMultipliesTheDegreeOnce() {
        field.adjoin(new Symbol("a"), 5);
        field.adjoin(new Symbol("a"), 5);
        field.adjoin(new Symbol("b"), 3);
        assertThat(field.degree()).isEqualTo(15);
    }

    @Test
    void whatIsTooLargeHasNoBoundOrIsLeftToTheCaller() {
        BigInteger large = BigInteger.TWO.pow(300).add(BigInteger.ONE);
        assertThat(field.adjoinSquareRoot(new Rational(large, BigInteger.ONE), new Fuel(1_000)))
                .isFalse();
        assertThat(field.degree()).isEqualTo(1);
        field.adjoinUnity(999_983);
        field.adjoinUnity(999_979);
        assertThat(field.degree()).isInfinite();
    }
}
