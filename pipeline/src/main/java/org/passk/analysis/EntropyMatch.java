package org.passk.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The temperature at which a trained model has the entropy of its base (arXiv 2504.13837, section 4.4, Figure 17): linear
 * between the two neighbouring temperatures whose mean entropies enclose that of the base, at the lowest such place. Never
 * beyond the temperatures that were sampled.
 *
 * @param temperature the interpolated temperature
 * @param nearest the sampled run whose temperature is nearest; of two equally near ones the cooler
 */
public record EntropyMatch(double temperature, String nearest) {
    /**
     * A run of the trained model.
     *
     * @param id the run's id
     * @param temperature its temperature
     * @param entropy its mean entropy
     */
    public record Point(String id, double temperature, double entropy) {}

    /**
     * The match.
     *
     * @param base mean entropy of the base run
     * @param runs runs of one trained model at distinct temperatures
     * @return the match; empty where no two neighbours enclose the entropy and none has it exactly
     */
    public static Optional<EntropyMatch> of(double base, List<Point> runs) {
        List<Point> byTemperature = runs.stream()
                .sorted(Comparator.comparingDouble(Point::temperature))
                .toList();
        for (int i = 0; i < byTemperature.size(); i++) {
            Point point = byTemperature.get(i);
            if (Double.compare(point.entropy(), base) == 0) {
                return Optional.of(new EntropyMatch(point.temperature(), point.id()));
            }
            if (i + 1 < byTemperature.size()) {
                Point next = byTemperature.get(i + 1);
                if ((point.entropy() < base) != (next.entropy() < base)) {
                    return Optional.of(between(base, point, next));
                }
            }
        }
        return Optional.empty();
    }

    private static EntropyMatch between(double base, Point cooler, Point hotter) {
        double share = (base - cooler.entropy()) / (hotter.entropy() - cooler.entropy());
        double temperature = cooler.temperature() + share * (hotter.temperature() - cooler.temperature());
        return new EntropyMatch(temperature, share <= 0.5 ? cooler.id() : hotter.id());
    }
}
