package org.passk.settings;

import java.util.Map;
import java.util.Objects;

/**
 * A study that was read without a mistake.
 *
 * @param settings the typed settings
 * @param resolvedJson the same settings as JSON, defaults filled in, includes and substitutions resolved, keys sorted,
 *     sizes in bytes: for the manifest. It is itself a study file that gives equal settings
 * @param places where each key of the study stands, as {@code FILE:LINE}: {@code study.generations[0].path} to
 *     {@code study.conf:7}
 */
public record LoadedStudy(Settings settings, String resolvedJson, Map<String, String> places) {
    /** Checks that both are present. */
    public LoadedStudy {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(resolvedJson, "resolvedJson");
        places = Map.copyOf(places);
    }
}
