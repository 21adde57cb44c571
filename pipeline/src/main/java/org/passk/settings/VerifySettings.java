package org.passk.settings;

import java.io.Serializable;
import java.util.Objects;
import org.passk.verify.code.CodeOptions;
import org.passk.verify.math.MathOptions;

/**
 * How generations are verified.
 *
 * @param math the options of the verifier of mathematics
 * @param code the options of the verification of programs
 * @param cacheEntries how many verdicts of equal answers a task remembers, at least 0
 */
public record VerifySettings(MathOptions math, CodeOptions code, int cacheEntries) implements Serializable {
    /** Checks the range. */
    public VerifySettings {
        Objects.requireNonNull(math, "math");
        Objects.requireNonNull(code, "code");
        LongRange.COUNT.check("cacheEntries", cacheEntries);
    }
}
