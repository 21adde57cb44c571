package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.passk.fault.PasskException;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.InputSplit;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentStore;
import org.passk.verify.catalog.VerifierCatalog;

/**
 * The map stage: verifies the splits that have no segment yet, in one Spark job of one task a split. Finished segments
 * are listed in the store every few seconds, so that a run that is killed loses seconds, not hours.
 */
public final class VerifyStage {
    /**
     * What a run of the stage did.
     *
     * @param verified splits that were read now
     * @param reused splits whose segments existed
     */
    public record Result(int verified, int reused) {}

    private static final int SHOWN_REFUSALS = 5;

    private final JavaSparkContext spark;
    private final SegmentStore store;
    private final VerifyContext context;
    private final Progress progress;

    /**
     * A stage.
     *
     * @param spark the session's context
     * @param store where segments go
     * @param context what verification needs
     * @param progress hears how it goes on
     */
    public VerifyStage(JavaSparkContext spark, SegmentStore store, VerifyContext context, Progress progress) {
        this.spark = spark;
        this.store = store;
        this.context = context;
        this.progress = progress;
    }

    /** Which splits a run verifies, and which of the store's segments it keeps. */
    public static final class Plan {
        private final Set<String> keys;
        private final List<VerifyTask.Work> work;

        private Plan(Set<String> keys, List<VerifyTask.Work> work) {
            this.keys = keys;
            this.work = work;
        }

        /** The paths of the files of which something is to be verified. */
        public Set<String> unverified() {
            return work.stream().map(w -> w.split().path()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * Looks for what is not verified yet. Reads no input.
     *
     * @param splits all splits of the study
     */
    public Plan plan(List<InputSplit> splits) {
        String versions = versions();
        Map<String, InputSplit> byKey = new LinkedHashMap<>();
        // A digest over all references: once per benchmark, not once per split.
        Map<String, String> meanings = new HashMap<>();
        for (InputSplit split : splits) {
            String meaning = meanings.computeIfAbsent(
                    split.context().benchmark(), benchmark -> context.meaning(benchmark, versions));
            byKey.put(split.segmentKey(meaning), split);
        }
        Map<String, SegmentCommit> listed = store.segments();
        List<VerifyTask.Work> work = new ArrayList<>();
        byKey.forEach((key, split) -> {
            SegmentCommit done = listed.get(key);
            if (done == null || !done.isFinal()) {
                work.add(new VerifyTask.Work(split, key));
            }
        });
        // The longest first: a long one that starts last would be waited for alone.
        work.sort(Comparator.comparingLong((VerifyTask.Work w) -> -w.split().bytes())
                .thenComparing(w -> w.split().path())
                .thenComparingLong(w -> w.split().start()));
        return new Plan(byKey.keySet(), work);
    }

    /**
     * Verifies what is not verified yet, and keeps exactly the segments of the plan's splits.
     *
     * @param plan all splits of the study, as they were planned
     * @return what was done
     * @throws IOException if a file system fails on the driver
     * @throws org.passk.fault.PasskException if a task failed for good; of kind INPUT, when all other splits are done, if
     *     files are not the ones that were planned
     */
    public Result run(Plan plan) throws IOException {
        if (!plan.work.isEmpty()) {
            verify(plan.work);
        }
        store.retain(plan.keys);
        return new Result(plan.work.size(), plan.keys.size() - plan.work.size());
    }

    /** Name, revision and settings of every verifier of the study. */
    private String versions() {
        VerifierCatalog catalog = new VerifierCatalog(context.math());
        return context.benchmarks().values().stream()
                .filter(benchmark -> benchmark.code() == null)
                .map(VerifyContext.BenchmarkContext::verifier)
                .distinct()
                .sorted()
                .map(name -> catalog.verifier(name).version())
                .collect(Collectors.joining("\n"));
    }

    private void verify(List<VerifyTask.Work> work) throws IOException {
        Broadcast<VerifyContext> sharedContext = spark.broadcast(context);
        Broadcast<HadoopSettings> hadoop = spark.broadcast(new HadoopSettings(spark.hadoopConfiguration()));
        Map<String, Long> bytes = new HashMap<>();
        work.forEach(w -> bytes.put(w.key(), w.split().bytes()));
        Tracker tracker = new Tracker(bytes, progress);
        SortedMap<String, String> refusals = new TreeMap<>();
        try {
            String folder = "segments/" + (store.version() + 1);
            VerifyTask task = new VerifyTask(sharedContext, hadoop, store.root().toString(), folder);
            // One slice per split: a split is the unit of commit and of retry.
            JavaRDD<VerifyTask.Work> rdd = spark.parallelize(work, work.size());
            new ListedJob(spark, context.segments().commitInterval(), "verify", "verification")
                    .run("verify " + work.size() + " splits", rdd, task, results -> {
                        List<SegmentCommit> batch = new ArrayList<>();
                        for (VerifyTask.Result done : results) {
                            if (done instanceof VerifyTask.Written written) {
                                batch.add(written.commit());
                            } else if (done instanceof VerifyTask.Refused refused) {
                                refusals.merge(refused.path(), refused.message(), VerifyStage::first);
                            }
                        }
                        store.append(batch);
                        tracker.add(batch);
                    });
        } finally {
            sharedContext.destroy();
            hadoop.destroy();
        }
        if (!refusals.isEmpty()) {
            throw PasskException.input(summary(refusals));
        }
    }

    /** The other splits are verified and listed: the next run reads only the files that are named here. */
    private static String summary(SortedMap<String, String> refusals) {
        String shown = refusals.values().stream().limit(SHOWN_REFUSALS).collect(Collectors.joining("\n"));
        int more = refusals.size() - SHOWN_REFUSALS;
        return more > 0 ? shown + "\nand " + more + " more of this kind" : shown;
    }

    /** One message a file, whichever of its tasks ended first. */
    private static String first(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Adds up what is finished. */
    private static final class Tracker {
        private final Map<String, Long> bytes;
        private final Progress progress;
        private final long allBytes;
        private int splits;
        private long doneBytes;
        private long records;
        private long quarantined;

        Tracker(Map<String, Long> bytes, Progress progress) {
            this.bytes = bytes;
            this.progress = progress;
            this.allBytes = bytes.values().stream().mapToLong(Long::longValue).sum();
        }

        void add(List<SegmentCommit> batch) {
            for (SegmentCommit commit : batch) {
                splits++;
                doneBytes += bytes.get(commit.key());
                records += commit.read();
                quarantined += commit.quarantined();
            }
            progress.verified(splits, bytes.size(), doneBytes, allBytes, records, quarantined);
        }
    }
}
