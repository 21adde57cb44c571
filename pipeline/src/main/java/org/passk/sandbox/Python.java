package org.passk.sandbox;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * An interpreter of Python as it really is, behind links and shims.
 *
 * @param executable the absolute path of the program itself
 * @param version as in {@code 3.11.7}
 * @param prefixes the folders that it needs for itself and its libraries, absolute
 */
public record Python(String executable, String version, List<String> prefixes) implements Serializable {
    /** Copies the list. */
    public Python {
        Objects.requireNonNull(executable, "executable");
        Objects.requireNonNull(version, "version");
        prefixes = List.copyOf(prefixes);
    }
}
