package org.passk.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.benchmark.ProblemSet;
import org.passk.format.ReadLimits;
import org.passk.format.RecordFields;
import org.passk.jobs.StudyFacts.Origin;
import org.passk.jobs.StudyFacts.Parameter;
import org.passk.model.Run;
import org.passk.settings.BenchmarkSpec;
import org.passk.settings.GenerationSpec;
import org.passk.settings.ModelSpec;
import org.passk.settings.Settings;
import org.passk.settings.Study;
import org.passk.spark.stage.Comparison;
import org.passk.spark.stage.RunIndex;
import org.passk.spark.store.CountsFile;
import org.passk.spark.store.CountsTable;
import org.passk.spark.store.GenerationFile;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.ScoreFiles;
import org.passk.spark.store.SourceContext;

/** Works out the runs and sources of a study from its file, the paths and the first record of each input. */
final class StudySurvey {
    /** A Parquet file is read by row groups, which are as large as the file in the worst case. */
    private static final long MAX_PARQUET_BYTES = 64 << 20;

    private static final List<String> PARAMETERS =
            List.of("model", "benchmark", "step", "prompt_kind", "temperature", "top_p", "max_tokens", "seed");

    private final LoadedStudyFile loaded;
    private final Settings settings;
    private final Study study;
    private final Configuration conf;
    private final Map<Curve, RunFiles> curves = new LinkedHashMap<>();

    /** A run on a benchmark. */
    private record Curve(Run run, String benchmark) {}

    /** What belongs to a run on a benchmark. */
    private static final class RunFiles {
        private final Set<Integer> entries = new HashSet<>();
        private int files;
    }

    StudySurvey(LoadedStudyFile loaded, Configuration conf) {
        this.loaded = loaded;
        this.settings = loaded.study().settings();
        this.study = settings.study();
        this.conf = conf;
    }

    StudyFacts facts() throws IOException {
        String output = Evaluation.outputOf(loaded, conf).display();
        StudyInputs inputs = StudyInputs.of(loaded, conf);
        List<StudyFacts.Benchmark> benchmarks = benchmarks(inputs.problems());
        List<StudyFacts.Source> sources = new ArrayList<>();
        for (InputFile file : inputs.files()) {
            int splits = inputs.planner().splits(file).size();
            sources.add(new StudyFacts.Source(
                    RunIndex.relative(file.path(), loaded.base()),
                    file.format(),
                    file.length(),
                    splits,
                    parameters(file, first(file, inputs.limits()))));
        }
        List<Comparison> comparisons = Comparison.of(study, runs());
        return new StudyFacts(
                loaded.file(),
                study.name(),
                output,
                study.ks(),
                benchmarks,
                sources,
                scores(),
                studyRuns(),
                comparisons.stream()
                        .map(c -> new StudyFacts.Compared(
                                c.run().label(), c.base().label(), c.sameSampling()))
                        .toList(),
                notes(comparisons));
    }

    private List<StudyFacts.ScoreSource> scores() throws IOException {
        Map<String, List<ScoreFiles.Part>> files = new TreeMap<>();
        for (ScoreFiles.Part part :
                ScoreFiles.find(study.scores(), loaded.base(), settings.splits().bytes(), conf)) {
            files.computeIfAbsent(part.path(), path -> new ArrayList<>()).add(part);
        }
        List<StudyFacts.ScoreSource> scores = new ArrayList<>();
        files.forEach((path, parts) -> scores.add(new StudyFacts.ScoreSource(
                RunIndex.relative(path, loaded.base()),
                parts.get(0).parquet() ? "parquet" : "jsonl",
                parts.get(0).length(),
                parts.size())));
        return scores;
    }

    private List<StudyFacts.Benchmark> benchmarks(Map<String, ProblemSet> sets) {
        List<StudyFacts.Benchmark> list = new ArrayList<>();
        for (BenchmarkSpec spec : study.benchmarks()) {
            Optional<ProblemSet> set = Optional.ofNullable(sets.get(spec.name()));
            list.add(new StudyFacts.Benchmark(
                    spec.name(),
                    BenchmarkVerifiers.verifier(
                            "study.benchmarks[" + list.size() + "].verifier: ", spec, sets.get(spec.name())),
                    spec.problems(),
                    set.map(ProblemSet::format).orElse(""),
                    set.map(ProblemSet::size).orElse(0),
                    set.map(ProblemSet::notes).orElse(List.of())));
        }
        return list;
    }

    private Optional<RecordFields> first(InputFile file, ReadLimits limits) throws IOException {
        Path path = new Path(file.path());
        boolean counts = CountsFile.holdsCounts(file.format());
        boolean parquet =
                counts ? GenerationFile.isParquet(path) : file.format().equals(GenerationFile.PARQUET);
        if (parquet && file.length() > MAX_PARQUET_BYTES) {
            return Optional.empty();
        }
        return counts
                ? FirstSample.of(new CountsTable(path, limits, conf))
                : FirstSample.of(new GenerationFile(path, file.format(), limits, conf));
    }

