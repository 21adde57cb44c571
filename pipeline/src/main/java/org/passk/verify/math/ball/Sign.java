package org.passk.verify.math.ball;

/** What a ball proves about the sign of the number inside. */
public enum Sign {
    /** Every point of the ball is below zero. */
    NEGATIVE,
    /** The ball is exactly zero. */
    ZERO,
    /** Every point of the ball is above zero. */
    POSITIVE,
    /** The ball contains zero and other points, or says nothing. */
    UNKNOWN
}
