package org.passk.extract;

import java.util.function.IntPredicate;

/**
 * Walks over the occurrences of several words from the end of a text to its beginning. The JVM vectorises the search
 * forward and not the one backward: so the text is searched forward, in windows that grow from its end. The windows
 * grow by a factor of eight, and a window without an occurrence is read on into the ones behind it: at most 8/7 of the
 * text is read for each word.
 */
final class BackwardSearch {
    private static final int FIRST_WINDOW = 256;
    private static final int GROWTH = 8;

    private final String text;
    private final int from;
    private final IntPredicate accepted;
    private final String[] words;

    /** The last occurrences of each word in the window, as a ring: more than {@code MAX_TRIES} are never asked for. */
    private final int[][] hits;

    private final int[] found;
    private int window = FIRST_WINDOW;

    /** The occurrences from here on have been walked over, or stand in the rings. */
    private int floor;

    private String word = "";

    BackwardSearch(String text, int from, String... words) {
        this(text, from, at -> true, words);
    }

    /**
     * A search.
     *
     * @param accepted tells of an occurrence whether it counts
     */
    BackwardSearch(String text, int from, IntPredicate accepted, String... words) {
        this.text = text;
        this.from = from;
        this.accepted = accepted;
        this.words = words;
        this.hits = new int[words.length][];
        this.found = new int[words.length];
        this.floor = text.length();
    }

    /** The position of the next occurrence towards the beginning, or -1. */
    int previous() {
        while (true) {
            int best = latest();
            if (best >= 0) {
                found[best]--;
                word = words[best];
                return hits[best][found[best] % AnswerExtractor.MAX_TRIES];
            }
            if (floor <= from) {
                return -1;
            }
            readWindow();
        }
    }

    /** The word found last. */
    String word() {
        return word;
    }

    private int latest() {
        int best = -1;
        int position = -1;
        for (int i = 0; i < words.length; i++) {
            if (found[i] > 0) {
                int at = hits[i][(found[i] - 1) % AnswerExtractor.MAX_TRIES];
                if (at > position) {
                    best = i;
                    position = at;
                }
            }
        }
        return best;
    }

    private void readWindow() {
        int start = (int) Math.max(from, (long) floor - window);
        for (int i = 0; i < words.length; i++) {
            int at = next(words[i], start);
            while (at >= 0 && at < floor) {
                if (accepted.test(at)) {
                    if (hits[i] == null) {
                        hits[i] = new int[AnswerExtractor.MAX_TRIES];
                    }
                    hits[i][found[i] % AnswerExtractor.MAX_TRIES] = at;
                    found[i]++;
                }
                at = next(words[i], at + 1);
            }
        }
        floor = start;
        window = (int) Math.min(Integer.MAX_VALUE, (long) window * GROWTH);
    }

    /** The search for one character costs a tenth of that for a word, where the character is rare. */
    private int next(String wanted, int start) {
        int pivot = wanted.indexOf('W');
        if (wanted.charAt(0) == '#') {
            pivot = 0;
        }
        if (pivot < 0) {
            return text.indexOf(wanted, start);
        }
        char rare = wanted.charAt(pivot);
        int at = text.indexOf(rare, start + pivot);
        while (at >= 0 && !text.startsWith(wanted, at - pivot)) {
            at = text.indexOf(rare, at + 1);
        }
        return at < 0 ? -1 : at - pivot;
    }
}
