/**
 * Rigorous arithmetic of arbitrary precision with real and complex balls: a number is held as a midpoint and a radius,
 * and every operation returns a ball that contains all results for all points of its operands. Two expressions whose
 * difference is enclosed by a ball without zero are proven different. An operation that has no answer (a division by a
 * ball with zero, a logarithm of zero, a branch that cannot be chosen) returns the indeterminate ball instead of throwing.
 *
 * <p>The precision is an argument of every operation that rounds: 32 to 65,536 bits. With M(b) the cost of multiplying
 * two numbers of b bits, an addition, a product, a quotient and a square root cost O(M(b)), an elementary function
 * O(sqrt(b) M(b)), whatever the operands: exponents and arguments beyond fixed bounds give an indeterminate or a very wide
 * ball. Operands with mantissas longer than the precision (exact integers) cost in proportion to their own length.
 *
 * <p>Depends on the JDK alone. Everything is immutable and may be shared between threads.
 */
package org.passk.verify.math.ball;
