package org.passk.verify.math.ball;

/**
 * Circular functions of complex balls and their inverses, by W. Kahan, "Branch cuts for complex elementary functions" (1987),
 * whose formulas neither cancel nor lose a branch. Exact numbers on a cut follow from the side that the square root takes.
 */
final class ComplexTrigonometry {
    private static final int GUARD = 12;

    private ComplexTrigonometry() {}

    /** sin x cosh y + i cos x sinh y. */
    static ComplexBall sin(ComplexBall z, int bits) {
        int work = bits + GUARD;
        Trigonometry.SinCos x = Trigonometry.sinCos(z.re(), z.isReal() ? bits : work);
        if (z.isReal()) {
            return ComplexBall.of(x.sin());
        }
        return ComplexBall.of(
                Arithmetic.multiply(x.sin(), Exponential.cosh(z.im(), work), bits),
                Arithmetic.multiply(x.cos(), Exponential.sinh(z.im(), work), bits));
    }

    /** cos x cosh y - i sin x sinh y. */
    static ComplexBall cos(ComplexBall z, int bits) {
        int work = bits + GUARD;
        Trigonometry.SinCos x = Trigonometry.sinCos(z.re(), z.isReal() ? bits : work);
        if (z.isReal()) {
            return ComplexBall.of(x.cos());
        }
        return ComplexBall.of(
                Arithmetic.multiply(x.cos(), Exponential.cosh(z.im(), work), bits),
                Arithmetic.multiply(x.sin(), Exponential.sinh(z.im(), work), bits)
                        .negate());
    }

    /** (sin 2x + i sinh 2y) / (cos 2x + cosh 2y); tan x and i tanh y on the axes. */
    static ComplexBall tan(ComplexBall z, int bits) {
        if (z.isReal()) {
            return ComplexBall.of(Trigonometry.tan(z.re(), bits));
        }
        if (z.re().isExactZero()) {
            return ComplexBall.of(z.re(), Exponential.tanh(z.im(), bits));
        }
        int work = bits + GUARD;
        Trigonometry.SinCos x = Trigonometry.sinCos(z.re().scale(1), work);
        Ball y = z.im().scale(1);
        Ball below = Arithmetic.add(x.cos(), Exponential.cosh(y, work), work);
        return ComplexBall.of(
                Arithmetic.divide(x.sin(), below, bits), Arithmetic.divide(Exponential.sinh(y, work), below, bits));
    }

    /** With s = sqrt(1 - z), t = sqrt(1 + z): atan2(x, Re(s t)) + i asinh(Im(conj(s) t)). */
    static ComplexBall asin(ComplexBall z, int bits) {
        if (insideUnit(z)) {
            return ComplexBall.of(Trigonometry.asin(z.re(), bits));
        }
        int work = bits + GUARD;
        ComplexBall s = ComplexFunctions.sqrt(ComplexFunctions.add(ComplexBall.ONE, z.negate(), work), work);
        ComplexBall t = ComplexFunctions.sqrt(ComplexFunctions.add(ComplexBall.ONE, z, work), work);
        Ball re =
                Trigonometry.atan2(z.re(), ComplexFunctions.multiply(s, t, work).re(), bits);
        Ball im = Exponential.asinh(ComplexFunctions.multiply(s.conj(), t, work).im(), bits);
        return ComplexBall.of(re, im);
    }

    /** 2 atan2(Re s, Re t) + i asinh(Im(conj(t) s)). */
    static ComplexBall acos(ComplexBall z, int bits) {
        if (insideUnit(z)) {
            return ComplexBall.of(Trigonometry.acos(z.re(), bits));
        }
        int work = bits + GUARD;
        ComplexBall s = ComplexFunctions.sqrt(ComplexFunctions.add(ComplexBall.ONE, z.negate(), work), work);
        ComplexBall t = ComplexFunctions.sqrt(ComplexFunctions.add(ComplexBall.ONE, z, work), work);
        Ball im = Exponential.asinh(ComplexFunctions.multiply(t.conj(), s, work).im(), bits);
        return ComplexBall.of(Trigonometry.atan2(s.re(), t.re(), bits).scale(1), im);
    }

    private static boolean insideUnit(ComplexBall z) {
        return z.isReal() && Ball.ONE.subtract(z.re().abs(), 64).compareRadius() >= 0;
    }

    /** With s = sqrt(z - 1), t = sqrt(z + 1): asinh(Re(conj(s) t)) + 2i atan2(Im s, Re t). */
    static ComplexBall acosh(ComplexBall z, int bits) {
        int work = bits + GUARD;
        ComplexBall less = ComplexFunctions.add(z, ComplexBall.ONE.negate(), work);
        if (z.isReal() && less.re().sign() != Sign.UNKNOWN && !less.re().isMidpointNegative()) {
            return ComplexBall.of(Exponential.acosh(z.re(), bits));
        }
        if (insideUnit(z)) {
            return ComplexBall.of(Ball.ZERO, Trigonometry.acos(z.re(), bits));
        }
        ComplexBall s = ComplexFunctions.sqrt(less, work);
        ComplexBall t = ComplexFunctions.sqrt(ComplexFunctions.add(z, ComplexBall.ONE, work), work);
        Ball re = Exponential.asinh(ComplexFunctions.multiply(s.conj(), t, work).re(), bits);
        return ComplexBall.of(re, Trigonometry.atan2(s.im(), t.re(), bits).scale(1));
    }

    /**
     * atan2(2x, (1 - y)(1 + y) - x^2) / 2 + i log1p(4y / (x^2 + (1 - y)^2)) / 4 for y &gt;= 0: both keep their digits near i and
     * near zero. The values for y &lt; 0 are conjugates, but for the cut below -i, which is continuous from the left.
     */
    static ComplexBall atan(ComplexBall z, int bits) {
        if (z.isReal()) {
            return ComplexBall.of(Trigonometry.atan(z.re(), bits));
        }
        if (z.im().isMidpointNegative()) {
            return z.re().isExactZero()
                    ? atan(z.negate(), bits).negate()
                    : atan(z.conj(), bits).conj();
        }
        int work = bits + GUARD;
        Ball y = z.im();
        Ball square = Arithmetic.square(z.re(), work);
        Ball less = Arithmetic.add(Ball.ONE, y.negate(), work);
        Ball product = Arithmetic.multiply(less, Arithmetic.add(Ball.ONE, y, work), work);
        Ball angle = Trigonometry.atan2(z.re().scale(1), Arithmetic.add(product, square.negate(), work), bits);
        Ball distance = Arithmetic.add(square, Arithmetic.square(less, work), work);
        Ball ratio = Arithmetic.divide(y.scale(2), distance, work);
        return ComplexBall.of(angle.scale(-1), Exponential.log1p(ratio, bits).scale(-2));
    }
}
