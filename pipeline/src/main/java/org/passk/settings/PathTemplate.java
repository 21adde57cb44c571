package org.passk.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passk.fault.PasskException;

/**
 * A path pattern whose placeholders name what a generation file holds:
 * {@code gen/{model}/step_{step}/{benchmark}_seed{seed}.jsonl}. Beside placeholders it may use Hadoop's glob characters
 * with Hadoop's meaning: <code>* ? [ab] [a-c] [^a] {a,b}</code> and a backslash before a character that is meant
 * literally. Braces with a comma are alternatives, braces without one are a placeholder.
 *
 * <p>Values: {@code {step}} and {@code {seed}} are 1 to 18 digits, {@code {temperature}} is a decimal number,
 * {@code {model}} and {@code {benchmark}} are anything without a slash. Where two of them touch the same text, as in
 * {@code {model}_{benchmark}}, the left one is as long as possible.
 *
 * <p>Immutable, safe for use by several threads.
 */
public final class PathTemplate {
    static final String MODEL = "model";
    static final String BENCHMARK = "benchmark";
    static final String STEP = "step";
    static final String SEED = "seed";
    static final String TEMPERATURE = "temperature";

    /** Each placeholder with the expression of its values; bounded digits, so that a value always fits a long. */
    static final Map<String, String> VALUES = Map.of(
            MODEL, "[^/]+",
            BENCHMARK, "[^/]+",
            STEP, "[0-9]{1,18}",
            SEED, "[0-9]{1,18}",
            TEMPERATURE, "[0-9]+(?:\\.[0-9]+)?");

    private final String text;
    private final String glob;
    private final Pattern expression;
    private final List<String> placeholders;

    PathTemplate(String text, String glob, Pattern expression, List<String> placeholders) {
        this.text = text;
        this.glob = glob;
        this.expression = expression;
        this.placeholders = List.copyOf(placeholders);
    }

    /**
     * Reads a template.
     *
     * @param text the template; resolved by {@link StudyPaths#resolvePattern} if full paths are to match
     * @throws PasskException of kind CONFIGURATION for an unknown placeholder or a pattern that is not closed
     */
    public static PathTemplate parse(String text) {
        return new TemplateParser(text).parse();
    }

    /** The names of the placeholders, each once, in the order of the template. */
    public Set<String> placeholders() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(placeholders));
    }

    /** The pattern for Hadoop's {@code globStatus}: each placeholder is a {@code *}. It may list more than matches. */
    public String glob() {
        return glob;
    }

    /**
     * The values of the placeholders in a path.
     *
     * @param fullPath a file's path as a file system lists it; scheme and authority do not take part
     * @return name to value, in the order of the template, empty for a template without placeholders; nothing when the
     *     path does not match, or a placeholder that stands twice would have two values
     */
    public Optional<Map<String, String>> match(String fullPath) {
        Matcher matcher = expression.matcher(StudyPaths.pathPartOf(fullPath));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : placeholders) {
            values.put(name, matcher.group(name));
        }
        return Optional.of(values);
    }

    /** The template as written. */
    @Override
    public String toString() {
        return text;
    }
}
