/**
 * The contract of verification. The packages below implement it and do not know each other; {@code verify.catalog}
 * knows them all.
 */
package org.passk.verify;
