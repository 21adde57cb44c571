package org.passk.stats;

import java.util.function.DoubleBinaryOperator;

/**
 * The largest value of a function of two variables on a square by the simplex of Nelder and Mead (1965,
 * doi:10.1093/comjnl/7.4.308), without derivatives. Deterministic; points outside the square are moved to its border.
 *
 * @param x where the largest value was found
 * @param y where the largest value was found
 * @param value the largest value
 * @param converged whether the simplex has shrunk to nothing before the iterations ended
 */
record Simplex(double x, double y, double value, boolean converged) {
    private static final int ITERATIONS = 500;
    /** The variables are logarithms here: a relative accuracy of the parameters, near the root of the noise. */
    private static final double SMALL = 1e-7;

    /** Searches from a point in the square [−limit, limit]². */
    static Simplex maximise(DoubleBinaryOperator function, double x, double y, double step, double limit) {
        Search search = new Search(function, limit);
        Point best = search.at(x, y);
        // A step inwards, so that the simplex has an area at the border too.
        Point middle = search.at(x > 0 ? x - step : x + step, y);
        Point worst = search.at(x, y > 0 ? y - step : y + step);
        for (int i = 0; i < ITERATIONS; i++) {
            // Three points in descending order; equal values keep their order.
            if (worst.value > middle.value) {
                Point swap = middle;
                middle = worst;
                worst = swap;
            }
            if (middle.value > best.value) {
                Point swap = best;
                best = middle;
                middle = swap;
            }
            if (worst.value > middle.value) {
                Point swap = middle;
                middle = worst;
                worst = swap;
            }
            if (best.distance(middle) < SMALL && best.distance(worst) < SMALL) {
                return new Simplex(best.x, best.y, best.value, true);
            }
            Point reflected = search.along(best, middle, worst, -1);
            if (reflected.value > best.value) {
                Point expanded = search.along(best, middle, worst, -2);
                worst = expanded.value > reflected.value ? expanded : reflected;
            } else if (reflected.value > middle.value) {
                worst = reflected;
            } else {
                Point contracted = search.along(best, middle, worst, reflected.value > worst.value ? -0.5 : 0.5);
                if (contracted.value > Math.max(worst.value, reflected.value)) {
                    worst = contracted;
                } else {
                    middle = search.at((best.x + middle.x) / 2, (best.y + middle.y) / 2);
                    worst = search.at((best.x + worst.x) / 2, (best.y + worst.y) / 2);
                }
            }
        }
        return new Simplex(best.x, best.y, best.value, false);
    }

    /** A point with its value. */
    private record Point(double x, double y, double value) {
        double distance(Point other) {
            return Math.max(Math.abs(x - other.x), Math.abs(y - other.y));
        }
    }

    /** The function on its square. */
    private record Search(DoubleBinaryOperator function, double limit) {
        Point at(double x, double y) {
            double insideX = Math.max(-limit, Math.min(limit, x));
            double insideY = Math.max(-limit, Math.min(limit, y));
            return new Point(insideX, insideY, function.applyAsDouble(insideX, insideY));
        }

        /** The point on the line from the middle of the two better ones (0) to the worst (1). */
        Point along(Point best, Point middle, Point worst, double place) {
            double centreX = (best.x + middle.x) / 2;
            double centreY = (best.y + middle.y) / 2;
            return at(centreX + place * (worst.x - centreX), centreY + place * (worst.y - centreY));
        }
    }
}
