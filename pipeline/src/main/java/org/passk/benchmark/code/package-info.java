/**
 * The tests of programming problems: a problem's raw record becomes the suite that a sandbox takes. Reads records that the
 * caller fetched, and runs nothing. Depends on {@code model} and {@code fault} only.
 */
package org.passk.benchmark.code;
