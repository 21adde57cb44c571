package org.passk.verify.math.ball;

/**
 * Products, powers, roots, exponential and logarithm of complex balls. Made of real ball operations, each of which encloses
 * its results: the formulas need no error analysis of their own, only a choice that loses few digits.
 */
final class ComplexFunctions {
    private static final int GUARD = 8;

    private ComplexFunctions() {}

    static ComplexBall add(ComplexBall z, ComplexBall w, int bits) {
        return ComplexBall.of(Arithmetic.add(z.re(), w.re(), bits), Arithmetic.add(z.im(), w.im(), bits));
    }

    static ComplexBall multiply(ComplexBall z, ComplexBall w, int bits) {
        if (w.isReal()) {
            return ComplexBall.of(
                    Arithmetic.multiply(z.re(), w.re(), bits),
                    z.isReal() ? z.im() : Arithmetic.multiply(z.im(), w.re(), bits));
        }
        int work = bits + GUARD;
        Ball re = Arithmetic.add(
                Arithmetic.multiply(z.re(), w.re(), work),
                Arithmetic.multiply(z.im(), w.im(), work).negate(),
                bits);
        Ball im = Arithmetic.add(
                Arithmetic.multiply(z.re(), w.im(), work), Arithmetic.multiply(z.im(), w.re(), work), bits);
        return ComplexBall.of(re, im);
    }

    static ComplexBall divide(ComplexBall z, ComplexBall w, int bits) {
        if (w.isReal()) {
            Ball im = Arithmetic.divide(z.im(), w.re(), bits);
            return ComplexBall.of(Arithmetic.divide(z.re(), w.re(), bits), im);
        }
        int work = bits + GUARD;
        ComplexBall product = multiply(z, w.conj(), work);
        Ball norm = norm(w, work);
        return ComplexBall.of(Arithmetic.divide(product.re(), norm, bits), Arithmetic.divide(product.im(), norm, bits));
    }

    private static Ball norm(ComplexBall z, int bits) {
        return Arithmetic.add(Arithmetic.square(z.re(), bits), Arithmetic.square(z.im(), bits), bits);
    }

    static ComplexBall square(ComplexBall z, int bits) {
        if (z.isReal()) {
            return ComplexBall.of(Arithmetic.square(z.re(), bits));
        }
        int work = bits + GUARD;
        Ball re = Arithmetic.add(
                Arithmetic.square(z.re(), work), Arithmetic.square(z.im(), work).negate(), bits);
        return ComplexBall.of(re, Arithmetic.multiply(z.re(), z.im(), bits).scale(1));
    }

    static ComplexBall power(ComplexBall z, int exponent, int bits) {
        if (z.isReal()) {
            return ComplexBall.of(Arithmetic.power(z.re(), exponent, bits));
        }
        if (exponent == 0) {
            return z.containsZero() ? ComplexBall.INDETERMINATE : ComplexBall.ONE;
        }
        long count = Math.abs((long) exponent);
        int length = Long.SIZE - Long.numberOfLeadingZeros(count);
        int work = bits + 2 * length + GUARD;
        ComplexBall power = z;
        for (int bit = length - 2; bit >= 0; bit--) {
            power = square(power, work);
            if ((count >> bit & 1) != 0) {
                power = multiply(power, z, work);
            }
        }
        return exponent > 0 ? multiply(power, ComplexBall.ONE, bits) : divide(ComplexBall.ONE, power, bits);
    }

    static ComplexBall power(ComplexBall z, ComplexBall w, int bits) {
        if (z.isExactZero()) {
            return w.re().sign() == Sign.POSITIVE ? z : ComplexBall.INDETERMINATE;
        }
        if (w.isReal()) {
            // Exponents beyond an int go by the logarithm.
            int limit = Integer.SIZE - 1;
            var whole = w.re().exactInteger(limit);
            if (whole.isPresent()) {
                return power(z, whole.get().intValue(), bits);
            }
            var twice = w.re().scale(1).exactInteger(limit);
            if (twice.isPresent()) {
                // exp(n log(z) / 2) = exp(log(z) / 2)^n.
                int n = twice.get().intValue();
                return power(sqrt(z, bits + GUARD + Integer.SIZE), n, bits);
            }
        }
        // The integer part of the exponent's product needs bits of its own.
        long magnitude = Math.max(0, Math.max(w.re().top(), w.im().top()));
        int work = bits + Integer.SIZE + (int) Math.min(bits, magnitude);
        return exp(multiply(w, log(z, work), work), bits);
    }

