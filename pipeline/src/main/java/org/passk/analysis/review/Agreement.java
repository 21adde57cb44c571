package org.passk.analysis.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.passk.stats.CohenKappa;

/**
 * How far two reviewers agree where both labelled the same responses.
 *
 * @param first a reviewer
 * @param second another, later in the order of names
 * @param kappa agreement over the three labels
 */
public record Agreement(String first, String second, CohenKappa kappa) {
    /**
     * The agreement of every pair of reviewers with responses in common.
     *
     * @param labels response to reviewer to label
     */
    public static List<Agreement> of(Map<String, Map<String, Label>> labels) {
        TreeSet<String> reviewers = new TreeSet<>();
        labels.values().forEach(given -> reviewers.addAll(given.keySet()));
        List<Agreement> pairs = new ArrayList<>();
        for (String first : reviewers) {
            for (String second : reviewers.tailSet(first, false)) {
                long[][] table = new long[Label.values().length][Label.values().length];
                boolean common = false;
                for (Map<String, Label> given : labels.values()) {
                    if (given.containsKey(first) && given.containsKey(second)) {
                        table[given.get(first).ordinal()][given.get(second).ordinal()]++;
                        common = true;
                    }
                }
                if (common) {
                    pairs.add(new Agreement(first, second, CohenKappa.of(table)));
                }
            }
        }
        return pairs;
    }
}
