package org.passk.synthetic;

/** How the records of one set of files are written. */
public enum RecordForm {
    /** passk's JSON lines, a generation a line. */
    LONG(".jsonl"),
    /** The JSON lines of the Qwen2.5-Math scripts, a problem a line. */
    WIDE(".jsonl"),
    /** The long form in Parquet. */
    PARQUET(".parquet");

    private final String extension;

    RecordForm(String extension) {
        this.extension = extension;
    }

    /** The ending of a file's name. */
    public String extension() {
        return extension;
    }
}
