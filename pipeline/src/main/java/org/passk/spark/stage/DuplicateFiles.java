package org.passk.spark.stage;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.spark.store.ContentDigest;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.SegmentCommit;

/**
 * Finds a file that is given twice under two names, by its content and before anything is verified. Only files of equal
 * length can be equal, so that most studies cost nothing; of those both ends are compared, and the whole where the ends
 * are equal. Executors do the reading; the driver sees digests. Empty files are not compared.
 */
public final class DuplicateFiles {
    private static final int SHOWN = 20;
    private static final int MAX_TASKS = 10_000;

    private final JavaSparkContext spark;

    /**
     * The comparison.
     *
     * @param spark the session's context
     */
    public DuplicateFiles(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Refuses files that hold the same bytes. Files that were verified by earlier runs were compared then: among them
     * only those are read again whose segments say that they may be equal, which they can where an earlier run allowed it.
     *
     * @param files all input files
     * @param unverified the paths of those that have something to verify
     * @param segments the listed segments
     * @throws PasskException of kind INPUT that names each file that repeats another one, or one that has changed
     */
    public void refuse(List<InputFile> files, Set<String> unverified, Collection<SegmentCommit> segments) {
        List<List<InputFile>> candidates = candidates(files, unverified, segments);
        if (candidates.isEmpty()) {
            return;
        }
        Map<String, List<String>> ends =
                digests(flat(candidates).stream().map(ContentDigest::ends).toList(), "ends");
        List<List<InputFile>> equal = refine(candidates, ends);
        List<InputFile> large = flat(equal).stream()
                .filter(file -> !ContentDigest.endsAreAll(file))
                .toList();
        if (!large.isEmpty()) {
            Map<String, List<String>> whole = digests(
                    large.stream()
                            .flatMap(file -> ContentDigest.pieces(file).stream())
                            .toList(),
                    "contents");
            equal = refine(equal, whole);
        }
        if (!equal.isEmpty()) {
            throw PasskException.input(message(equal));
        }
    }

    private static List<List<InputFile>> candidates(
            List<InputFile> files, Set<String> unverified, Collection<SegmentCommit> segments) {
        List<List<InputFile>> candidates = new ArrayList<>();
        List<InputFile> known = new ArrayList<>();
        for (List<InputFile> equal : alike(files, InputFile::length)) {
            if (equal.get(0).length() == 0) {
                continue;
            }
            if (equal.stream().anyMatch(file -> unverified.contains(file.path()))) {
                candidates.add(equal);
            } else {
                known.addAll(equal);
            }
        }
        if (!known.isEmpty()) {
            Map<String, List<String>> evidence = evidence(segments);
            candidates.addAll(alike(known, file -> evidence.getOrDefault(file.path(), List.of(file.path()))));
        }
        return candidates;
    }

    /** What the segments of each file say of its bytes. */
    private static Map<String, List<String>> evidence(Collection<SegmentCommit> segments) {
        Map<String, List<String>> evidence = new TreeMap<>();
        segments.stream()
                .sorted(Comparator.comparing(SegmentCommit::path).thenComparingLong(SegmentCommit::start))
                .forEach(segment -> evidence.computeIfAbsent(segment.path(), path -> new ArrayList<>())
                        .add(segment.start() + " " + segment.bytes() + " " + segment.read() + " "
                                + segment.checksum()));
        return evidence;
    }

    /** The groups of two or more files with the same value, in the order of their first files. */
    private static <K> List<List<InputFile>> alike(List<InputFile> files, Function<InputFile, K> value) {
        return files.stream().collect(Collectors.groupingBy(value)).values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream()
                        .sorted(Comparator.comparing(InputFile::path))
                        .toList())
                .sorted(Comparator.comparing(
                        (List<InputFile> group) -> group.get(0).path()))
                .toList();
    }

    private static List<List<InputFile>> refine(List<List<InputFile>> groups, Map<String, List<String>> digests) {
        return groups.stream()
                .flatMap(group -> alike(group, file -> digests.getOrDefault(file.path(), List.of())).stream())
                .toList();
    }

    private static List<InputFile> flat(List<List<InputFile>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    private static String message(List<List<InputFile>> groups) {
        List<String> lines = new ArrayList<>();
        for (List<InputFile> group : groups) {
            InputFile first = group.get(0);
            for (InputFile copy : group.subList(1, group.size())) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s: holds the same %,d bytes as %s; expected each file once"
                                + " (study.allow_duplicate_files = true allows it)",
                        copy.path(),
                        copy.length(),
                        first.path()));
            }
        }
        String shown = lines.stream().limit(SHOWN).collect(Collectors.joining("\n"));
        return lines.size() > SHOWN ? shown + "\nand " + (lines.size() - SHOWN) + " more of this kind" : shown;
    }

    /** The digests of each file's parts, in the order of the parts. */
    private Map<String, List<String>> digests(List<ContentDigest.Part> parts, String what) {
        Broadcast<HadoopSettings> hadoop = spark.broadcast(new HadoopSettings(spark.hadoopConfiguration()));
        spark.setJobGroup("passk compare files", "compare the " + what + " of files of equal length", true);
        try {
            List<Answer> answers = spark.parallelize(parts, Math.min(parts.size(), MAX_TASKS))
                    .map(new Digest(hadoop))
                    .collect();
            String refusals = answers.stream()
                    .map(Answer::refusal)
                    .filter(refusal -> !refusal.isEmpty())
                    .sorted()
                    .limit(1)
                    .collect(Collectors.joining());
            if (!refusals.isEmpty()) {
                throw PasskException.input(refusals);
            }
            return answers.stream()
                    .collect(Collectors.groupingBy(
                            Answer::path, Collectors.mapping(Answer::digest, Collectors.toList())));
        } finally {
            spark.clearJobGroup();
            hadoop.destroy();
        }
    }

    /** What a task says of a part; a file that cannot be used is an answer too, which Spark does not ask for again. */
    private record Answer(String path, String digest, String refusal) implements Serializable {}

    private static final class Digest
            implements org.apache.spark.api.java.function.Function<ContentDigest.Part, Answer> {
        private static final long serialVersionUID = 1;

        private final Broadcast<HadoopSettings> hadoop;

        Digest(Broadcast<HadoopSettings> hadoop) {
            this.hadoop = hadoop;
        }

        @Override
        public Answer call(ContentDigest.Part part) {
            String path = part.file().path();
            try {
                return new Answer(path, ContentDigest.of(part, hadoop.value().configuration()), "");
            } catch (PasskException e) {
                if (e.kind() == FaultKind.INPUT) {
                    return new Answer(path, "", e.getMessage());
                }
                throw e;
            } catch (IOException e) {
                throw new UncheckedIOException(path + ": " + e.getMessage(), e);
            }
        }
    }
}
