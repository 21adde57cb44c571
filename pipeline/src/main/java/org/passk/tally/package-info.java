/**
 * Mergeable counts per run, benchmark and problem: what verification leaves behind for every statistic. Integers only;
 * merging is associative and commutative, so that no result depends on partitioning or order.
 */
package org.passk.tally;
