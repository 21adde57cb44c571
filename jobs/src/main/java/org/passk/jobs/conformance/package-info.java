/**
 * Runs published cases (gold, prediction, expected) through the verifiers and counts where they agree with their authors.
 * Pure Java: no Spark, no printing, no clock; depends on {@code verify}, {@code extract} and {@code model}.
 */
package org.passk.jobs.conformance;
