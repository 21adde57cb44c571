package org.passk.verify.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.passk.fault.PasskException;
import org.passk.verify.Verifier;
import org.passk.verify.choice.ChoiceOptions;
import org.passk.verify.choice.ChoiceVerifier;
import org.passk.verify.math.MathOptions;
import org.passk.verify.math.MathVerifier;

/** The verifiers by the names that studies use. Immutable. */
public final class VerifierCatalog {
    private final Map<String, Supplier<Verifier>> factories;

    /**
     * The catalog with the settings of its verifier of mathematics, and the defaults of all others.
     *
     * @param math settings of the verifier {@code math}
     */
    public VerifierCatalog(MathOptions math) {
        this(math, ChoiceOptions.defaults());
    }

    /**
     * The catalog with the settings of its verifiers.
     *
     * @param math settings of the verifier {@code math}
     * @param choice settings of the verifier {@code choice}
     */
    public VerifierCatalog(MathOptions math, ChoiceOptions choice) {
        Map<String, Supplier<Verifier>> ordered = new LinkedHashMap<>();
        ordered.put("math", () -> new MathVerifier(math));
        ordered.put("choice", () -> new ChoiceVerifier(choice));
        factories = Collections.unmodifiableMap(ordered);
    }

    /** The known names; the first is the one of benchmarks that name none. */
    public Collection<String> names() {
        return factories.keySet();
    }

    /**
     * A new verifier, guarded against its own exceptions.
     *
     * @param name one of {@link #names}
     * @return the verifier
     * @throws PasskException when there is no verifier of this name; the message lists the known ones
     */
    public Verifier verifier(String name) {
        Supplier<Verifier> factory = factories.get(name);
        if (factory == null) {
            throw PasskException.configuration(
                    "verifier \"" + name + "\" is unknown; known are: " + String.join(", ", names()));
        }
        return new GuardedVerifier(factory.get());
    }
}
