/**
 * Mathematical expressions as a small typed tree, and the exact rational numbers in it. Depends on nothing of the
 * project.
 */
package org.passk.verify.math.expression;
