package org.passk.spark.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.passk.model.Run;
import org.passk.settings.Study;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.SegmentCommit;

/** What the segment list tells of runs, without reading a row. */
public final class RunIndex {
    private RunIndex() {}

    /** The runs of these segments, sorted by label. */
    public static List<Run> runs(Collection<SegmentCommit> segments) {
        Map<String, Run> runs = new LinkedHashMap<>();
        for (SegmentCommit segment : segments) {
            segment.runs().forEach(count -> runs.put(count.run().id(), count.run()));
        }
        List<Run> sorted = new ArrayList<>(runs.values());
        sorted.sort(Comparator.comparing(Run::label));
        return sorted;
    }

    /**
     * The samples that the study expects per problem: of all generations entries that a run and benchmark has files in,
     * those that say how many.
     *
     * @param study says how many
     * @param segments say which files belong to which run
     * @param files say which entry each of them belongs to in this study; that of the segments may be an older one
     * @return by run id and benchmark, joined with a space
     */
    public static Map<String, Long> expected(
            Study study, Collection<SegmentCommit> segments, Collection<InputFile> files) {
        Map<String, Integer> entries = new HashMap<>();
        files.forEach(file -> entries.put(file.path(), file.context().entry()));
        Map<String, Long> expected = new TreeMap<>();
        Set<String> counted = new HashSet<>();
        for (SegmentCommit segment : segments) {
            int entry = entries.get(segment.path());
            long samples = study.generations().get(entry).samples();
            for (SegmentCommit.RunCount count : segment.runs()) {
                String key = count.run().id() + " " + count.benchmark();
                if (samples > 0 && counted.add(key + " " + entry)) {
                    expected.merge(key, samples, Long::sum);
                }
            }
        }
        return expected;
    }

    /** A path as it is shown: relative to the study's folder where it lies below it, local ones without their scheme. */
    public static String relative(String path, String base) {
        if (path.startsWith(folder(base))) {
            return path.substring(folder(base).length());
        }
        return path.startsWith("file:/") ? path.substring("file:".length()) : path;
    }

    /** A message with its paths as they are shown, the same wherever the study lies. */
    static String withRelativePaths(String message, String base) {
        return message.replace(folder(base), "");
    }

    private static String folder(String base) {
        return base.endsWith("/") ? base : base + "/";
    }
}
