package org.passk.spark.stage;

/**
 * A program on its way to the sandbox.
 *
 * @param suite key of its tests, with everything else that decides about it
 * @param digest key of equal programs
 * @param extraction name of the rule that found it
 * @param ordinal its problem's position in the problem file
 * @param source the complete source
 */
record FoundProgram(String suite, String digest, String extraction, int ordinal, String source) {}
