package org.passk.spark.schema;

import java.util.Arrays;
import java.util.List;
import org.passk.tally.Count;

/** The tables and the files of segments. */
public final class Tables {
    /** The model's run: {@link org.passk.model.Run#id}. */
    public static final String RUN_ID = "run_id";
    /** The benchmark's name. */
    public static final String BENCHMARK = "benchmark";
    /** The problem's id. */
    public static final String PROBLEM_ID = "problem_id";
    /** What separates equal sample indexes of one run: {@code seed=N}, or empty where the file itself does. */
    public static final String SOURCE = "source";
    /** Path of the input file. */
    public static final String PATH = "path";
    /** Byte offset in the decompressed stream, or row number. */
    public static final String POSITION = "position";
    /** Index of the answer within its record. */
    public static final String ANSWER_INDEX = "answer_index";
    /** Index of the sample within its source. */
    public static final String SAMPLE_INDEX = "sample_index";
    /** The canonical answer; empty when there is none. */
    public static final String ANSWER = "answer";
    /** Key of the tests of a problem, with everything else that decides about a program. */
    public static final String SUITE = "suite";
    /** Key of equal programs: {@link org.passk.extract.program.NormalisedProgram#digest}. */
    public static final String PROGRAM = "program";
    /** Whether a program ended so near to its CPU limit that another machine might decide otherwise. */
    public static final String NEAR_LIMIT = "near_limit";
    /** Samples that count. */
    public static final String N = "n";

    /**
     * A segment's samples: VERDICTS (up to {@code answer}) and SAMPLE_STATS (the columns after it) of the same rows. One
     * file holds both, because a columnar file costs a reader only the columns that it asks for.
     */
    public static final TableSchema SAMPLES = TableSchema.of("samples")
            .required(ColumnType.STRING, RUN_ID, BENCHMARK, PROBLEM_ID, SOURCE, PATH)
            .required(ColumnType.LONG, POSITION)
            .required(ColumnType.INT, ANSWER_INDEX)
            .required(ColumnType.LONG, SAMPLE_INDEX)
            .required(ColumnType.STRING, "outcome", "channel", "rule")
            .required(ColumnType.BOOLEAN, "truncated")
            .required(ColumnType.STRING, ANSWER)
            .required(ColumnType.LONG, "text_hash")
            .required(ColumnType.STRING, "stored_verdict")
            .optional(ColumnType.LONG, "num_tokens")
            .optional(ColumnType.DOUBLE, "sum_logprob", "mean_entropy", "score")
            .required(ColumnType.BOOLEAN, NEAR_LIMIT)
            .build();

    /**
     * A segment's samples that wait for the verdicts on their programs: what SAMPLES says of them, without a verdict, and the
     * key of the verdict.
     */
    public static final TableSchema WAITING = TableSchema.of("waiting")
            .required(ColumnType.STRING, "segment", SUITE, PROGRAM, "extraction")
            .required(ColumnType.STRING, RUN_ID, BENCHMARK, PROBLEM_ID, SOURCE, PATH)
            .required(ColumnType.LONG, POSITION)
            .required(ColumnType.INT, ANSWER_INDEX)
            .required(ColumnType.LONG, SAMPLE_INDEX)
            .required(ColumnType.BOOLEAN, "truncated")
            .required(ColumnType.LONG, "text_hash")
            .required(ColumnType.STRING, "stored_verdict")
            .optional(ColumnType.LONG, "num_tokens")
            .optional(ColumnType.DOUBLE, "sum_logprob", "mean_entropy", "score")
            .build();

    /** The programs of a segment, each once for a batch of its samples. */
    public static final TableSchema PROGRAMS = TableSchema.of("programs")
            .required(ColumnType.STRING, SUITE, PROGRAM, BENCHMARK, PROBLEM_ID)
            .required(ColumnType.INT, "ordinal")
            .required(ColumnType.STRING, "extraction", "source_code")
            .build();

