/**
 * Writes made-up studies with Spark, a task for each file, and compares what a run found with their truth. The studies
 * themselves are those of {@code synthetic}.
 */
package org.passk.spark.synthetic;
