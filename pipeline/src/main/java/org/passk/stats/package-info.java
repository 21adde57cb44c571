/**
 * pass@k and its relatives: pure functions of counts, without Spark, input or output. Results are the same bits on every
 * JVM: only IEEE basic operations, square roots and fused multiply-add are used.
 */
package org.passk.stats;