    /** What tests said of programs: one row per suite (with the limits and versions that matter) and program. */
    public static final TableSchema LEDGER = TableSchema.of("ledger")
            .required(ColumnType.STRING, SUITE, PROGRAM, "outcome", "rule", "detail")
            .optional(ColumnType.BOOLEAN, "base_passed")
            .required(ColumnType.DOUBLE, "cpu_seconds")
            .required(ColumnType.BOOLEAN, NEAR_LIMIT)
            .build();

    /** Rejected records. */
    public static final TableSchema QUARANTINE = TableSchema.of("quarantine")
            .required(ColumnType.STRING, PATH)
            .required(ColumnType.LONG, POSITION)
            .required(ColumnType.INT, ANSWER_INDEX)
            .required(ColumnType.STRING, "reason", "message", "first_bytes")
            .build();

    /** Samples whose identity another one had before, across segments; as rows of QUARANTINE. */
    public static final TableSchema DUPLICATES = new TableSchema("duplicates", QUARANTINE.columns());

    /** A segment's share of TALLIES, by source, with what detects repeated identities and repeated texts. */
    public static final TableSchema PARTIAL_TALLIES = counts(TableSchema.of("partial_tallies")
                    .required(ColumnType.STRING, RUN_ID, BENCHMARK, PROBLEM_ID, SOURCE, PATH))
            .required(ColumnType.BINARY, "indexes", "text_hashes")
            // Of a row of a file of counts, whose samples, 0 … n − 1, have neither rows of SAMPLES nor
            // texts, and whose indexes are left empty; absent for generations.
            .optional(ColumnType.LONG, POSITION)
            .build();

    /** A segment's share of ANSWERS. */
    public static final TableSchema PARTIAL_ANSWERS = answers("partial_answers");

    /** One row per run, benchmark and problem. */
    public static final TableSchema TALLIES = counts(TableSchema.of("tallies")
                    .required(ColumnType.STRING, RUN_ID, BENCHMARK, PROBLEM_ID)
                    .required(ColumnType.LONG, N))
            .required(ColumnType.LONG, "identical_text")
            .build();

    /** TALLIES summed over the problems of a run and benchmark; several rows where TALLIES has several files. */
    public static final TableSchema SUMMARIES = counts(TableSchema.of("summaries")
                    .required(ColumnType.STRING, RUN_ID, BENCHMARK)
                    .required(ColumnType.LONG, N))
            .required(ColumnType.LONG, "identical_text", "problems", "min_n", "max_n", "missing")
            .build();

    /** One row per run, benchmark, problem and canonical answer. */
    public static final TableSchema ANSWERS = answers("answers");

    /** One row per metric, run (and base run), benchmark and k. */
    public static final TableSchema METRICS = TableSchema.of("metrics")
            .required(ColumnType.STRING, "metric", RUN_ID, "base_run_id", BENCHMARK, "slice")
            .required(ColumnType.LONG, "k")
            .optional(ColumnType.DOUBLE, "x")
            .required(ColumnType.DOUBLE, "estimate", "upper_undecided")
            .optional(ColumnType.DOUBLE, "standard_error", "low", "high", "level")
            .required(ColumnType.STRING, "method", "target")
            .required(ColumnType.LONG, "problems", "samples", "min_n", "max_n")
            .required(ColumnType.STRING, "flags")
            .build();

    /**
     * One row per run, base run, benchmark and common problem: the counts of both, who solves it, the p value of Fisher's
     * exact test, its adjustment within the rows of the same runs and benchmark, and the upper bound of a success rate of
     * which no sample was correct.
     */
    public static final TableSchema PAIR_PROBLEMS = TableSchema.of("pair_problems")
            .required(ColumnType.STRING, RUN_ID, "base_run_id", BENCHMARK, PROBLEM_ID)
            .required(ColumnType.LONG, "base_n", "base_c", N, "c")
            .required(ColumnType.STRING, "set")
            .required(ColumnType.DOUBLE, "p_value", "q_value")
            .optional(ColumnType.DOUBLE, "upper_bound")
            .build();

    /** Rows of METRICS that come from ANSWERS: votes and chance. */
    public static final TableSchema ANSWER_METRICS = new TableSchema("answer_metrics", METRICS.columns());

