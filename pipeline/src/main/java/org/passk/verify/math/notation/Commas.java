package org.passk.verify.math.notation;

/** What a comma between digits means, which no answer says by itself. */
public enum Commas {
    /** {@code 1,234} is one number; {@code 1,2} are two. */
    GROUP,
    /** {@code 1,234} are two numbers. */
    SEPARATE,
    /** {@code 1,5} is one and a half. */
    DECIMAL
}
