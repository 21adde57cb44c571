package org.passk.spark.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.passk.extract.Extraction;
import org.passk.extract.program.ExtractedProgram;
import org.passk.extract.program.NormalisedProgram;
import org.passk.extract.program.ProgramExtractor;
import org.passk.extract.program.ProgramRule;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.format.RecordFields;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;
import org.passk.format.TextForm;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference.TestSuite;
import org.passk.model.Run;
import org.passk.model.UnicodeText;
import org.passk.model.Verdict;
import org.passk.spark.store.InputSplit;
import org.passk.spark.store.SourceContext;
import org.passk.verify.Verifier;
import org.passk.verify.code.CodeBenchmark;

/**
 * Verifies the samples of one split as they stream by. Of a text only its extraction and its hash are held until its
 * record ends; where records name their benchmark after the text, one extraction for each verifier of the study. Programs
 * are not run here: their samples are written as waiting.
 */
final class SplitVerification implements RecordSink<SplitVerification.Held> {
    /**
     * What is kept of a text.
     *
     * @param extractions the answer, as each verifier finds it
     * @param programs the program without its prompt, as each way to find programs finds it
     * @param textHash 64-bit hash of the text: xxHash64 of its UTF-8
     */
    record Held(List<Extraction> extractions, List<ExtractedProgram> programs, long textHash) {}

    /** @param reader index among the verifiers, or among the ways to find programs */
    private record Target(
            Run run, String runId, String benchmark, int reader, ProblemFinder.Found problem, String suite) {}

    private final VerifyContext context;
    private final SourceContext source;
    private final String path;
    private final String segment;
    private final SegmentWriter writer;
    private final ProgramExtractor extractor;
    private final Map<String, Integer> verifierIndex = new LinkedHashMap<>();
    private final Map<CodeBenchmark, Integer> codeIndex = new LinkedHashMap<>();
    private final VerdictCache[] verifiers;
    private final CodeBenchmark[] codes;
    private final Map<Run, String> runIds = new HashMap<>();
    /** By identity: every problem of every benchmark has a reference of its own. */
    private final IdentityHashMap<TestSuite, String> suiteKeys = new IdentityHashMap<>();

    private RecordFields lastFields;
    private Target lastTarget;

    SplitVerification(
            VerifyContext context,
            InputSplit split,
            String segment,
            Map<String, Verifier> catalog,
            SegmentWriter writer) {
        this.context = context;
        this.source = split.context();
        this.path = split.path();
        this.segment = segment;
        this.writer = writer;
        this.extractor = new ProgramExtractor(context.code().maxProgramChars());
        context.benchmarks().forEach((name, benchmark) -> {
            if (!source.benchmark().isEmpty() && !source.benchmark().equals(name)) {
                return;
            }
            if (benchmark.code() == null) {
                verifierIndex.putIfAbsent(benchmark.verifier(), verifierIndex.size());
            } else {
                codeIndex.putIfAbsent(benchmark.code(), codeIndex.size());
            }
        });
        this.verifiers = new VerdictCache[verifierIndex.size()];
        verifierIndex.forEach(
                (name, index) -> verifiers[index] = new VerdictCache(catalog.get(name), context.cacheEntries()));
        this.codes = codeIndex.keySet().toArray(CodeBenchmark[]::new);
    }

    @Override
    public Held text(String text) {
        return text(text, TextForm.GENERATION);
    }

    @Override
    public Held text(String text, TextForm form) {
        List<Extraction> extractions = new ArrayList<>(verifiers.length);
        for (VerdictCache verifier : verifiers) {
            extractions.add(verifier.extract(text));
        }
        List<ExtractedProgram> programs = new ArrayList<>(codes.length);
        for (CodeBenchmark code : codes) {
            // The prompt of a completion belongs to the problem, which is known when the record ends.
            programs.add(extractor.extract(text, code.rule(form), ""));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long hash = XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, 0);
        return new Held(extractions, programs, hash);
    }

    @Override
    public void sample(Sample<Held> sample) {
        try {
            Target target = target(sample.fields());
            SampleRow row = row(sample, target);
            if (target.suite.isEmpty()) {
                Extraction extraction = sample.held().extractions().get(target.reader);
                Verdict verdict =
                        verifiers[target.reader].verify(target.problem.reference(), extraction, row.truncated());
                writer.verdict(target.run, row, verdict);
            } else {
                program(target, row, sample.held().programs().get(target.reader));
            }
        } catch (RejectException e) {
            reject(new Reject(sample.position(), sample.answerIndex(), e.reason(), e.getMessage(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SampleRow row(Sample<Held> sample, Target target) throws RejectException {
        return new SampleRow(
                target.runId,
                target.benchmark,
                target.problem.id(),
                source.sourceOf(sample.fields()),
                path,
                sample.position(),
                sample.answerIndex(),
                sample.sampleIndex(),
                isTruncated(sample.finishReason()),
                sample.held().textHash(),
                sample.stored(),
                sample.stats());
    }

    private void program(Target target, SampleRow row, ExtractedProgram found) throws IOException {
        TestSuite suite = (TestSuite) target.problem.reference();
        ExtractedProgram program = extractor.complete(found, suite.prompt());
        String rule = program.rule().word();
        if (!UnicodeText.isWellFormed(program.source())) {
            // Python does not compile it, and no file can hold it.
            Verdict verdict = new Verdict(Outcome.INCORRECT, Channel.PROGRAM_RULE, rule + "/not-unicode", "", 0);
            writer.verdict(target.run, row, verdict);
        } else if (program.present()) {
            // A text that has the program somewhere in it is no program: its white space may decide what is found.
            String digest = program.rule() == ProgramRule.SANITIZE
                    ? NormalisedProgram.digestOfText(program.source())
                    : NormalisedProgram.digest(program.source());
            int ordinal = target.problem.ordinal();
            writer.waiting(
                    segment, target.run, row, new FoundProgram(target.suite, digest, rule, ordinal, program.source()));
        } else if (program.tooLong()) {
            Verdict verdict = new Verdict(Outcome.RESOURCE_LIMIT, Channel.PROGRAM_RULE, rule + "/too-long", "", 0);
            writer.verdict(target.run, row, verdict);
        } else {
            Verdict verdict = new Verdict(Outcome.NO_ANSWER, Channel.NONE, rule + "/no-program", "", 0);
            writer.verdict(target.run, row, verdict);
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
        Integer reader = known == null
                ? null
                : known.code() == null ? verifierIndex.get(known.verifier()) : codeIndex.get(known.code());
        if (known == null || reader == null) {
            throw unknown(RejectReason.UNKNOWN_BENCHMARK, "benchmark", benchmark);
        }
        ProblemFinder.Found problem = ProblemFinder.find(benchmark, known.problems(), fields);
        Run run = source.runOf(fields, model, step);
        String suite = known.code() == null
                ? ""
                : suiteKeys.computeIfAbsent(
                        (TestSuite) problem.reference(), reference -> context.suiteKey(benchmark, reference));
        return new Target(run, runIds.computeIfAbsent(run, Run::id), benchmark, reader, problem, suite);
    }

    static RejectException unknown(RejectReason reason, String what, String name) {
        return name.isEmpty()
                ? new RejectException(RejectReason.MISSING_FIELD, "neither the record nor the study names the " + what)
                : new RejectException(reason, "the study declares no " + what + " \"" + name + "\"");
    }
}