    /** A record's own word goes before that of the study, as in verification. */
    private Map<String, Parameter> parameters(InputFile file, Optional<RecordFields> first) {
        SourceContext context = file.context();
        Map<String, String> stated = new TreeMap<>();
        FirstSample.text(stated, "model", context.model());
        FirstSample.text(stated, "benchmark", context.benchmark());
        FirstSample.whole(stated, "step", context.step());
        FirstSample.text(stated, "prompt_kind", context.promptKind());
        FirstSample.number(stated, "temperature", context.temperature());
        FirstSample.number(stated, "top_p", context.topP());
        FirstSample.whole(stated, "max_tokens", context.maxTokens());
        FirstSample.whole(stated, "seed", context.seed());
        RecordFields fields = first.orElseGet(RecordFields::new);
        Map<String, String> recorded = FirstSample.stated(fields);
        String model = context.modelOf(fields);
        Optional<ModelSpec> known = study.model(model);
        Set<String> inPath = inPath(study.generations().get(context.entry()), stated.keySet());
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (String name : PARAMETERS) {
            if (recorded.containsKey(name)) {
                parameters.put(name, new Parameter(recorded.get(name), Origin.RECORDS));
            } else if (stated.containsKey(name)) {
                Origin origin = inPath.contains(name) ? Origin.PATH : Origin.STUDY;
                parameters.put(name, new Parameter(stated.get(name), origin));
            } else {
                parameters.put(name, new Parameter("", Origin.NOWHERE));
            }
        }
        known.ifPresent(spec -> {
            if (parameters.get("step").from() == Origin.NOWHERE && spec.step() >= 0) {
                parameters.put("step", new Parameter(Long.toString(spec.step()), Origin.STUDY));
            }
            Run run = context.runOf(fields, model, spec.step());
            RunFiles files = curves.computeIfAbsent(new Curve(run, context.benchmarkOf(fields)), c -> new RunFiles());
            files.files++;
            files.entries.add(context.entry());
        });
        return parameters;
    }

    /** Which of the stated parameters the entry itself leaves open: those come from the path. */
    private static Set<String> inPath(GenerationSpec spec, Set<String> stated) {
        Set<String> open = new HashSet<>();
        if (spec.model().isEmpty()) {
            open.add("model");
        }
        if (spec.benchmark().isEmpty()) {
            open.add("benchmark");
        }
        if (spec.step() < 0) {
            open.add("step");
        }
        if (Double.isNaN(spec.temperature())) {
            open.add("temperature");
        }
        if (spec.seed() < 0) {
            open.add("seed");
        }
        open.retainAll(stated);
        return open;
    }

    private Set<Run> runs() {
        Set<Run> runs = new LinkedHashSet<>();
        curves.keySet().forEach(curve -> runs.add(curve.run));
        return runs;
    }

    private List<StudyFacts.StudyRun> studyRuns() {
        List<StudyFacts.StudyRun> list = new ArrayList<>();
        curves.forEach((curve, files) -> {
            long samples = files.entries.stream()
                    .mapToLong(entry -> study.generations().get(entry).samples())
                    .filter(n -> n > 0)
                    .sum();
            list.add(new StudyFacts.StudyRun(
                    curve.run.id(),
                    curve.run.label(),
                    modelOf(curve.run).role().key(),
                    curve.benchmark,
                    files.files,
                    samples == 0 ? -1 : samples));
        });
        list.sort(Comparator.comparing(StudyFacts.StudyRun::label).thenComparing(StudyFacts.StudyRun::benchmark));
        return list;
    }

    private ModelSpec modelOf(Run run) {
        return study.model(run.model()).orElseThrow();
    }

    private List<String> notes(List<Comparison> comparisons) {
        List<String> notes = new ArrayList<>();
        for (ModelSpec model : study.models()) {
            if (runs().stream().noneMatch(run -> run.model().equals(model.name()))) {
                notes.add("model " + model.name() + " has no file whose first record can be told to be its own");
            }
        }
        for (Run run : runs()) {
            String base = modelOf(run).base();
            if (!base.isEmpty() && comparisons.stream().noneMatch(c -> c.run().equals(run))) {
                long found = runs().stream().filter(r -> r.model().equals(base)).count();
                notes.add(run.label() + " is not compared: "
                        + (found == 0
                                ? "no run of its base " + base + " is known"
                                : found + " runs of its base " + base + " have other sampling parameters"));
            }
        }
        return notes;
    }
}
