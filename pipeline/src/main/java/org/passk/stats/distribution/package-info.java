/**
 * Distribution functions that the intervals and tests of {@code stats} stand on: gamma, beta, normal and Student's t, and
 * the generator behind every random number of the project. The same bits on every JVM: IEEE basic operations, square
 * roots and {@link java.lang.StrictMath} only. Uses nothing of the project.
 */
package org.passk.stats.distribution;
