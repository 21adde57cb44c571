/**
 * Mathematical answers: normalisation of LaTeX and plain notation, exact comparison of numbers, and of tuples, sets and
 * lists element by element. Depends on {@code verify}, {@code extract} and {@code model} only. No algebra is done here:
 * what is neither a number nor equal as a normalised text is not equal.
 */
package org.passk.verify.math;
