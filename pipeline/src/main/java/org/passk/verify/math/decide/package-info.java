/**
 * Decides whether two expressions are equal: exactly where arithmetic is exact, else by enclosures that prove a
 * difference, and by bounds or many digits that stand for equality. Depends on {@code expression} and {@code ball} only.
 */
package org.passk.verify.math.decide;
