/**
 * Brings the verdicts of two finished studies on the same samples together with Spark, by identity. Reads the tables of both,
 * and writes nothing. What it finds is counted by {@code analysis}.
 */
package org.passk.spark.compare;
