/**
 * Files of generations become samples: streaming, one record at a time, without Spark or Hadoop. A reader is given a
 * stream and reports every record exactly once, as samples or as a reject with position and reason.
 */
package org.passk.format;
