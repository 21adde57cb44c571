/**
 * The words of passk as types: problem, reference, run, sample identity, verdict. Immutable, without Spark; depends on
 * {@code fault} only.
 */
package org.passk.model;
