/** Which verifiers there are, by name, and what every one of them gets: a guard against its own bugs. */
package org.passk.verify.catalog;
