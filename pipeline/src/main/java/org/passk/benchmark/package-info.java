/**
 * Public problem files in their original form, as problems: one small class per format behind one registry. Reads
 * streams that the caller opened; knows neither Spark nor Hadoop. Depends on {@code model} and {@code fault} only.
 */
package org.passk.benchmark;