    /** Rows of METRICS that come from SAMPLES: scores and entropies. */
    public static final TableSchema SAMPLE_METRICS = new TableSchema("sample_metrics", METRICS.columns());

    /** The log-probability of one text under one model. */
    public static final TableSchema SCORES = TableSchema.of("scores")
            .required(ColumnType.STRING, BENCHMARK, "scorer", "author", PROBLEM_ID)
            .required(ColumnType.LONG, SAMPLE_INDEX)
            .required(ColumnType.STRING, PATH)
            .required(ColumnType.LONG, POSITION, "num_tokens")
            .required(ColumnType.DOUBLE, "sum_logprob")
            .optional(ColumnType.DOUBLE, "mean_entropy")
            .build();

    /** Records of files with log-probabilities that were rejected; as rows of QUARANTINE. */
    public static final TableSchema SCORE_QUARANTINE = new TableSchema("score_quarantine", QUARANTINE.columns());

    /** Of those that were not rejected when they were read, the ones whose text had a row before. */
    public static final TableSchema SCORE_DUPLICATES = new TableSchema("score_duplicates", QUARANTINE.columns());

    /** What was read of files with log-probabilities: one row per split. */
    public static final TableSchema SCORE_COUNTS = TableSchema.of("score_counts")
            .required(ColumnType.STRING, PATH)
            .required(ColumnType.LONG, "read", "accepted", "rejected")
            .build();

    /** Rows of METRICS that come from SCORES: perplexities. */
    public static final TableSchema SCORE_METRICS = new TableSchema("score_metrics", METRICS.columns());

    /** Rows of METRICS without problems that can be guessed. */
    public static final TableSchema GUESS_METRICS = new TableSchema("guess_metrics", METRICS.columns());

    /** Rows of METRICS that compare runs of equal entropy. */
    public static final TableSchema ENTROPY_METRICS = new TableSchema("entropy_metrics", METRICS.columns());

    /** The rows of METRICS and of what is computed from it, in the order of the report, where they are many. */
    public static final TableSchema REPORT_METRICS = new TableSchema("report_metrics", METRICS.columns());

    /** Every table that holds rows of METRICS. */
    public static final List<TableSchema> ALL_METRICS =
            List.of(METRICS, ANSWER_METRICS, SAMPLE_METRICS, SCORE_METRICS, GUESS_METRICS, ENTROPY_METRICS);

    /** One row per run, with what defines it and what the study says of its model. */
    public static final TableSchema RUNS = TableSchema.of("runs")
            .required(ColumnType.STRING, RUN_ID, "label", "model", "role", "base", "algorithm")
            .optional(ColumnType.LONG, "step")
            .required(ColumnType.STRING, "prompt_kind")
            .optional(ColumnType.DOUBLE, "temperature", "top_p")
            .optional(ColumnType.LONG, "max_tokens")
            .build();

    /** One row per run, benchmark and source: the seed where it is known, else the file. */
    public static final TableSchema SOURCES = TableSchema.of("sources")
            .required(ColumnType.STRING, RUN_ID, BENCHMARK, SOURCE, PATH)
            .required(ColumnType.LONG, "verdicts")
            .build();

    /** One row per problem of the problem files. */
    public static final TableSchema PROBLEMS = TableSchema.of("problems")
            .required(ColumnType.STRING, BENCHMARK)
            .required(ColumnType.INT, "ordinal")
            .required(ColumnType.STRING, PROBLEM_ID, "question_digest", "reference", "level", "subject")
            .build();

    private Tables() {}

    private static TableSchema.Builder counts(TableSchema.Builder builder) {
        String[] names = Arrays.stream(Count.values()).map(Count::column).toArray(String[]::new);
        return builder.required(ColumnType.LONG, names);
    }

    private static TableSchema answers(String name) {
        return TableSchema.of(name)
                .required(ColumnType.STRING, RUN_ID, BENCHMARK, PROBLEM_ID, ANSWER, "outcome")
                .required(ColumnType.LONG, "count", "boxed", "stated", "hashes", "last_number", "program_rule")
                .build();
    }
}
