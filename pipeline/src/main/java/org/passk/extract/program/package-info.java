/**
 * The program in a generation, by the rule of the benchmark, and the key of equal programs. Knows Python's strings and
 * comments, and runs nothing. Depends on {@code model} and {@code extract} only.
 */
package org.passk.extract.program;
