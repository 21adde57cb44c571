package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.model.Problem;
import org.passk.sandbox.SandboxResult.End;

/**
 * The CPU time of canonical programs in the sandbox beside that of a plain loop of fork, compile, execute and exit in the
 * same interpreter, which is the least that a process of its own can cost. Prints one line for each series.
 */
@Tag("slow")
@EnabledIfSystemProperty(
        named = "passk.runs",
        matches = "[1-9][0-9]*",
        disabledReason = "a measurement: ask with -Dpassk.runs=10")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SandboxThroughputTest {
    /** Runs of each program: {@code -Dpassk.runs=10} for figures; without it nothing is measured. */
    private static final int RUNS = Integer.getInteger("passk.runs", 1);

    /** A program that computes for longer is heavy: its own time decides, not ours. */
    private static final double HEAVY_SECONDS = 0.02;

    private static final double TICKS_PER_SECOND = 100;
    private static final int FIRST_TIME = 11;
    private static final int LAST_TIME = 14;
    private static final double NANOS = 1e9;

    @TempDir
    private Path folder;

    /** CPU seconds of a series. */
    private record Cost(int samples, double limit, double sandbox, double jvm) {
        Cost plus(Cost other) {
            return new Cost(samples + other.samples, limit + other.limit, sandbox + other.sandbox, jvm + other.jvm);
        }

        double ratio() {
            return limit / sandbox;
        }

        double samplesPerSecond() {
            return samples / sandbox;
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%s: %d samples; limit %.2f ms (%.1f per CPU second), sandbox %.2f ms (%.1f per CPU second),"
                            + " %.0f %% of the limit; JVM %.2f ms",
                    name,
                    samples,
                    1e3 * limit / samples,
                    samples / limit,
                    1e3 * sandbox / samples,
                    samplesPerSecond(),
                    100 * ratio(),
                    1e3 * jvm / samples);
        }
    }

    /** All of them have to pass; what they cost is printed and not judged, for the machine may be busy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "humaneval/HumanEval.jsonl.gz",
                "humaneval_plus/HumanEvalPlus.jsonl.gz",
                "mbpp_plus/MbppPlus.jsonl.gz"
            })
    void aProgramCostsLittleMoreThanItsProcess(String name) throws IOException {
        PublishedProblems problems = PublishedProblems.read("problems/" + name);
        SandboxSettings settings = PublishedProblems.settings(SandboxMode.SPLIT);
        Capabilities capabilities = PublishedProblems.capabilities(settings);
        List<Problem> light = new ArrayList<>();
        List<Problem> heavy = new ArrayList<>();
        double lightLimit = 0;
        double heavyLimit = 0;
        List<Double> limits = limits(capabilities.python(), problems);
        for (int i = 0; i < limits.size(); i++) {
            boolean isHeavy = limits.get(i) / RUNS > HEAVY_SECONDS;
            (isHeavy ? heavy : light).add(problems.all().get(i));
            lightLimit += isHeavy ? 0 : limits.get(i);
            heavyLimit += isHeavy ? limits.get(i) : 0;
        }
        Cost quick;
        Cost all;
        try (Sandbox sandbox = new Sandbox(settings, capabilities)) {
            // The server starts with it, as the interpreter of the plain loop has started before that is measured.
            problems.run(sandbox, light.get(0), problems.canonical(light.get(0)));
            quick = cost(sandbox, problems, light, lightLimit);
            all = quick.plus(cost(sandbox, problems, heavy, heavyLimit));
        }
        System.out.println(all.line(name));
        System.out.println(quick.line(name + " but for " + heavy.size() + " that compute for more than 20 ms"));
    }

    private static Cost cost(Sandbox sandbox, PublishedProblems problems, List<Problem> some, double limit)
            throws IOException {
        double sandboxBefore = descendants();
        double jvmBefore = jvm();
        for (Problem problem : some) {
            String program = problems.canonical(problem);
            for (int i = 0; i < RUNS; i++) {
                SandboxResult result = problems.run(sandbox, problem, program);
                assertThat(result.outcome()).as(problem.id() + " " + result).isEqualTo(End.PASSED);
            }
        }
        return new Cost(some.size() * RUNS, limit, descendants() - sandboxBefore, jvm() - jvmBefore);
    }

    private static double jvm() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / NANOS;
    }

    /** CPU seconds of all processes that this one has started, and of those that they have buried. */
    private static double descendants() throws IOException {
        double ticks = 0;
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            try {
                String[] fields = stat(process.pid());
                for (int i = FIRST_TIME; i <= LAST_TIME; i++) {
                    ticks += Long.parseLong(fields[i]);
                }
            } catch (NoSuchFileException e) {
                // Gone in between; its time is with whoever has buried it.
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** What stands behind the name in {@code /proc/PID/stat}, from the state on. */
    private static String[] stat(long pid) throws IOException {
        String text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
        return text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
    }

    /** CPU seconds of the plain loop for each problem. */
    private List<Double> limits(Python python, PublishedProblems problems) throws IOException {
        Path modules = Files.createDirectory(folder.resolve("modules"));
        for (String file : List.of("limit.py", "evalplus.py")) {
            try (InputStream in = SandboxThroughputTest.class.getResourceAsStream(file)) {
                Files.copy(in, modules.resolve(file));
            }
        }
        Process loop = new ProcessBuilder(
                        python.executable(),
                        "-I",
                        "-S",
                        "-B",
                        modules.resolve("limit.py").toString(),
                        modules.toString(),
                        Integer.toString(RUNS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Double> seconds = new ArrayList<>();
        try (BufferedWriter to = loop.outputWriter(StandardCharsets.UTF_8);
                BufferedReader from = loop.inputReader(StandardCharsets.UTF_8)) {
            for (Problem problem : problems.all()) {
                ObjectNode record = problems.tests(problem).put("program", problems.canonical(problem));
                if (record.path("kind").asText().equals("check")) {
                    String call = "\ncheck(" + record.path("entry").asText() + ")\n";
                    record.put("test", record.path("test").asText() + call).remove("entry");
                }
                to.write(PublishedProblems.JSON.writeValueAsString(record));
                to.newLine();
                to.flush();
                seconds.add(Double.parseDouble(from.readLine()));
            }
        } finally {
            // Gone before the next count: its time would be counted before and not after.
            loop.destroyForcibly().onExit().join();
        }
        return seconds;
    }
}
