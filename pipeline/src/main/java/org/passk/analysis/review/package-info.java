/**
 * The review of chains of thought by people: which correct responses of the hardest solvable problems they are shown, and
 * what their labels say of pass@k. Pure functions of counts, labels and a seed; uses {@code stats} and {@code model}.
 */
package org.passk.analysis.review;
