package org.passk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.passk.stats.distribution.SplitMix;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.Target;

/**
 * The perplexities of texts of several authors under one model (arXiv 2504.13837, section 4.1, Figure 6): of each author the
 * distribution, and of each author and its base the overlap. PPL<sub>m</sub>(Y | x) = exp(−(1/T) Σ log P<sub>m</sub>(y |
 * …)).
 */
public final class PerplexityComparison {
    /** Quantiles of the perplexity of an author's texts; the share is the abscissa. */
    public static final String PERPLEXITY = "perplexity";
    /** Mean of log PPL: over the texts of a problem, then over problems. */
    public static final String MEAN_LOG = "mean_log_perplexity";
    /** Probability that a text of the author has a lower perplexity than one of the other. */
    public static final String LOWER = "perplexity_lower";
    /** The same among texts of similar length. */
    public static final String LOWER_SAME_LENGTH = "perplexity_lower_same_length";
    /** p-value of that. */
    public static final String P_VALUE = "perplexity_p";
    /** Overlap coefficient. */
    public static final String OVERLAP = "perplexity_overlap";
    /** Flag of a comparison without texts of similar length. */
    public static final String LENGTHS_DIFFER = "lengths_differ";

    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final String scorer;
    private final PerplexityRoles roles;
    private final MetricOptions options;

    /**
     * A comparison.
     *
     * @param scorer the model whose probabilities they are
     * @param roles what the study says of authors
     * @param options what all analyses are told
     */
    public PerplexityComparison(String scorer, PerplexityRoles roles, MetricOptions options) {
        this.scorer = scorer;
        this.roles = roles;
        this.options = options;
    }

    /**
     * The rows.
     *
     * @param authors texts by author, of one benchmark
     */
    public List<Metric> of(List<PerplexityTexts> authors) {
        List<Metric> rows = new ArrayList<>();
        for (PerplexityTexts author : authors) {
            distribution(author, rows);
            for (PerplexityTexts other : authors) {
                if (roles.compares(author.author(), other.author())) {
                    overlap(author, other, rows);
                }
            }
        }
        return rows;
    }

    private void distribution(PerplexityTexts texts, List<Metric> rows) {
        String slice = "author=" + texts.author() + ",scorer=" + scorer;
        double[] sorted = texts.logPerplexity().clone();
        Arrays.sort(sorted);
        for (double share : SHARES) {
            rows.add(row(PERPLEXITY, StrictMath.exp(PerplexityQuantile.of(sorted, share)), slice, texts, texts.size())
                    .x(share)
                    .target(Target.BENCHMARK)
                    .build());
        }
        rows.add(mean(MEAN_LOG, texts.logPerplexity(), slice, texts));
        if (Arrays.stream(texts.entropy()).noneMatch(Double::isNaN)) {
            rows.add(mean(EntropyMean.NAME, texts.entropy(), slice, texts));
        }
    }

    /** The mean over the means of problems: texts of one problem resemble each other. */
    private Metric mean(String name, double[] values, String slice, PerplexityTexts texts) {
        TreeMap<Integer, double[]> sums = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            double[] sum = sums.computeIfAbsent(texts.problem()[i], problem -> new double[2]);
            sum[0] += values[i];
            sum[1]++;
        }
        double[] means =
                sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
        double mean = PassAtKCurve.mean(means);
        double error = PassAtKCurve.standardError(means);
        Interval interval = StudentInterval.of(mean, error, means.length, options.level());
        return row(name, mean, slice, texts, texts.size())
                .standardError(error)
                .interval(interval)
                .build();
    }

    private void overlap(PerplexityTexts author, PerplexityTexts other, List<Metric> rows) {
        String slice = "author=" + author.author() + ",other=" + other.author() + ",scorer=" + scorer;
        int texts = author.size() + other.size();
        PerplexityOverlap overlap = new PerplexityOverlap(author, other);
        OptionalDouble same = overlap.lowerAtSameLength();
        rows.add(row(LOWER, overlap.lower(), slice, author, texts)
                .target(Target.BENCHMARK)
                .flagIf(same.isEmpty(), LENGTHS_DIFFER)
                .build());
        rows.add(row(OVERLAP, overlap.coefficient(), slice, author, texts)
                .target(Target.BENCHMARK)
                .build());
        same.ifPresent(value -> rows.add(row(LOWER_SAME_LENGTH, value, slice, author, texts)
                .target(Target.BENCHMARK)
                .build()));
        overlap.pValue(options.draws(), SplitMix.of(options.seed(), slice.hashCode()))
                .ifPresent(value -> rows.add(row(P_VALUE, value, slice, author, texts)
                        .target(Target.BENCHMARK)
                        .build()));
    }

    private static Metric.Builder row(String name, double estimate, String slice, PerplexityTexts texts, int samples) {
        return Metric.of(name, estimate, new RunProblems(List.of(), new long[0], Map.of()))
                .slice(slice)
                .problems(texts.problems())
                .samples(samples);
    }
}
