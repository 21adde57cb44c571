package org.passk.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** Counts Spark's work from its creation to its end. The listener's thread writes, the test reads after the end. */
final class SparkWork extends SparkListener {
    private static final long PATIENCE_MILLIS = 30_000;

    private final SparkContext context;
    private final List<String> jobGroups = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private final Map<String, Integer> stagesByGroup = new TreeMap<>();
    private final Map<Integer, String> groupOfStage = new TreeMap<>();
    private long shuffleBytes;
    private long resultBytes;
    private int tasks;
    private int failedTasks;

    private SparkWork(SparkContext context) {
        this.context = context;
    }

    /** Starts to count. */
    static SparkWork watch(SharedSession sessions) throws Exception {
        SparkSession session = sessions.open("work");
        SparkWork work = new SparkWork(session.sparkContext());
        // What earlier tests did is not ours.
        session.sparkContext().listenerBus().waitUntilEmpty();
        session.sparkContext().addSparkListener(work);
        return work;
    }

    /** Stops counting, when all that was done is counted. */
    SparkWork end() throws Exception {
        context.listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
        context.removeSparkListener(this);
        return this;
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart start) {
        String group = start.properties().getProperty("spark.jobGroup.id", "no group");
        jobGroups.add(group);
        start.stageIds().foreach(id -> groupOfStage.putIfAbsent((Integer) id, group));
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
        int id = completed.stageInfo().stageId();
        stages.add(id + "." + completed.stageInfo().attemptNumber());
        stagesByGroup.merge(groupOfStage.getOrDefault(id, "no group"), 1, Integer::sum);
        shuffleBytes +=
                completed.stageInfo().taskMetrics().shuffleWriteMetrics().bytesWritten();
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().successful()) {
            tasks++;
            resultBytes += end.taskMetrics().resultSize();
        } else {
            failedTasks++;
        }
    }

    /** The group of each job, in the order of their starts. */
    synchronized List<String> jobGroups() {
        return List.copyOf(jobGroups);
    }

    /** Completed stages of each group of jobs. */
    synchronized Map<String, Integer> stagesByGroup() {
        return Map.copyOf(stagesByGroup);
    }

    /** Completed stages, each by number and attempt. */
    synchronized List<String> stages() {
        return List.copyOf(stages);
    }

    synchronized long shuffleBytes() {
        return shuffleBytes;
    }

    synchronized long resultBytes() {
        return resultBytes;
    }

    /** Tasks that ended well. */
    synchronized int tasks() {
        return tasks;
    }

    synchronized int failedTasks() {
        return failedTasks;
    }
}
