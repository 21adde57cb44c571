package org.passk.synthetic;

/** How files of JSON lines are compressed. */
public enum Packing {
    /** Not at all. */
    PLAIN(""),
    /** gzip. */
    GZ(".gz"),
    /** Zstandard. */
    ZST(".zst");

    private final String extension;

    Packing(String extension) {
        this.extension = extension;
    }

    /** What it adds to a file's name. */
    public String extension() {
        return extension;
    }
}
