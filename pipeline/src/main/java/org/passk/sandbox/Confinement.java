package org.passk.sandbox;

/** How candidates are kept from everything but their own computation, strongest first. */
public enum Confinement {
    /** Own name spaces made by bubblewrap, system calls filtered, files governed by Landlock where the kernel has it. */
    NAMESPACES("bubblewrap, seccomp and Landlock"),
    /** System calls filtered and files governed by Landlock; what containers of YARN and Kubernetes allow. */
    KERNEL_FILTERS("seccomp and Landlock, without name spaces"),
    /** Limits alone: candidates can read and write what the user can. */
    NONE("no confinement");

    private final String text;

    Confinement(String text) {
        this.text = text;
    }

    /** What it consists of, for people. */
    public String text() {
        return text;
    }
}
