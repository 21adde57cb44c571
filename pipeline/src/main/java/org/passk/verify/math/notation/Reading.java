package org.passk.verify.math.notation;

import java.io.Serializable;
import org.passk.verify.math.expression.Expression;

/**
 * What was read in an answer.
 *
 * @param expression the expression; {@link Expression.Words} when it is no mathematics
 * @param display the answer without layout and spaces; equal for answers that are written alike
 * @param understood whether it was read as mathematics
 * @param withinLimits false when it was not, because it is nested too deeply or too large
 */
public record Reading(Expression expression, String display, boolean understood, boolean withinLimits)
        implements Serializable {}
