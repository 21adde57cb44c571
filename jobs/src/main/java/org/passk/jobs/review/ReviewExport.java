package org.passk.jobs.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.passk.analysis.StudyRun;
import org.passk.analysis.review.ProblemSelection;
import org.passk.analysis.review.ProblemSelection.Band;
import org.passk.analysis.review.ProblemSelection.Chosen;
import org.passk.analysis.review.ReviewDesign;
import org.passk.analysis.review.ReviewOptions;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.PasskException;
import org.passk.jobs.OutputFolder;
import org.passk.jobs.ReviewStudy;
import org.passk.model.Problem;
import org.passk.model.Reference.MathAnswer;
import org.passk.model.UnicodeText;
import org.passk.spark.stage.ReviewSample;
import org.passk.spark.stage.ReviewStage;
import org.passk.spark.stage.ReviewText;
import org.passk.spark.store.RecordAt;

/** Draws the responses of a review and writes them for reviewers, with the design that the estimates need. */
public final class ReviewExport {
    /** Characters of all texts together: what a browser still opens, and the driver's memory holds several times over. */
    private static final long MAX_CHARS = 1L << 26;

    private final ReviewStudy study;
    private final Request request;
    private final List<Drawn> drawn = new ArrayList<>();

    /**
     * What is asked for.
     *
     * @param run only this run: its name in reports, its id, or the name of its model; all where empty
     * @param benchmark only this benchmark; all where empty
     * @param options how to draw
     * @param maxResponses more responses than this are refused
     * @param out the folder to write to; {@link ReviewStudy#reviewFolder} where empty
     */
    public record Request(
            Optional<String> run,
            Optional<String> benchmark,
            ReviewOptions options,
            int maxResponses,
            Optional<String> out) {}

    /**
     * What was written.
     *
     * @param folder where
     * @param design what was drawn
     * @param scanned files that were read from their beginning because they are compressed
     */
    public record Result(String folder, ReviewDesign design, List<String> scanned) {}

    private record Drawn(StudyRun run, String benchmark, Band band) {}

    /**
     * Chooses the problems; nothing is read yet.
     *
     * @param study the study
     * @param request what is asked for
     * @throws PasskException of kind CONFIGURATION if it cannot be had, of kind INPUT if no problem is eligible
     */
    public ReviewExport(ReviewStudy study, Request request) {
        this.study = study;
        this.request = request;
        List<ReviewStudy.Counts> counts = wanted();
        for (ReviewStudy.Counts one : counts) {
            try {
                for (Band band : ProblemSelection.of(one.benchmark(), one.problems(), request.options())) {
                    drawn.add(new Drawn(one.run(), one.benchmark(), band));
                }
            } catch (IllegalArgumentException e) {
                throw PasskException.configuration(
                        one.run().label() + " on " + one.benchmark() + ": " + e.getMessage());
            }
        }
        long responses = drawn.stream()
                .flatMap(one -> one.band().chosen().stream())
                .mapToLong(Chosen::wanted)
                .sum();
        if (responses == 0) {
            throw PasskException.input("no problem has an accuracy above 0 and below "
                    + request.options().accuracyBelow() + ": a larger --accuracy-below has some");
        }
        if (responses > request.maxResponses()) {
            throw PasskException.configuration(responses + " responses would be drawn, more than --max-responses "
                    + request.maxResponses() + ": expected a smaller --per-problem or --problems, or a larger limit");
        }
    }

    private List<ReviewStudy.Counts> wanted() {
        List<ReviewStudy.Counts> all = study.counts();
        List<ReviewStudy.Counts> counts = all.stream()
                .filter(one -> request.benchmark().map(one.benchmark()::equals).orElse(true))
                .filter(one ->
                        request.run().map(name -> isCalled(one.run(), name)).orElse(true))
                .toList();
        if (counts.isEmpty()) {
            String known = String.join(
                    ", ",
                    all.stream()
                            .map(one -> one.run().label() + " on " + one.benchmark())
                            .toList());
            throw PasskException.configuration(
                    "no run is asked for by --run and --benchmark; known: " + UnicodeText.plain(known));
        }
        return counts;
    }

    private static boolean isCalled(StudyRun run, String name) {
        return run.label().equals(name)
                || run.runId().equals(name)
                || run.model().equals(name);
    }

