/**
 * Reads the LaTeX and the plain notation of answers into {@link org.passk.verify.math.expression expressions}: a lexer,
 * and a parser by operator precedence over its tokens. Depends on {@code expression} only.
 */
package org.passk.verify.math.notation;
