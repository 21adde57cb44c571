/**
 * The stages of a run: verification as a map over splits, tallies and metrics as reductions. Thin shells around the
 * packages to the left; what travels to executors is a named class with few fields.
 */
package org.passk.spark.stage;
