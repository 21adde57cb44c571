package org.passk.jobs.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.passk.fault.PasskException;
import org.passk.sandbox.Sandbox;

/** Runs every case below a folder. All but the times is the same in every run. For one thread. */
public final class ConformanceRun {
    /** Cases that are run before any is timed, so that the JVM has compiled what they use. */
    static final int WARM_UP = 1_000;

    private static final String SUFFIX = ".jsonl";
    private static final double NANOS_PER_MILLI = 1e6;

    private final LongSupplier cpuNanos;
    private final Supplier<Sandbox> sandboxes;
    private final Examiner examiner = new Examiner();

    /**
     * A run.
     *
     * @param cpuNanos the CPU time that the calling thread has used, in nanoseconds
     * @param sandboxes makes the sandbox for folders of programs; called only where there are any
     */
    public ConformanceRun(LongSupplier cpuNanos, Supplier<Sandbox> sandboxes) {
        this.cpuNanos = Objects.requireNonNull(cpuNanos, "cpuNanos");
        this.sandboxes = Objects.requireNonNull(sandboxes, "sandboxes");
    }

    /**
     * Runs the cases of all {@code *.jsonl} files, and the programs beside all {@code manifest.json}, of a folder and
     * its folders.
     *
     * @param folder the folder
     * @return how they came out
     * @throws PasskException of the kind INPUT when the folder, or a file of it, cannot be read, or there is none
     */
    public ConformanceReport run(Path folder) {
        List<CaseFile> files = read(folder);
        warmUp(files.stream().flatMap(file -> file.probes().stream()).toList());
        List<FileScore> scores = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (CaseFile file : files) {
            bad.addAll(file.badLines());
            if (file.skipped().isEmpty()) {
                scores.add(score(file));
            } else {
                skipped.add(file.name() + ": " + file.skipped());
            }
        }
        programs(folder, scores);
        return new ConformanceReport(scores, skipped, bad);
    }

    private void programs(Path folder, List<FileScore> scores) {
        List<Path> manifests = paths(folder, path -> path.endsWith(AbuseFolder.MANIFEST));
        if (manifests.isEmpty()) {
            return;
        }
        try (Sandbox sandbox = sandboxes.get()) {
            for (Path manifest : manifests) {
                Path programs = manifest.getParent();
                String below = name(folder, programs);
                String name = below.isEmpty()
                        ? folder.toAbsolutePath().normalize().getFileName().toString()
                        : below;
                scores.add(AbuseFolder.score(programs, name, sandbox));
            }
        }
    }

    private static List<CaseFile> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw PasskException.input(folder + (Files.exists(folder) ? ": is no folder" : ": no such folder")
                    + "; expected one with *.jsonl");
        }
        List<CaseFile> files = new ArrayList<>();
        for (Path path : paths(folder, path -> path.toString().endsWith(SUFFIX))) {
            String name = name(folder, path);
            try {
                files.add(CaseFile.read(name, path));
            } catch (IOException e) {
                throw PasskException.input(path + ": cannot be read: " + reason(e));
            }
        }
        if (files.isEmpty()
                && paths(folder, path -> path.endsWith(AbuseFolder.MANIFEST)).isEmpty()) {
            throw PasskException.input(folder + ": no file *.jsonl or manifest.json stands in it or below");
        }
        return files;
    }

    private static List<Path> paths(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(path -> wanted.test(path) && !Files.isDirectory(path))
                    .sorted((one, other) -> name(folder, one).compareTo(name(folder, other)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw PasskException.input(folder + ": cannot be listed: " + reason(e.getCause()));
        } catch (IOException e) {
            throw PasskException.input(folder + ": cannot be listed: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Cases from everywhere, so that the first file is not the one that pays. */
    private void warmUp(List<Probe> probes) {
        for (int i = 0; i < WARM_UP && !probes.isEmpty(); i++) {
            long index = probes.size() >= WARM_UP ? (long) i * probes.size() / WARM_UP : i % probes.size();
            examiner.examine(probes.get((int) index));
        }
    }

    private FileScore score(CaseFile file) {
        Map<Score, Integer> counts = new EnumMap<>(Score.class);
        List<Miss> misses = new ArrayList<>();
        long slowest = 0;
        for (Probe probe : file.probes()) {
            long before = cpuNanos.getAsLong();
            Finding finding = examiner.examine(probe);
            slowest = Math.max(slowest, cpuNanos.getAsLong() - before);
            counts.merge(finding.score(), 1, Integer::sum);
            if (finding.score() != Score.RIGHT) {
                misses.add(Miss.of(probe, finding));
            }
        }
        return new FileScore(
                file.name(),
                file.probes().size(),
                counts.getOrDefault(Score.RIGHT, 0),
                counts.getOrDefault(Score.FALSE_POSITIVE, 0),
                counts.getOrDefault(Score.FALSE_NEGATIVE, 0),
                counts.getOrDefault(Score.UNDECIDED, 0),
                // Microseconds are what the clocks of threads resolve.
                Math.round(slowest / 1e3) * 1e3 / NANOS_PER_MILLI,
                misses);
    }
}
