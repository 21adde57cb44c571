package org.passk.jobs.conformance;

import org.passk.verify.math.expression.Expression;

/**
 * What SymPy printed.
 *
 * @param expression its meaning
 * @param approximate whether floating-point numbers occur, of which 15 digits are printed
 */
record SympyText(Expression expression, boolean approximate) {}
