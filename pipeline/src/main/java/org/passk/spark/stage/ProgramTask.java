package org.passk.spark.stage;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.passk.benchmark.code.SuiteReader;
import org.passk.extract.program.ProgramRule;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.model.Outcome;
import org.passk.model.Reference.TestSuite;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.Sandbox;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.TableFileWriter;
import org.passk.verify.code.Candidate;
import org.passk.verify.code.CodeOptions;
import org.passk.verify.code.LimitPolicy;
import org.passk.verify.code.ProgramJudge;
import org.passk.verify.code.ProgramOutcome;
import org.passk.verify.code.Suite;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Runs the programs of one partition, which come in the order of their problems, and writes what came of them. */
final class ProgramTask extends AbstractFunction1<Iterator<Row>, ProgramTask.Result> implements Serializable {
    private static final long serialVersionUID = 1;

    /** The columns of its rows, in order. */
    static final List<String> COLUMNS = List.of(
            Tables.SUITE, Tables.PROGRAM, Tables.BENCHMARK, Tables.PROBLEM_ID, "ordinal", "extraction", "source_code");

    /** One program in so many is run under the official limits as well, to tell what tight ones change. */
    private static final int SAMPLED = 16;

    private static final int HEX = 16;

    /**
     * What came of a task.
     *
     * @param decided file of outcomes that hold for good; empty list for none
     * @param open file of outcomes that the next run finds out again: near a limit, and faults in the last round
     * @param counts what happened
     */
    record Result(List<TableFile> decided, List<TableFile> open, Counts counts) implements Serializable {}