    /** |z|, within [0, u] even where rounding pushes the sum of squares below zero. */
    static Ball abs(ComplexBall z, int bits) {
        if (z.isReal()) {
            return z.re().abs();
        }
        if (z.re().isExactZero()) {
            return z.im().abs();
        }
        return z.isFinite() ? Roots.sqrtOfNonNegative(norm(z, bits + GUARD), bits) : Ball.INDETERMINATE;
    }

    static ComplexBall sqrt(ComplexBall z, int bits) {
        if (!z.isFinite()) {
            return z;
        }
        if (z.isReal()) {
            return sqrtOfReal(z.re(), bits);
        }
        if (z.containsZero()) {
            // |sqrt(z)| = sqrt(|z|), and the real part is not negative.
            Magnitude most = z.re().upper().plus(z.im().upper()).sqrt();
            return ComplexBall.of(Roots.fromZero(most), Ball.around(most));
        }
        int work = bits + GUARD;
        Ball abs = abs(z, work);
        boolean left = z.re().isMidpointNegative();
        if (left && z.im().sign() == Sign.UNKNOWN) {
            return ComplexBall.INDETERMINATE;
        }
        // t = sqrt((|z| + |re|) / 2) has no cancellation; the other part is im / 2t.
        Ball sum = Arithmetic.add(abs, left ? z.re().negate() : z.re(), work);
        Ball major = Roots.sqrt(sum.scale(-1), work);
        Ball minor = Arithmetic.divide(z.im(), major, work).scale(-1);
        if (!left) {
            return rounded(major, minor, bits);
        }
        boolean below = z.im().sign() == Sign.NEGATIVE;
        return rounded(below ? minor.negate() : minor, below ? major.negate() : major, bits);
    }

    private static ComplexBall rounded(Ball re, Ball im, int bits) {
        return ComplexBall.of(Arithmetic.round(re, bits), Arithmetic.round(im, bits));
    }

    private static ComplexBall sqrtOfReal(Ball x, int bits) {
        return switch (x.sign()) {
            case POSITIVE, ZERO -> ComplexBall.of(Roots.sqrt(x, bits));
            case NEGATIVE -> ComplexBall.of(Ball.ZERO, Roots.sqrt(x.negate(), bits));
            // A real root of the points above zero, an imaginary one of those below.
            case UNKNOWN ->
                x.compareRadius() >= 0
                        ? ComplexBall.of(Roots.sqrt(x, bits))
                        : ComplexBall.of(
                                Roots.fromZero(x.upper().sqrt()),
                                Roots.fromZero(x.upper().sqrt()));
        };
    }

    static ComplexBall root(ComplexBall z, int k, int bits) {
        if (k == 1) {
            return multiply(z, ComplexBall.ONE, bits);
        }
        if (k == 2) {
            return sqrt(z, bits);
        }
        Sign sign = z.re().sign();
        if (z.isReal() && (sign == Sign.POSITIVE || sign == Sign.ZERO)) {
            return ComplexBall.of(Roots.root(z.re(), k, bits));
        }
        int work = bits + Integer.SIZE;
        return exp(divide(log(z, work), ComplexBall.of(k), work), bits);
    }

    static ComplexBall exp(ComplexBall z, int bits) {
        if (z.isReal()) {
            return ComplexBall.of(Exponential.exp(z.re(), bits));
        }
        int work = bits + GUARD;
        Ball abs = Exponential.exp(z.re(), work);
        Trigonometry.SinCos angle = Trigonometry.sinCos(z.im(), work);
        return ComplexBall.of(Arithmetic.multiply(abs, angle.cos(), bits), Arithmetic.multiply(abs, angle.sin(), bits));
    }

    static ComplexBall log(ComplexBall z, int bits) {
        Ball angle = Trigonometry.atan2(z.im(), z.re(), bits);
        if (!angle.isFinite()) {
            return ComplexBall.INDETERMINATE;
        }
        if (z.isReal() || z.re().isExactZero()) {
            return ComplexBall.of(Exponential.log(abs(z, bits), bits), angle);
        }
        // Where |z| is near 1 the sum of the squares is 1 + d: as many bits more as d has zeros, within reason.
        int work = bits + GUARD;
        Ball norm = norm(z, work);
        long zeros = -Arithmetic.add(norm, Ball.ONE.negate(), work).top();
        if (zeros > 0 && z.re().isExact() && z.im().isExact()) {
            norm = norm(z, work + (int) Math.min(zeros, bits));
        }
        return ComplexBall.of(Exponential.log(norm, bits).scale(-1), angle);
    }
}
