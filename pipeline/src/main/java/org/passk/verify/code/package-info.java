/**
 * Verification of programs by the tests of their problems: which rule finds the program in a text, what it may use, when it
 * is run a second time, and what its verdict is. Programs run in {@link org.passk.sandbox.Sandbox} alone.
 */
package org.passk.verify.code;
