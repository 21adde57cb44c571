package org.passk.synthetic;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a file of the long form, one at a time: samples that are missing are left out. Not thread-safe. */
public final class LongRows implements Iterator<LongRow> {
    private final SyntheticPlan plan;
    private final Texts texts;
    private final FileSet set;
    private final long end;
    private long number;
    private FileSet.Entry entry;
    private Fate fate;

    /**
     * The rows of a file.
     *
     * @param plan the study
     * @param set the set of the file
     * @param file its number in the set
     */
    public LongRows(SyntheticPlan plan, FileSet set, int file) {
        this.plan = plan;
        this.texts = new Texts(plan);
        this.set = set;
        this.number = set.first(file);
        this.end = set.end(file);
        advance();
    }

    private void advance() {
        do {
            entry = number < end ? set.entry(number++) : null;
            fate = entry == null ? Fate.MISSING : plan.fate(set, entry.problem(), entry.index());
        } while (entry != null && !fate.written());
    }

    @Override
    public boolean hasNext() {
        return entry != null;
    }

    @Override
    public LongRow next() {
        if (entry == null) {
            throw new NoSuchElementException();
        }
        LongRow row = LongRow.of(plan, texts, set, entry, fate);
        advance();
        return row;
    }
}
