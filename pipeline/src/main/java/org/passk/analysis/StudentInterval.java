package org.passk.analysis;

import java.util.Set;
import org.passk.stats.distribution.StudentT;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.Method;
import org.passk.stats.interval.Target;

/**
 * The t interval m ± t<sub>P−1</sub> s / √P for the mean over the population of problems of a per-problem value without
 * bounds, such as an entropy; refused for fewer than two problems.
 */
final class StudentInterval {
    private StudentInterval() {}

    /**
     * The interval.
     *
     * @param centre the estimate
     * @param standardError s / √P
     * @param problems P
     * @param level nominal coverage
     */
    static Interval of(double centre, double standardError, int problems, double level) {
        if (problems < 2) {
            return new Interval(
                    Double.NaN,
                    Double.NaN,
                    level,
                    Target.POPULATION,
                    Method.STUDENT_T,
                    Set.of(),
                    "no variance from " + problems + " problems");
        }
        double half = StudentT.quantile((1 + level) / 2, problems - 1) * standardError;
        return new Interval(centre - half, centre + half, level, Target.POPULATION, Method.STUDENT_T, Set.of(), "");
    }
}
