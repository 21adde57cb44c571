package org.passk.jobs.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.passk.analysis.review.Agreement;
import org.passk.analysis.review.Decision;
import org.passk.analysis.review.Label;
import org.passk.analysis.review.ReviewAnalysis;
import org.passk.analysis.review.ReviewDesign;
import org.passk.analysis.review.RunReview;
import org.passk.fault.PasskException;
import org.passk.jobs.FinishedStudy;
import org.passk.jobs.OutputFolder;
import org.passk.jobs.ReviewStudy;

/** Takes the labels of reviewers, and gives what they say of the runs. */
public final class ReviewImport {
    private ReviewImport() {}

    /**
     * What came of the labels.
     *
     * @param folder where it was written
     * @param study the study's name
     * @param level nominal coverage of intervals
     * @param accuracyBelow the threshold of the review
     * @param labels labels that were used
     * @param empty rows without a label
     * @param rejected rows that were not used
     * @param agreements of each pair of reviewers
     * @param reviews what is known of each run and benchmark
     */
    public record Outcome(
            String folder,
            String study,
            double level,
            double accuracyBelow,
            long labels,
            long empty,
            List<RejectedRow> rejected,
            List<Agreement> agreements,
            List<RunReview> reviews) {
        /** Copies the lists. */
        public Outcome {
            rejected = List.copyOf(rejected);
            agreements = List.copyOf(agreements);
            reviews = List.copyOf(reviews);
        }

        /** Everything, as JSON. */
        public String json() {
            return ReviewResults.json(this);
        }
    }

    /**
     * Reads labels, and writes {@code review.json} and {@code review-metrics.csv} beside the design.
     *
     * @param study the study
     * @param files the files of labels
     * @param designFile the design; that of the study's usual folder where empty
     * @throws PasskException of kind INPUT if the design is of another study, a label is of a response that was not drawn, or
     *     there is no label
     */
    public static Outcome run(ReviewStudy study, List<String> files, Optional<String> designFile) {
        String file = designFile.orElseGet(() -> study.reviewFolder() + "/design.json");
        ReviewDesign design = ReviewJson.design(FinishedStudy.text(file), file);
        if (!design.studyDigest().equals(study.digest())) {
            throw PasskException.input(
                    file + ": was drawn from another study, or from this one before its counts changed"
                            + " (digest " + shortened(design.studyDigest()) + ", now " + shortened(study.digest())
                            + "): expected the design of this study, or a new passk review export");
        }
        Map<String, Map<String, LabelRow>> labels = new TreeMap<>();
        List<RejectedRow> rejected = new ArrayList<>();
        long empty = 0;
        Set<String> known = design.items();
        for (String name : files) {
            LabelFile read = new LabelFile(study.path(name), name, study.conf()).read();
            rejected.addAll(read.rejected());
            empty += read.empty();
            for (LabelRow row : read.rows()) {
                if (!known.contains(row.item())) {
                    throw PasskException.input(row.place() + ": the response " + row.item() + " is not in " + file);
                }
                add(labels, row, rejected);
            }
        }
        if (labels.isEmpty()) {
            throw PasskException.input(String.join(", ", files) + ": no labels (" + empty + " rows without one, "
                    + rejected.size() + " rejected"
                    + rejected.stream()
                            .findFirst()
                            .map(first -> ", the first: line " + first.line() + " " + first.reason())
                            .orElse("")
                    + ")");
        }
        Outcome outcome = outcome(study, design, labels, empty, rejected, folderOf(study, file));
        OutputFolder folder = new OutputFolder(outcome.folder(), study.conf());
        folder.write("review.json", outcome.json());
        folder.write("review-metrics.csv", ReviewResults.metrics(outcome));
        return outcome;
    }

    /** A reviewer labels a response once; the same label again says nothing new. */
    private static void add(Map<String, Map<String, LabelRow>> labels, LabelRow row, List<RejectedRow> rejected) {
        LabelRow before =
                labels.computeIfAbsent(row.item(), item -> new TreeMap<>()).putIfAbsent(row.reviewer(), row);
        if (before != null && before.label() != row.label()) {
            rejected.add(new RejectedRow(
                    row.file(),
                    row.line(),
                    "says " + row.label().word() + " of " + row.item() + ", of which " + row.reviewer() + " said "
                            + before.label().word() + " in " + before.place()));
        }
    }

    private static Outcome outcome(
            ReviewStudy study,
            ReviewDesign design,
            Map<String, Map<String, LabelRow>> labels,
            long empty,
            List<RejectedRow> rejected,
            String folder) {
        Map<String, Map<String, Label>> given = new TreeMap<>();
        Map<String, Decision> decisions = new HashMap<>();
        labels.forEach((item, rows) -> {
            Map<String, Label> byReviewer = new TreeMap<>();
            rows.forEach((reviewer, row) -> byReviewer.put(reviewer, row.label()));
            given.put(item, byReviewer);
            decisions.put(item, Decision.of(byReviewer.values()));
        });
        Map<String, ReviewStudy.Counts> counts = new HashMap<>();
        study.counts().forEach(one -> counts.put(one.run().runId() + "\n" + one.benchmark(), one));
        double level = study.settings().metrics().level();
        ReviewAnalysis analysis =
                new ReviewAnalysis(design, decisions, study.settings().study().ks(), level);
        List<RunReview> reviews;
        try {
            reviews = analysis.of((run, benchmark) -> Optional.ofNullable(counts.get(run + "\n" + benchmark))
                    .orElseThrow(() -> new IllegalArgumentException("the study has no run " + run + " on " + benchmark))
                    .problems());
        } catch (IllegalArgumentException e) {
            throw PasskException.input("the design does not fit the study: " + e.getMessage());
        }
        return new Outcome(
                folder,
                design.study(),
                level,
                design.options().accuracyBelow(),
                given.values().stream().mapToLong(Map::size).sum(),
                empty,
                rejected,
                Agreement.of(given),
                reviews);
    }

    private static String folderOf(ReviewStudy study, String file) {
        Path parent = study.path(file).getParent();
        return parent == null ? "/" : parent.toString();
    }

    private static String shortened(String digest) {
        return digest.length() <= 12 ? digest : digest.substring(0, 12);
    }
}
