package org.passk.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Counts of problems drawn from a known truth. */
final class Drawn {
    private Drawn() {}

    /** Problems with these probabilities of success, n samples each. */
    static CountHistogram counts(double[] successes, int n, RandomGenerator random) {
        List<CountGroup> groups = new ArrayList<>();
        for (double success : successes) {
            groups.add(new CountGroup(n, binomial(n, success, random), 1));
        }
        return CountHistogram.of(groups);
    }

    static long binomial(int n, double success, RandomGenerator random) {
        long c = 0;
        for (int i = 0; i < n; i++) {
            c += random.nextDouble() < success ? 1 : 0;
        }
        return c;
    }

    static double[] successes(int problems, ToDoubleFunction<RandomGenerator> truth, RandomGenerator random) {
        double[] successes = new double[problems];
        for (int i = 0; i < problems; i++) {
            successes[i] = truth.applyAsDouble(random);
        }
        return successes;
    }

    /** Zero with probability {@code zero}, else Beta(a, b). */
    static double zeroInflatedBeta(double zero, double a, double b, RandomGenerator random) {
        if (random.nextDouble() < zero) {
            return 0;
        }
        double x = gamma(a, random);
        return x / (x + gamma(b, random));
    }

    /** Marsaglia and Tsang 2000, doi:10.1145/358407.358414, with their boost for shapes below 1. */
    private static double gamma(double shape, RandomGenerator random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        while (true) {
            double normal = random.nextGaussian();
            double v = 1 + normal / StrictMath.sqrt(9 * d);
            double cube = v * v * v;
            if (cube > 0
                    && StrictMath.log(random.nextDouble())
                            < normal * normal / 2 + d - d * cube + d * StrictMath.log(cube)) {
                return d * cube;
            }
        }
    }

    /** The mean of 1 - (1 - p)^k over these problems. */
    static double truth(double[] successes, long k) {
        double sum = 0;
        for (double success : successes) {
            sum -= StrictMath.expm1(k * StrictMath.log1p(-success));
        }
        return sum / successes.length;
    }
}
