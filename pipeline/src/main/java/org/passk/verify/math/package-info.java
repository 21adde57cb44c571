/**
 * Mathematical answers: policies, limits, the comparison of what was read, and the canonical answer. The packages below
 * read ({@code notation}), hold ({@code expression}), enclose ({@code ball}) and decide ({@code decide}). Depends on
 * {@code verify}, {@code extract} and {@code model} only.
 */
package org.passk.verify.math;
