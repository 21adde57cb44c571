/**
 * The uncertainty of pass@k: intervals that name what they are about (other problems, or these problems with other
 * generations), the bootstrap over problems, and the interval of a crossover. Pure functions of counts and a seed; the
 * same bits on every JVM. Uses {@code stats} and {@code stats.distribution}.
 */
package org.passk.stats.interval;
