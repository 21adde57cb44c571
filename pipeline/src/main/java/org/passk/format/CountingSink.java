package org.passk.format;

/** Counts records on their way to another sink. */
final class CountingSink<T> implements RecordSink<T> {
    private final RecordSink<T> target;
    private long records;
    private long line = -1;
    private int inLine;

    CountingSink(RecordSink<T> target) {
        this.target = target;
    }

    long records() {
        return records;
    }

    /** How many records the line at this position has given so far. */
    int recordsInLine(long position) {
        return line == position ? inLine : 0;
    }

    @Override
    public T text(String text) {
        return target.text(text);
    }

    @Override
    public T text(String text, TextForm form) {
        return target.text(text, form);
    }

    @Override
    public void sample(Sample<T> sample) {
        count(sample.position());
        target.sample(sample);
    }

    @Override
    public void reject(Reject reject) {
        count(reject.position());
        target.reject(reject);
    }

    private void count(long position) {
        records++;
        if (position != line) {
            line = position;
            inLine = 0;
        }
        inLine++;
    }
}
