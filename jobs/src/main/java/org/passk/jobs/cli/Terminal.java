package org.passk.jobs.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * Where commands read and print.
 *
 * @param in what the user types or pipes
 * @param out results
 * @param err progress and errors
 */
public record Terminal(InputStream in, PrintWriter out, PrintWriter err) {}
