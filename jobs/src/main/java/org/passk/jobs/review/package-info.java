/**
 * Reviews of chains of thought by people: the files that they are given, and what becomes of their labels. No printing, no
 * clock; statistics are those of {@code analysis.review}, texts come from {@code spark.stage}.
 */
package org.passk.jobs.review;
