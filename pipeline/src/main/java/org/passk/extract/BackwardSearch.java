package org.passk.extract;

/**
 * Walks over the occurrences of several words from the end of a text to its beginning. Each word is searched lazily and
 * never twice over the same stretch, so that a whole walk is linear in the text for each word.
 */
final class BackwardSearch {
    private final String text;
    private final int from;
    private final String[] words;
    private final int[] next;
    private String word = "";
    private int taken = -1;

    BackwardSearch(String text, int from, String... words) {
        this.text = text;
        this.from = from;
        this.words = words;
        this.next = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            // Most texts lack most words: the forward searches, vectorised by the JVM, say so cheaply, the one for the
            // first character before all.
            boolean absent = text.indexOf(words[i].charAt(0), from) < 0 || text.indexOf(words[i], from) < 0;
            next[i] = absent ? -1 : text.lastIndexOf(words[i]);
        }
    }

    /** The position of the next occurrence towards the beginning, or -1. */
    int previous() {
        // Only now: most searches end with what they found first.
        if (taken >= 0) {
            int at = next[taken];
            int before = at == 0 ? -1 : text.lastIndexOf(words[taken], at - 1);
            next[taken] = before < from ? -1 : before;
            taken = -1;
        }
        int best = 0;
        for (int i = 1; i < next.length; i++) {
            if (next[i] > next[best]) {
                best = i;
            }
        }
        int at = next[best];
        if (at < 0) {
            return -1;
        }
        word = words[best];
        taken = best;
        return at;
    }

    /** The word found last. */
    String word() {
        return word;
    }
}
