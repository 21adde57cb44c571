/**
 * pass@k and its relatives: pure functions of counts, without Spark, input or output. Results are the same bits on every
 * JVM: only IEEE basic operations, square roots, fused multiply-add and StrictMath are used.
 */
package org.passk.stats;
