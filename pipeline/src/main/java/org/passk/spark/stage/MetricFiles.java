package org.passk.spark.stage;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.passk.analysis.StudyRow;
import org.passk.spark.store.TableFileReader;

/** Goes through files of METRICS on the driver. Names repeat in millions of rows: equal texts are one object. */
final class MetricFiles {
    /** Slices name problems: beyond so many texts none is remembered. */
    private static final int MOST_TEXTS = 100_000;

    private final Map<String, String> texts = new HashMap<>();
    private final Configuration conf;

    MetricFiles(Configuration conf) {
        this.conf = conf;
    }

    /**
     * Goes through the rows of files.
     *
     * @param files their paths, in order
     * @param action takes a row
     * @throws IOException if a file cannot be read
     */
    void forEach(List<String> files, Consumer<StudyRow> action) throws IOException {
        for (String file : files) {
            TableFileReader.forEach(file, conf, row -> action.accept(MetricRows.read(shared(row))));
        }
    }

    private Object[] shared(Object... row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] instanceof String text) {
                String known = texts.size() < MOST_TEXTS ? texts.putIfAbsent(text, text) : texts.get(text);
                row[i] = known == null ? text : known;
            }
        }
        return row;
    }
}
