package org.passk.settings;

import java.util.Objects;

/**
 * A study that was read without a mistake.
 *
 * @param settings the typed settings
 * @param resolvedJson the same settings as JSON, defaults filled in, includes and substitutions resolved, keys sorted,
 *     sizes in bytes: for the manifest. It is itself a study file that gives equal settings
 */
public record LoadedStudy(Settings settings, String resolvedJson) {
    /** Checks that both are present. */
    public LoadedStudy {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(resolvedJson, "resolvedJson");
    }
}
