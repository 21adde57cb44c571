package org.passk.verify.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tests of one problem, as they are needed to run programs.
 *
 * @param id equal ids mean equal tests
 * @param tests gives the tests when they are needed; may be costly
 * @param canonical a program that has to pass, if the benchmark has one
 * @param cpuSeconds the official limit
 */
public record Suite(String id, Supplier<ObjectNode> tests, Optional<String> canonical, double cpuSeconds) {
    /** Checks that everything is present. */
    public Suite {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tests, "tests");
        Objects.requireNonNull(canonical, "canonical");
    }
}