    /**
     * What happened, added up.
     *
     * @param programs programs that were run
     * @param faults those that a fault of ours kept from being decided
     * @param sampled those that ran under the official limits as well
     * @param changed those of them that were decided otherwise
     * @param cpuSeconds CPU time of the runs that decided
     */
    record Counts(long programs, long faults, long sampled, long changed, double cpuSeconds) implements Serializable {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    programs + more.programs,
                    faults + more.faults,
                    sampled + more.sampled,
                    changed + more.changed,
                    cpuSeconds + more.cpuSeconds);
        }
    }

    /**
     * What all tasks of a round share.
     *
     * @param run identifies the run
     * @param root the store's folder
     * @param folder where files go, relative to the store
     * @param rowGroupBytes size of a row group
     * @param expected what every executor has to have
     * @param last whether faults are written, because nobody tries again
     */
    record Round(String run, String root, String folder, long rowGroupBytes, WorkerFacts expected, boolean last)
            implements Serializable {}

    private final Broadcast<VerifyContext> context;
    private final Broadcast<HadoopSettings> hadoop;
    private final Round round;

    ProgramTask(Broadcast<VerifyContext> context, Broadcast<HadoopSettings> hadoop, Round round) {
        this.context = context;
        this.hadoop = hadoop;
        this.round = round;
    }

    @Override
    public Result apply(Iterator<Row> rows) {
        if (!rows.hasNext()) {
            return new Result(List.of(), List.of(), Counts.NONE);
        }
        CodeOptions options = context.value().code();
        SandboxPool pool = ExecutorResources.sandboxes(round.run, options.sandbox());
        checkWorker(pool.capabilities());
        Sandbox sandbox = pool.borrow();
        try (Work work = new Work(new ProgramJudge(sandbox, options, pool))) {
            work.checkHealth();
            while (rows.hasNext()) {
                work.program(rows.next());
            }
            work.checkHealth();
            Result result = work.result();
            pool.giveBack(sandbox);
            return result;
        } catch (IOException e) {
            sandbox.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            // Whatever broke may have broken the sandbox; another one costs a tenth of a second.
            sandbox.close();
            throw e;
        }
    }

    private void checkWorker(Capabilities found) {
        WorkerFacts here = WorkerFacts.of(found);
        if (!here.equals(round.expected)) {
            throw new PasskException(
                    FaultKind.EXTERNAL,
                    "this executor has " + here.text() + ", others have " + round.expected.text()
                            + "; verdicts depend on it: give all of them the same, or name one in verify.code.python");
        }
    }

    /** The state of one task. */
    private final class Work implements AutoCloseable {
        private final VerifyContext what = context.value();
        private final Configuration conf = hadoop.value().configuration();
        private final SuiteReader suites = new SuiteReader(SuiteReader.DEFAULT_MAX_TEST_BYTES);
        private final SuiteFiles files = new SuiteFiles(conf);
        private final ProgramJudge judge;
        private final List<TableFileWriter> writers = new ArrayList<>();
        private final List<String> names = List.of("ledger", "open");
        private final TableFileWriter[] byName = new TableFileWriter[2];
        private String lastSuite = "";
        private Suite suite;
        private String entryPoint = "";
        private Counts counts = Counts.NONE;

        Work(ProgramJudge judge) {
            this.judge = judge;
        }

        /** Nothing that was decided between two of these counts unless both pass. */
        void checkHealth() {
            Optional<String> trouble = judge.trouble();
            if (trouble.isPresent()) {
                throw new PasskException(
                        FaultKind.EXTERNAL,
                        "the sandbox does not work on this machine: a program that has to pass does not: "
                                + trouble.get());
            }
        }

        void program(Row row) throws IOException {
            if (!row.getString(0).equals(lastSuite)) {
                suite = suite(row);
                lastSuite = row.getString(0);
            }
            String digest = row.getString(1);
            Candidate candidate = new Candidate(
                    row.getString(6), row.getString(5).equals(ProgramRule.SANITIZE.word()) ? entryPoint : "");
            ProgramOutcome outcome = judge.judge(suite, candidate);
            boolean sampled = what.code().limits() == LimitPolicy.TIGHT
                    && Integer.parseInt(digest.substring(0, 4), HEX) % SAMPLED == 0;
            boolean fault = outcome.outcome() == Outcome.FAULT;
            // Another limit changes nothing for a program that ended before the tight one.
            boolean changed = sampled
                    && outcome.outcome() == Outcome.TIMEOUT
                    && judge.judgeOfficially(suite, candidate).outcome() != Outcome.TIMEOUT;
            counts = counts.plus(new Counts(1, fault ? 1 : 0, sampled ? 1 : 0, changed ? 1 : 0, outcome.cpuSeconds()));
            if (outcome.isFinal()) {
                write(0, digest, outcome);
            } else if (!fault || round.last) {
                write(1, digest, outcome);
            }
        }

        private Suite suite(Row row) throws IOException {
            String benchmark = row.getString(2);
            String problem = row.getString(3);
            VerifyContext.BenchmarkContext known = what.benchmarks().get(benchmark);
            TestSuite reference =
                    (TestSuite) known.problems().byId(problem).orElseThrow().reference();
            entryPoint = reference.entryPoint();
            byte[] record = files.record(reference);
            return new Suite(
                    row.getString(0),
                    () -> suites.read(reference, problem, record),
                    SuiteReader.canonical(reference, problem, record),
                    known.code().cpuSeconds());
        }

        private void write(int file, String digest, ProgramOutcome outcome) throws IOException {
            if (byName[file] == null) {
                byName[file] =
                        new TableFileWriter(new Path(round.root, name(file)), Tables.LEDGER, round.rowGroupBytes, conf);
                writers.add(byName[file]);
            }
            byName[file].write(
                    lastSuite,
                    digest,
                    outcome.outcome().name(),
                    outcome.rule(),
                    SegmentWriter.printable(outcome.detail()),
                    outcome.basePassed().orElse(null),
                    outcome.cpuSeconds(),
                    outcome.nearLimit());
        }

        private String name(int file) {
            TaskContext task = TaskContext.get();
            return round.folder + "/" + task.partitionId() + "-" + task.taskAttemptId() + "-" + names.get(file)
                    + ".parquet";
        }

        Result result() throws IOException {
            close();
            return new Result(file(0), file(1), counts);
        }

        private List<TableFile> file(int file) {
            return byName[file] == null ? List.of() : List.of(new TableFile(name(file), byName[file].rows()));
        }

        @Override
        public void close() throws IOException {
            files.close();
            for (TableFileWriter writer : writers) {
                writer.close();
            }
            writers.clear();
        }
    }
}
