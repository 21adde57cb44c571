package org.passk.verify.math.ball;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntegerRootTest {
    @Test
    void rootsAreThoseOfTheJdk() {
        Random random = new Random(31);
        for (int length = 0; length < 2000; length++) {
            check(new BigInteger(length, random));
            check(BigInteger.ONE.shiftLeft(length));
            check(BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE));
            BigInteger square = new BigInteger(length / 2, random).pow(2);
            check(square);
            check(square.subtract(BigInteger.ONE).max(BigInteger.ZERO));
            check(square.add(BigInteger.ONE));
        }
    }

    private static void check(BigInteger n) {
        BigInteger[] expected = n.sqrtAndRemainder();
        assertThat(IntegerRoot.of(n)).isEqualTo(new IntegerRoot(expected[0], expected[1]));
    }
}
