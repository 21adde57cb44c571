/**
 * Where data lives: splits of inputs, segments, tables, and the pointer that names the current version. Every path is a
 * Hadoop path; nothing is renamed and no folder of the store is listed.
 */
package org.passk.spark.store;
