package org.passk.synthetic;

/** What keeps the numbers of different purposes apart. */
final class Salt {
    static final long GOLD = 1;
    static final long HARDNESS = 2;
    static final long FATE = 3;
    static final long LINE = 4;
    static final long TEXT = 5;
    static final long TWICE = 6;
    static final long ORDER = 7;
    static final long RECORD = 8;

    private Salt() {}
}
