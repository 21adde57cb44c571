package org.passk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passk.fault.PasskException;
import org.passk.sandbox.Confinement;
import org.passk.sandbox.SandboxProbe;
import org.passk.sandbox.SandboxSettings;
import org.passk.spark.schema.Tables;

/** Studies of programs: the verdicts that the sample's script made them to get, each program run once, whatever happens. */
@ExtendWith(SharedSession.Extension.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProgramsIT {
    private static final int SAMPLES = 384;
    private static final int DISTINCT = 71;

    @BeforeAll
    static void programsCanBeRunHere() {
        try {
            Assumptions.assumeTrue(
                    SandboxProbe.probe(SandboxSettings.defaults()).confinement() != Confinement.NONE,
                    "nothing confines programs here");
        } catch (PasskException e) {
            Assumptions.abort("there is no Python here: " + e.getMessage());
        }
    }

    @Test
    void everySampleGetsItsVerdictAndEveryProgramRunsOnce(SharedSession session, @TempDir Path folder)
            throws Exception {
        StudyFolder study = StudyFolder.sample("programs", folder, session);
        StudyFolder.Ran ran = study.evaluate("out");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.output().count("read")).isEqualTo(SAMPLES);
        assertThat(ran.output().count("verdicts")).isEqualTo(SAMPLES);
        assertThat(verdicts(ran)).isEqualTo(expected(study));
        assertThat(programsRun(ran)).isEqualTo(DISTINCT);
        assertThat(ran.output().records(Tables.LEDGER)).hasSize(DISTINCT);

        StudyFolder.Ran again = study.evaluate("out");
        assertThat(again.err()).contains("nothing to verify");
        assertThat(programsRun(again)).isZero();
        assertThat(again.output().content()).isEqualTo(ran.output().content());
    }

    @Test
    void onlyNewProgramsRunWhenSamplesAreAdded(SharedSession session, @TempDir Path folder) throws Exception {
        StudyFolder study = StudyFolder.sample("programs", folder, session);
        List<String> lines = study.text("base.jsonl").lines().toList();
        study.file("base.jsonl", String.join("\n", lines.subList(0, lines.size() / 2)) + "\n");
        StudyFolder.Ran half = study.evaluate("out");
        assertThat(half.code()).as(half.err()).isZero();
        long before = programsRun(half);
        assertThat(before).isBetween(1L, DISTINCT - 1L);

        study.file("base.jsonl", String.join("\n", lines) + "\n");
        StudyFolder.Ran whole = study.evaluate("out");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(before + programsRun(whole)).isEqualTo(DISTINCT);
        assertThat(verdicts(whole)).isEqualTo(expected(study));
        assertThat(whole.output().content())
                .isEqualTo(study.evaluate("scratch", "splits.bytes=2kB", "segments.batch_rows=5")
                        .output()
                        .content());
    }

    @Test
    void aSandboxThatIsKilledChangesNoVerdict(SharedSession session, @TempDir Path folder) throws Exception {
        StudyFolder study = StudyFolder.sample("programs", folder, session);
        AtomicBoolean done = new AtomicBoolean();
        Thread killer = new Thread(() -> killServers(done), "killer");
        killer.start();
        StudyFolder.Ran ran;
        try {
            ran = study.evaluate("out");
        } finally {
            done.set(true);
            killer.join();
        }

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(verdicts(ran)).isEqualTo(expected(study));
        assertThat(servers()).isEmpty();
    }

    /** Three times: a program that breaks the sandbox is tried four times, so none can become a fault. */
    private static void killServers(AtomicBoolean done) {
        try {
            int killed = 0;
            while (!done.get() && killed < 3) {
                Thread.sleep(1_000);
                Optional<ProcessHandle> server = servers().stream().findAny();
                server.ifPresent(ProcessHandle::destroyForcibly);
                killed += server.isPresent() ? 1 : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("python"))
                .toList();
    }

    @Test
    void tightLimitsSayHowManyVerdictsTheyChange(SharedSession session, @TempDir Path folder) throws Exception {
        StudyFolder study = StudyFolder.sample("programs", folder, session);
        StudyFolder.Ran ran = study.evaluate("out", "verify.code.limits=tight");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(verdicts(ran)).isEqualTo(expected(study));
        JsonNode programs = ran.output().json("manifest.json").get("programs");
        assertThat(programs.get("sampled_under_official_limits").longValue()).isBetween(1L, DISTINCT / 2L);
        assertThat(programs.get("changed_by_official_limits").longValue()).isZero();
    }

    @Test
    void aMissingInterpreterIsAnErrorBeforeAnythingIsRead(SharedSession session, @TempDir Path folder)
            throws Exception {
        StudyFolder study = StudyFolder.sample("programs", folder, session);
        StudyFolder.Ran ran = study.evaluate("out", "verify.code.python=/no/python");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("passk: no Python 3.8 or newer is started by '/no/python'")
                .contains("verify.code.python");
        assertThat(ran.output().store().segments()).isEmpty();
    }

    @Test
    void aProblemWhoseCanonicalSolutionFailsIsAFaultAndNoWrongAnswer(SharedSession session, @TempDir Path folder)
            throws Exception {
        StudyFolder study = StudyFolder.sample("programs", folder, session);
        study.file("problems.jsonl", study.text("problems.jsonl").replace("    return a + b\\n", "    return a\\n"));
        StudyFolder.Ran ran = study.evaluate("out");

        assertThat(ran.code()).as(ran.err()).isEqualTo(3);
        assertThat(ran.err()).contains("faults of passk");
        Map<String, Map<String, Map<String, Integer>>> verdicts = verdicts(ran);
        assertThat(verdicts.get("Programs/0").get("rl")).containsOnlyKeys("FAULT");
        verdicts.remove("Programs/0");
        Map<String, Map<String, Map<String, Integer>>> others = expected(study);
        others.remove("Programs/0");
        assertThat(verdicts).isEqualTo(others);
    }

    private static long programsRun(StudyFolder.Ran ran) {
        return ran.output().json("manifest.json").at("/programs/run").longValue();
    }

    /** By problem, model and outcome. */
    private static Map<String, Map<String, Map<String, Integer>>> verdicts(StudyFolder.Ran ran) {
        Map<String, String> models = new TreeMap<>();
        ran.output()
                .json("report.json")
                .get("runs")
                .forEach(run -> models.put(
                        run.get("run_id").textValue(), run.get("model").textValue()));
        Map<String, Map<String, Map<String, Integer>>> verdicts = new TreeMap<>();
        for (Map<String, Object> row : ran.output().samples()) {
            verdicts.computeIfAbsent((String) row.get("problem_id"), problem -> new TreeMap<>())
                    .computeIfAbsent(models.get((String) row.get("run_id")), model -> new TreeMap<>())
                    .merge((String) row.get("outcome"), 1, Integer::sum);
        }
        return verdicts;
    }

    private static Map<String, Map<String, Map<String, Integer>>> expected(StudyFolder study) throws IOException {
        Map<String, Map<String, Map<String, Integer>>> expected = new TreeMap<>();
        JsonNode all = new ObjectMapper().readTree(study.text("expected.json")).get("verdicts");
        for (Map.Entry<String, JsonNode> problem : all.properties()) {
            for (Map.Entry<String, JsonNode> model : problem.getValue().properties()) {
                for (Map.Entry<String, JsonNode> outcome : model.getValue().properties()) {
                    expected.computeIfAbsent(problem.getKey(), p -> new TreeMap<>())
                            .computeIfAbsent(model.getKey(), m -> new TreeMap<>())
                            .put(outcome.getKey(), outcome.getValue().intValue());
                }
            }
        }
        return expected;
    }
}
