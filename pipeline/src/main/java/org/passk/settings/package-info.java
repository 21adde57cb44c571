/**
 * The typed, immutable settings of a study: the only reader of configuration, environment variables and system
 * properties. Strings and maps end here; everything else sees records. Depends on {@code fault} only; no Spark, no
 * file system: texts come in as arguments, so that a study may lie on any store.
 */
package org.passk.settings;
