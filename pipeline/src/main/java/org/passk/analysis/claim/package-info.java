/**
 * Claims about a study, such as {@code pass@1(rl) - pass@1(base) > 0 at 95 %}: their grammar, and whether they hold. Pure,
 * without Spark.
 */
package org.passk.analysis.claim;
