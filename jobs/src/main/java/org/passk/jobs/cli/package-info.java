/** The command line: the only place that prints and ends the process. */
package org.passk.jobs.cli;
