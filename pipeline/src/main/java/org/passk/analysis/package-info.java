/**
 * The analyses of the paper (arXiv 2504.13837) on top of {@code stats}: from counts of problems to rows of METRICS. Pure,
 * without Spark.
 */
package org.passk.analysis;
