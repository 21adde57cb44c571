package org.passk.sandbox;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What can run and confine candidates on a machine.
 *
 * @param python the interpreter
 * @param confinement the strongest confinement that works
 * @param findings what was tried, a line each, for people
 * @param numpy the version of numpy that programs can import, part of what decides a verdict; empty without it
 */
public record Capabilities(Python python, Confinement confinement, List<String> findings, String numpy)
        implements Serializable {
    /** Copies the list. */
    public Capabilities {
        Objects.requireNonNull(python, "python");
        Objects.requireNonNull(confinement, "confinement");
        findings = List.copyOf(findings);
        Objects.requireNonNull(numpy, "numpy");
    }

    /** A machine without numpy. */
    public Capabilities(Python python, Confinement confinement, List<String> findings) {
        this(python, confinement, findings, "");
    }
}
