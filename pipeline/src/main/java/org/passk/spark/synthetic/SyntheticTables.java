package org.passk.spark.synthetic;

import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.synthetic.Truth;

/** The columns of made-up Parquet inputs, and of their truth. */
final class SyntheticTables {
    /** One row per generation: passk's long form. */
    static final TableSchema GENERATIONS = TableSchema.of("generations")
            .required(ColumnType.STRING, "model", "benchmark", "problem_id")
            .required(ColumnType.LONG, "sample_index", "seed")
            .optional(ColumnType.LONG, "step")
            .required(ColumnType.STRING, "prompt_kind")
            .required(ColumnType.DOUBLE, "temperature", "top_p")
            .required(ColumnType.LONG, "max_tokens")
            .optional(ColumnType.STRING, "text")
            .required(ColumnType.STRING, "finish_reason")
            .required(ColumnType.LONG, "num_tokens")
            .required(ColumnType.DOUBLE, "sum_logprob", "mean_entropy")
            .optional(ColumnType.BOOLEAN, "stored_verdict")
            .build();

    /** One row per run and problem: what TALLIES must hold. */
    static final TableSchema TRUTH = TableSchema.of("truth")
            .required(ColumnType.STRING, Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID)
            .required(ColumnType.LONG, Truth.COUNTS.toArray(String[]::new))
            .build();

    private SyntheticTables() {}
}
