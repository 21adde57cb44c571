package org.passk.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** What the user may have meant by a word that is not known. */
final class Suggestion {
    private Suggestion() {}

    /**
     * A half sentence for a message: the nearest legal word where one is near, else all of them.
     *
     * @param word the unknown word
     * @param legal the legal words, at least one
     */
    static String of(String word, Collection<String> legal) {
        String wanted = word.toLowerCase(Locale.ROOT);
        String nearest = new TreeSet<>(legal)
                .stream()
                        .min(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
                        .orElseThrow();
        // One edit per two letters still reads as a slip; beyond that it is another word.
        if (distance(wanted, nearest) <= Math.max(1, nearest.length() / 2)) {
            return "did you mean \"" + nearest + "\"?";
        }
        return "expected one of " + String.join(", ", new TreeSet<>(legal));
    }

    /**
     * Edits (insert, delete, replace, swap of neighbours) from one word to another: optimal string alignment, in
     * O(|a| |b|). Words longer than 100 letters count as far from everything.
     */
    static int distance(String a, String b) {
        if (a.length() > 100 || b.length() > 100) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
