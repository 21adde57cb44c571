package org.passk.spark.compare;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.spark.schema.Tables;

/** The columns that samples have on their way into pairs, and those of what pairs come to. */
final class PairColumns {
    /** What separates the samples of files without a seed in both studies; empty where there is a seed. */
    static final String FILE = "file";
    /** 0 for the first study, 1 for the second. */
    static final String SIDE = "side";

    /** Of samples, in the order of sorting up to the answer's index. */
    static final List<String> SAMPLE = List.of(
            Tables.RUN_ID,
            Tables.BENCHMARK,
            Tables.PROBLEM_ID,
            Tables.SOURCE,
            FILE,
            Tables.SAMPLE_INDEX,
            SIDE,
            Tables.PATH,
            Tables.POSITION,
            Tables.ANSWER_INDEX,
            "outcome",
            "channel",
            "rule",
            Tables.ANSWER,
            "text_hash");

    /** How many of the columns give the order. */
    static final int ORDERING = 10;

    /** How many of the columns tell the problem. */
    static final int PROBLEM = 3;

    /** The columns that a verdict pair is kept by. */
    static final List<String> VERDICTS =
            List.of("outcome_a", "channel_a", "rule_a", "outcome_b", "channel_b", "rule_b");

    static final String STATE = "state";
    static final String COUNT = "count";
    /** What examples are chosen by. */
    static final String LOT = "lot";

    /** Of results: counts of pairs of a problem, and, with the count 0, single samples as examples. */
    static final StructType RESULT = new StructType()
            .add(Tables.RUN_ID, DataTypes.StringType, false)
            .add(Tables.BENCHMARK, DataTypes.StringType, false)
            .add(Tables.PROBLEM_ID, DataTypes.StringType, false)
            .add(STATE, DataTypes.StringType, false)
            .add("outcome_a", DataTypes.StringType, false)
            .add("channel_a", DataTypes.StringType, false)
            .add("rule_a", DataTypes.StringType, false)
            .add("outcome_b", DataTypes.StringType, false)
            .add("channel_b", DataTypes.StringType, false)
            .add("rule_b", DataTypes.StringType, false)
            .add(COUNT, DataTypes.LongType, false)
            .add(LOT, DataTypes.StringType, false)
            .add(Tables.SOURCE, DataTypes.StringType, false)
            .add(Tables.SAMPLE_INDEX, DataTypes.LongType, false)
            .add(Tables.PATH, DataTypes.StringType, false)
            .add(Tables.POSITION, DataTypes.LongType, false)
            .add(Tables.ANSWER_INDEX, DataTypes.IntegerType, false)
            .add("answer_a", DataTypes.StringType, false)
            .add("answer_b", DataTypes.StringType, false);

    private PairColumns() {}

    static Column[] columns(List<String> names) {
        return names.stream().map(functions::col).toArray(Column[]::new);
    }

    /** The verdicts of a row that has the columns {@link #VERDICTS}. */
    static VerdictPair verdicts(Row row) {
        return new VerdictPair(
                Outcome.valueOf(row.getAs("outcome_a")),
                Channel.valueOf(row.getAs("channel_a")),
                row.getAs("rule_a"),
                Outcome.valueOf(row.getAs("outcome_b")),
                Channel.valueOf(row.getAs("channel_b")),
                row.getAs("rule_b"));
    }
}
