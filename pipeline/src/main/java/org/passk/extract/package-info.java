/** The final answer in a generation, with the channel through which it was found. Depends on {@code model} only. */
package org.passk.extract;