    /**
     * Draws the responses, reads them, and writes the files.
     *
     * @param session the Spark session
     */
    public Result run(SparkSession session) {
        ReviewStage stage = new ReviewStage(session, study.store());
        List<ReviewStage.Wanted> wanted = new ArrayList<>();
        drawn.forEach(one -> one.band()
                .chosen()
                .forEach(problem -> wanted.add(new ReviewStage.Wanted(one.run().runId(), one.benchmark(), problem))));
        List<ReviewSample> samples = stage.draw(wanted, request.options().seed());
        ReviewStudy.Inputs inputs = study.inputs();
        List<ReviewText> texts = stage.texts(samples, inputs.files(), inputs.limits());
        long chars = texts.stream().mapToLong(text -> text.text().length()).sum();
        if (chars > MAX_CHARS) {
            throw PasskException.configuration("the " + texts.size() + " responses have " + chars
                    + " characters, more than the " + MAX_CHARS + " of a page: expected a smaller --per-problem or"
                    + " --problems");
        }
        ReviewDesign design = design(samples);
        ReviewFiles files = new ReviewFiles(design, items(texts, inputs.problems()));
        OutputFolder folder = new OutputFolder(
                study.path(request.out().orElseGet(study::reviewFolder)).toString(), study.conf());
        folder.create();
        folder.write("review.jsonl", files.jsonl());
        folder.write("review.csv", files.csv());
        folder.write("review.html", files.html());
        folder.write("design.json", ReviewJson.pretty(design));
        List<String> scanned = samples.stream()
                .map(ReviewSample::path)
                .filter(RecordAt::scans)
                .distinct()
                .sorted()
                .toList();
        return new Result(folder.display(), design, scanned);
    }

    private ReviewDesign design(List<ReviewSample> samples) {
        Map<String, List<String>> items = new HashMap<>();
        for (ReviewSample sample : samples) {
            items.computeIfAbsent(key(sample.runId(), sample.benchmark(), sample.problemId()), key -> new ArrayList<>())
                    .add(sample.id());
        }
        List<ReviewDesign.Stratum> strata = new ArrayList<>();
        for (Drawn one : drawn) {
            List<ReviewDesign.Problem> problems = new ArrayList<>();
            for (Chosen problem : one.band().chosen()) {
                problems.add(new ReviewDesign.Problem(
                        problem.problemId(),
                        problem.n(),
                        problem.c(),
                        items.get(key(one.run().runId(), one.benchmark(), problem.problemId()))));
            }
            strata.add(new ReviewDesign.Stratum(
                    one.run().runId(),
                    one.run().label(),
                    one.benchmark(),
                    one.band().band(),
                    one.band().low(),
                    one.band().high(),
                    one.band().eligible(),
                    problems));
        }
        return new ReviewDesign(
                ReviewDesign.FORMAT, study.settings().study().name(), study.digest(), request.options(), strata);
    }

    private static String key(String runId, String benchmark, String problemId) {
        return runId + "\n" + benchmark + "\n" + problemId;
    }

    /** By problem, so that a reviewer thinks of one question at a time; the runs of a problem are mixed by the ids. */
    private List<ReviewItem> items(List<ReviewText> texts, Map<String, ProblemSet> problems) {
        Map<String, String> questions = questions(texts, problems);
        List<ReviewItem> items = new ArrayList<>();
        for (ReviewText text : texts) {
            ReviewSample sample = text.sample();
            Optional<Problem> problem =
                    Optional.ofNullable(problems.get(sample.benchmark())).flatMap(set -> set.byId(sample.problemId()));
            String question = text.question().isEmpty()
                    ? problem.map(one -> questions.getOrDefault(one.questionDigest(), ""))
                            .orElse("")
                    : text.question();
            String reference = problem.map(one -> one.reference() instanceof MathAnswer answer ? answer.text() : "")
                    .orElseGet(text::reference);
            items.add(new ReviewItem(
                    sample.id(),
                    sample.benchmark(),
                    sample.problemId(),
                    question,
                    reference,
                    sample.answer(),
                    text.text()));
        }
        items.sort(Comparator.comparing(ReviewItem::benchmark)
                .thenComparing(ReviewItem::problemId)
                .thenComparing(ReviewItem::id));
        return items;
    }

    private Map<String, String> questions(List<ReviewText> texts, Map<String, ProblemSet> problems) {
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (ReviewText text : texts) {
            ProblemSet set = problems.get(text.sample().benchmark());
            if (set != null && text.question().isEmpty()) {
                set.byId(text.sample().problemId())
                        .filter(problem -> !problem.questionDigest().isEmpty())
                        .ifPresent(problem -> wanted.computeIfAbsent(set.benchmark(), name -> new HashSet<>())
                                .add(problem.questionDigest()));
            }
        }
        Map<String, String> questions = new HashMap<>();
        wanted.forEach((benchmark, digests) -> study.problemFile(benchmark)
                .ifPresent(file -> questions.putAll(QuestionFinder.find(file, digests, study.conf()))));
        return questions;
    }
}
