package org.passk.settings;

import java.util.Optional;

/** Gives the texts that a study file includes. */
@FunctionalInterface
public interface IncludeResolver {
    /**
     * The text of an included file.
     *
     * @param name the file's path relative to the folder of the study file, or an absolute path; a file that is
     *     included by an included file is already resolved against the folder of the latter
     * @return its text; nothing when there is no such file, which is a mistake of the study
     */
    Optional<String> textOf(String name);
}
