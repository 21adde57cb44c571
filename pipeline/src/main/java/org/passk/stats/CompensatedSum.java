package org.passk.stats;

/**
 * A sum of doubles with Neumaier's compensation (doi:10.1002/zamm.19740540106): the error does not grow with the number
 * of terms as long as they do not cancel. The result depends on the order of the terms, so callers add in a fixed one.
 */
final class CompensatedSum {
    private double sum;
    private double compensation;

    void add(double term) {
        double next = sum + term;
        if (Math.abs(sum) >= Math.abs(term)) {
            compensation += (sum - next) + term;
        } else {
            compensation += (term - next) + sum;
        }
        sum = next;
    }

    double value() {
        return sum + compensation;
    }
}
