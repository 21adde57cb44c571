package org.passk.spark.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.passk.extract.Extraction;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.format.RecordFields;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;
import org.passk.model.Run;
import org.passk.model.Verdict;
import org.passk.spark.store.SourceContext;
import org.passk.verify.Verifier;

/**
 * Verifies the samples of one split as they stream by. Of a text only its extraction and its hash are held until its
 * record ends; where records name their benchmark after the text, one extraction for each verifier of the study.
 */
final class SplitVerification implements RecordSink<SplitVerification.Held> {
    /**
     * What is kept of a text.
     *
     * @param extractions the answer, as each verifier finds it
     * @param textHash 64-bit hash of the text: xxHash64 of its UTF-8
     */
    record Held(List<Extraction> extractions, long textHash) {}

    private record Target(Run run, String runId, String benchmark, int verifier, ProblemFinder.Found problem) {}

    private final VerifyContext context;
    private final SourceContext source;
    private final SegmentWriter writer;
    private final Map<String, Integer> verifierIndex = new LinkedHashMap<>();
    private final VerdictCache[] verifiers;
    private final Map<Run, String> runIds = new HashMap<>();
    private RecordFields lastFields;
    private Target lastTarget;

    SplitVerification(
            VerifyContext context, SourceContext source, Map<String, Verifier> catalog, SegmentWriter writer) {
        this.context = context;
        this.source = source;
        this.writer = writer;
        context.benchmarks().forEach((name, benchmark) -> {
            if (source.benchmark().isEmpty() || source.benchmark().equals(name)) {
                verifierIndex.putIfAbsent(benchmark.verifier(), verifierIndex.size());
            }
        });
        this.verifiers = new VerdictCache[verifierIndex.size()];
        verifierIndex.forEach(
                (name, index) -> verifiers[index] = new VerdictCache(catalog.get(name), context.cacheEntries()));
    }

    @Override
    public Held text(String text) {
        List<Extraction> extractions = new ArrayList<>(verifiers.length);
        for (VerdictCache verifier : verifiers) {
            extractions.add(verifier.extract(text));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Held(extractions, XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, 0));
    }

    @Override
    public void sample(Sample<Held> sample) {
        try {
            Target target = target(sample.fields());
            boolean truncated = isTruncated(sample.finishReason());
            Verdict verdict = verifiers[target.verifier].verify(
                    target.problem.reference(), sample.held().extractions().get(target.verifier), truncated);
            String sourceKey = source.sourceOf(sample.fields());
            writer.verdict(
                    sample,
                    target.run,
                    target.runId,
                    target.benchmark,
                    target.problem.id(),
                    sourceKey,
                    verdict,
                    truncated,
                    sample.held().textHash());
        } catch (RejectException e) {
            reject(new Reject(sample.position(), sample.answerIndex(), e.reason(), e.getMessage(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    static boolean isTruncated(String finishReason) {
        return finishReason.equals("length") || finishReason.equals("max_tokens");
    }

    private Target target(RecordFields fields) throws RejectException {
        // The answers of a wide record share their fields.
        if (fields != lastFields) {
            lastTarget = resolve(fields);
            lastFields = fields;
        }
        return lastTarget;
    }

    private Target resolve(RecordFields fields) throws RejectException {
        String model = source.modelOf(fields);
        Long step = context.modelSteps().get(model);
        if (step == null) {
            throw unknown(RejectReason.UNKNOWN_MODEL, "model", model);
        }
        String benchmark = source.benchmarkOf(fields);
        VerifyContext.BenchmarkContext known = context.benchmarks().get(benchmark);
        Integer verifier = known == null ? null : verifierIndex.get(known.verifier());
        if (known == null || verifier == null) {
            throw unknown(RejectReason.UNKNOWN_BENCHMARK, "benchmark", benchmark);
        }
        ProblemFinder.Found problem = ProblemFinder.find(benchmark, known.problems(), fields);
        Run run = source.runOf(fields, model, step);
        return new Target(run, runIds.computeIfAbsent(run, Run::id), benchmark, verifier, problem);
    }

    private static RejectException unknown(RejectReason reason, String what, String name) {
        return name.isEmpty()
                ? new RejectException(RejectReason.MISSING_FIELD, "neither the record nor the study names the " + what)
                : new RejectException(reason, "the study declares no " + what + " \"" + name + "\"");
    }
}
