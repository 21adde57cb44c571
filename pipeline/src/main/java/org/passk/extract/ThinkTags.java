package org.passk.extract;

/** Where the reasoning of a text ends: behind its last {@code </think>}. */
final class ThinkTags {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";
    private static final int FIRST_WINDOW = 1024;
    private static final int GROWTH = 8;

    private ThinkTags() {}

    /** Where the text after the reasoning begins; 0 without a reasoning, -1 when the last one is never closed. */
    static int answerStart(String text) {
        int floor = text.length();
        long window = FIRST_WINDOW;
        while (floor > 0) {
            int start = (int) Math.max(0, floor - window);
            int last = -1;
            for (int at = text.indexOf('<', start); at >= 0 && at < floor; at = text.indexOf('<', at + 1)) {
                if (text.startsWith(OPEN, at) || text.startsWith(CLOSE, at)) {
                    last = at;
                }
            }
            if (last >= 0) {
                return text.charAt(last + 1) == '/' ? last + CLOSE.length() : -1;
            }
            floor = start;
            window *= GROWTH;
        }
        return 0;
    }
}
