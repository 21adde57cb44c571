/**
 * Verification of multiple choice: the letter that a generation chooses, and the letter of the reference. Depends on
 * {@code extract}, {@code model} and the contract in {@code verify}.
 */
package org.passk.verify.choice;
