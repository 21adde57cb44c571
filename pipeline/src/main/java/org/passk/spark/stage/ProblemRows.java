package org.passk.spark.stage;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/** Sorted rows, several for each problem, as one row for each problem; one problem after the other is looked at. */
abstract class ProblemRows implements Iterator<Row> {
    private final Iterator<Row> rows;
    private Row ahead;

    ProblemRows(Iterator<Row> rows) {
        this.rows = rows;
        advance();
    }

    private void advance() {
        ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public final boolean hasNext() {
        return ahead != null;
    }

    @Override
    public final Row next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        Row first = ahead;
        advance();
        return reduce(first);
    }

    /**
     * Makes the row of a problem.
     *
     * @param first its first row; the others come by {@link #others}
     */
    abstract Row reduce(Row first);

    /** Hands out the rows that follow, while they belong to the problem. */
    final void others(Predicate<Row> belongs, Consumer<Row> each) {
        while (ahead != null && belongs.test(ahead)) {
            each.accept(ahead);
            advance();
        }
    }
}
