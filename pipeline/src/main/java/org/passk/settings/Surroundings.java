package org.passk.settings;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a process finds around itself: environment variables and system properties. The only place that asks for them,
 * so that everything else is a function of its arguments and a test can give its own.
 */
public final class Surroundings {
    private final UnaryOperator<String> variables;
    private final UnaryOperator<String> properties;

    private Surroundings(UnaryOperator<String> variables, UnaryOperator<String> properties) {
        this.variables = variables;
        this.properties = properties;
    }

    /** Those of the running process. */
    public static Surroundings ofProcess() {
        return new Surroundings(System::getenv, System::getProperty);
    }

    /**
     * Given ones; nothing of the running process shows through.
     *
     * @param variables environment variables
     * @param properties system properties
     */
    public static Surroundings of(Map<String, String> variables, Map<String, String> properties) {
        return new Surroundings(Map.copyOf(variables)::get, Map.copyOf(properties)::get);
    }

    /**
     * An environment variable.
     *
     * @param name its name
     * @return its value, which may be empty text; nothing when it is not set
     */
    public Optional<String> env(String name) {
        return Optional.ofNullable(variables.apply(Objects.requireNonNull(name, "name")));
    }

    /**
     * A system property.
     *
     * @param name its name, not empty
     * @return its value, which may be empty text; nothing when it is not set
     */
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.apply(Objects.requireNonNull(name, "name")));
    }
}
