package org.passk.jobs.cli;

import java.io.PrintWriter;

/**
 * Where commands print.
 *
 * @param out results
 * @param err progress and errors
 */
record Terminal(PrintWriter out, PrintWriter err) {}
