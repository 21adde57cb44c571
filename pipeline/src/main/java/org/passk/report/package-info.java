/** What people are told of a run: a model of plain values, filled from the tables. Rendering is {@code report.render}. */
package org.passk.report;
