package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.passk.format.ReadLimits;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.ScoreFiles;

/** Ordinals of parts of files of JSON lines become SCORES. */
final class ScorePartReduction implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    private final ArrayList<ScoreFiles.Part> parts;
    private final ScoreWriter.Known known;
    private final ReadLimits limits;
    private final Broadcast<HadoopSettings> hadoop;

    ScorePartReduction(
            List<ScoreFiles.Part> parts, ScoreWriter.Known known, ReadLimits limits, Broadcast<HadoopSettings> hadoop) {
        this.parts = new ArrayList<>(parts);
        this.known = known;
        this.limits = limits;
        this.hadoop = hadoop;
    }

    @Override
    public List<TableSchema> tables() {
        return ScoreWriter.TABLES;
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        while (rows.hasNext()) {
            ScoreFiles.Part part = parts.get(rows.next().getInt(0));
            ScoreWriter writer = new ScoreWriter(known, part.path(), outputs);
            int firstBytes = known.quarantine().firstBytes();
            ScoreFiles.read(
                    part, limits, firstBytes, writer, writer, hadoop.value().configuration());
            writer.end();
        }
    }
}
