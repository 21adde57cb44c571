package org.passk.spark.stage;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * A Spark job whose tasks' results are handed over while it runs: what is finished can be listed every few seconds, so that
 * a run that is killed loses seconds, not hours.
 */
final class ListedJob {
    private final JavaSparkContext spark;
    private final java.time.Duration interval;
    private final String group;
    private final String what;

    /** Takes the results that came since it was called last; in the driver's thread. */
    interface Batch<R> {
        /** Takes results, one for each task that ended. */
        void take(List<R> results) throws IOException;
    }

    /**
     * A job.
     *
     * @param spark the session's context
     * @param interval time between two batches
     * @param group the job's name in Spark's UI
     * @param what what the job does, for messages
     */
    ListedJob(JavaSparkContext spark, java.time.Duration interval, String group, String what) {
        this.spark = spark;
        this.interval = interval;
        this.group = group;
        this.what = what;
    }

    /**
     * Runs the job to its end.
     *
     * @param description for Spark's UI
     * @param rdd what the tasks work on
     * @param task works on one partition
     * @param batch takes the results of finished tasks, the first successful attempt of each
     * @throws IOException if the batch cannot be taken
     * @throws PasskException if a task failed for good
     */
    <W, R> void run(String description, JavaRDD<W> rdd, Function1<Iterator<W>, R> task, Batch<R> batch)
            throws IOException {
        BlockingQueue<R> finished = new LinkedBlockingQueue<>();
        List<Object> partitions = new ArrayList<>();
        for (int i = 0; i < rdd.getNumPartitions(); i++) {
            partitions.add(i);
        }
        Seq<Object> ids = CollectionConverters.asScala(partitions).iterator().toSeq();
        spark.setJobGroup("passk " + group, description, true);
        try {
            SimpleFutureAction<BoxedUnit> job =
                    spark.sc().submitJob(rdd.rdd(), task, ids, new Handler<>(finished), new Done());
            handOver(job, finished, batch);
        } finally {
            spark.clearJobGroup();
        }
    }

    private <R> void handOver(SimpleFutureAction<BoxedUnit> job, BlockingQueue<R> finished, Batch<R> batch)
            throws IOException {
        Duration patience = Duration.create(interval.toMillis(), TimeUnit.MILLISECONDS);
        try {
            boolean running = true;
            while (running) {
                running = !isDone(job, patience);
                // The results of a finished job were all handed over before it counted as finished.
                List<R> results = new ArrayList<>();
                finished.drainTo(results);
                batch.take(results);
            }
        } catch (InterruptedException e) {
            job.cancel();
            Thread.currentThread().interrupt();
            throw new PasskException(FaultKind.EXTERNAL, what + " was interrupted; what was finished is kept", e);
        }
        Try<BoxedUnit> result = job.value().get();
        if (result.isFailure()) {
            throw TaskFailure.of(
                    what + " failed; what was finished is kept", result.failed().get());
        }
    }

    private static boolean isDone(SimpleFutureAction<BoxedUnit> job, Duration patience) throws InterruptedException {
        try {
            Await.ready(job, patience);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Runs on the driver, for the first successful attempt of each task. */
    private static final class Handler<R> extends AbstractFunction2<Object, R, BoxedUnit> implements Serializable {
        private static final long serialVersionUID = 1;

        private final transient BlockingQueue<R> finished;

        Handler(BlockingQueue<R> finished) {
            this.finished = finished;
        }

        @Override
        public BoxedUnit apply(Object partition, R result) {
            finished.add(result);
            return BoxedUnit.UNIT;
        }
    }

    private static final class Done extends AbstractFunction0<BoxedUnit> {
        @Override
        public BoxedUnit apply() {
            return BoxedUnit.UNIT;
        }
    }
}
