package org.passk.spark.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.format.CountsRow;
import org.passk.format.CountsSink;
import org.passk.format.RecordFields;
import org.passk.format.Reject;
import org.passk.model.Run;
import org.passk.spark.store.InputSplit;
import org.passk.spark.store.SourceContext;

/** Takes the rows of one split of a file of counts into its segment: nothing is verified, and no sample gets a row. */
final class SplitCounts implements CountsSink {
    private final VerifyContext context;
    private final SourceContext source;
    private final String path;
    private final SegmentWriter writer;
    private final Map<Run, String> runIds = new HashMap<>();

    SplitCounts(VerifyContext context, InputSplit split, SegmentWriter writer) {
        this.context = context;
        this.source = split.context();
        this.path = split.path();
        this.writer = writer;
    }

    @Override
    public void counts(CountsRow row) throws RejectException {
        RecordFields fields = row.fields();
        String model = source.modelOf(fields);
        Long step = context.modelSteps().get(model);
        if (step == null) {
            throw SplitVerification.unknown(RejectReason.UNKNOWN_MODEL, "model", model);
        }
        String benchmark = source.benchmarkOf(fields);
        VerifyContext.BenchmarkContext known = context.benchmarks().get(benchmark);
        if (known == null) {
            throw SplitVerification.unknown(RejectReason.UNKNOWN_BENCHMARK, "benchmark", benchmark);
        }
        requireProblem(benchmark, known.problems(), fields.problemId());
        Run run = source.runOf(fields, model, step);
        String named = row.source().isEmpty() ? source.sourceOf(fields) : row.source();
        String runId = runIds.computeIfAbsent(run, Run::id);
        try {
            writer.counts(run, new String[] {runId, benchmark, fields.problemId(), named, path}, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts need no problem file; where there is one, an id that it does not hold would be a problem of its own. */
    private static void requireProblem(String benchmark, ProblemSet problems, String id) throws RejectException {
        if (problems != null && problems.byId(id).isEmpty()) {
            throw new RejectException(
                    RejectReason.UNKNOWN_PROBLEM,
                    "problem " + id + " is not in benchmark " + benchmark + " (" + problems.size() + " problems)");
        }
    }

    @Override
    public void reject(Reject reject) {
        try {
            writer.reject(reject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
