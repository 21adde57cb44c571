/**
 * Kinds of trouble with stable codes and exit codes, the exception that carries them to the command line, and the
 * reasons for which a record is quarantined. Depends on nothing.
 */
package org.passk.fault;
