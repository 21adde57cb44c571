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
 * @param sites the folders of installed packages that programs may import; within the prefixes, or not there
 */
public record Python(String executable, String version, List<String> prefixes, List<String> sites)
        implements Serializable {
    /** Copies the lists. */
    public Python {
        Objects.requireNonNull(executable, "executable");
        Objects.requireNonNull(version, "version");
        prefixes = List.copyOf(prefixes);
        sites = List.copyOf(sites);
    }

    /** An interpreter whose programs find the standard library alone. */
    public Python(String executable, String version, List<String> prefixes) {
        this(executable, version, prefixes, List.of());
    }
}
