package org.passk.analysis.claim;

import java.util.List;
import java.util.Optional;
import org.passk.analysis.RunProblems;
import org.passk.analysis.StudyRow;
import org.passk.analysis.StudyRun;

/** What claims are checked against: the small tables of a study. */
public interface ClaimStudy {
    /** The runs. */
    List<StudyRun> runs();

    /** The names of the benchmarks with samples, sorted. */
    List<String> benchmarks();

    /** The counts of a run on a benchmark, in the order of problem ids; empty where it has no samples. */
    Optional<RunProblems> problems(String runId, String benchmark);

    /** The rows of METRICS. */
    List<StudyRow> metrics();
}
