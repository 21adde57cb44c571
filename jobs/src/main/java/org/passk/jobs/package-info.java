/** A run from outside: the study's files, the session, the order of the stages, and what is written beside the tables. */
package org.passk.jobs;
