/**
 * Runs untrusted programs: the only owner of processes. A server in Python forks one confined child for each candidate;
 * this package finds the interpreter, finds out how a child can be confined here, starts the server and speaks with it.
 */
package org.passk.sandbox;
