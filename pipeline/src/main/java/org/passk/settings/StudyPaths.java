package org.passk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths of a study, resolved as text: no file system is asked, so that a study on any store gives the same paths on any
 * machine. A path is {@code [scheme:[//authority]]path}, never percent-encoded, as Hadoop writes it.
 */
public final class StudyPaths {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:(?://[^/]*)?)(.*)", Pattern.DOTALL);
    private static final Pattern GLOB_CHARACTER = Pattern.compile("[\\\\*?\\[\\]{}]");

    private StudyPaths() {}

    /**
     * A path seen from a folder. A path with a scheme or a leading {@code /} stays as written; any other is appended to
     * the folder. In what was appended, {@code .}, {@code ..} and repeated {@code /} are removed; {@code ..} at the root
     * stays at the root, as in a shell. A {@code /} between braces does not end a name: {@code {a,b/c}} is one.
     *
     * @param base the folder of the study: absolute, with or without a scheme, relative, or empty
     * @param path the path as the study writes it, which may be a pattern; not empty
     */
    public static String resolve(String base, String path) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("path is empty");
        }
        if (path.startsWith("/") || SCHEME.matcher(path).matches()) {
            return path;
        }
        Matcher matcher = SCHEME.matcher(base);
        String prefix = matcher.matches() ? matcher.group(1) : "";
        String folder = matcher.matches() ? matcher.group(2) : base;
        // hdfs://host has no path of its own; what is appended to it starts at its root.
        boolean absolute = folder.startsWith("/") || prefix.contains("//");
        List<String> names = new ArrayList<>();
        normalise(List.of(folder.split("/", -1)), absolute, names);
        normalise(namesOf(path), absolute, names);
        String joined = String.join("/", names);
        if (absolute) {
            return prefix + "/" + joined;
        }
        return joined.isEmpty() ? prefix + "." : prefix + joined;
    }

    /**
     * As {@link #resolve}, for a path that is used as a pattern: characters of the folder that would mean something in a
     * pattern are escaped, for a folder is meant literally.
     *
     * @param base the folder of the study
     * @param pattern the pattern as the study writes it; not empty
     */
    public static String resolvePattern(String base, String pattern) {
        return resolve(GLOB_CHARACTER.matcher(base).replaceAll("\\\\$0"), pattern);
    }

    /** The path without scheme and authority. */
    static String pathPartOf(String path) {
        Matcher matcher = SCHEME.matcher(path);
        return matcher.matches() ? matcher.group(2) : path;
    }

    private static void normalise(List<String> parts, boolean absolute, List<String> names) {
        for (String part : parts) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            boolean canRise = !names.isEmpty() && !names.get(names.size() - 1).equals("..");
            if (!part.equals("..")) {
                names.add(part);
            } else if (canRise) {
                names.remove(names.size() - 1);
            } else if (!absolute) {
                names.add(part);
            }
        }
    }

    /** The names of a pattern: cut at each slash that stands outside braces. */
    private static List<String> namesOf(String pattern) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean escaped = false;
        for (int i = 0; i < pattern.length(); i++) {
            if (escaped) {
                escaped = false;
                continue;
            }
            switch (pattern.charAt(i)) {
                case '\\' -> escaped = true;
                case '{' -> depth++;
                case '}' -> depth = Math.max(0, depth - 1);
                case '/' -> {
                    if (depth == 0) {
                        names.add(pattern.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        names.add(pattern.substring(start));
        return names;
    }
}
