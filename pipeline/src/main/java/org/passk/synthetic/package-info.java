/**
 * Studies made up by a seed, whose truth is known: what a run at any size can be checked against.
 *
 * <p>Everything about a sample follows from its identity (seed of the study, run, problem, sampling seed, index) in a
 * few steps, so that any task can make any part of a study, in any order, with nothing but the plan, and the truth can be
 * counted without looking at what was written. The success rates are those of the paper (arXiv 2504.13837), the lengths
 * those of published generations. Uses {@code fault} and {@code model}; no Spark, no Hadoop.
 */
package org.passk.synthetic;
