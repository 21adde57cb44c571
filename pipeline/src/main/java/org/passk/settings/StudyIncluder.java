package org.passk.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.File;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what one text includes, through the {@link IncludeResolver} alone: a study must not fetch from the network or
 * change with the class path of the process that reads it.
 */
final class StudyIncluder implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    /** Far above any honest study; stops texts that include each other in ever wider fans. */
    private static final int MAX_INCLUDES = 200;

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final IncludeResolver resolver;
    private final Findings findings;
    private final AtomicInteger included;

    /** The display name of the text, then its own text, then the names that led to it, outermost first. */
    private final String file;

    private final String text;
    private final List<String> trail;

    private StudyIncluder(
            IncludeResolver resolver,
            Findings findings,
            AtomicInteger included,
            String file,
            String text,
            List<String> trail) {
        this.resolver = resolver;
        this.findings = findings;
        this.included = included;
        this.file = file;
        this.text = text;
        this.trail = trail;
    }

    /** Parses a text with all that it includes. */
    static Config parse(String text, String displayName, IncludeResolver resolver, Findings findings) {
        return new StudyIncluder(resolver, findings, new AtomicInteger(), displayName, text, List.of()).parse();
    }

    private Config parse() {
        return ConfigFactory.parseString(
                text, ConfigParseOptions.defaults().setOriginDescription(file).setIncluder(this));
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        if (SCHEME.matcher(what).matches()) {
            return refused(what, "an address; expected the path of a file");
        }
        String folder = trail.isEmpty() ? "" : folderOf(trail.get(trail.size() - 1));
        String name = StudyPaths.resolve(folder, what);
        if (trail.contains(name)) {
            return refused(what, "already being included: " + String.join(" -> ", trail) + " -> " + name);
        }
        if (included.incrementAndGet() > MAX_INCLUDES) {
            return refused(what, "one too many; expected at most " + MAX_INCLUDES + " includes");
        }
        Optional<String> found = resolver.textOf(name);
        if (found.isEmpty()) {
            return refused(what, "not found");
        }
        List<String> deeper = Stream.concat(trail.stream(), Stream.of(name)).toList();
        return new StudyIncluder(resolver, findings, included, name, found.get(), deeper)
                .parse()
                .root();
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return include(context, what.getPath().replace(File.separatorChar, '/'));
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        return refused(what.toString(), "an address; expected the path of a file");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        return refused(what, "on the class path; expected the path of a file");
    }

    /** Nothing but the resolver gives texts, so the library's own way of finding them is left out. */
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    private ConfigObject refused(String what, String why) {
        // An override is one line of the command line, which has no number.
        int line = file.equals(Place.OVERRIDE) ? 0 : lineOf(what);
        findings.mistake(new Place(file, line), "include \"" + what + "\": is " + why);
        return ConfigFactory.empty().root();
    }

    /** The library does not say on which line an include stands: the first that has the word and the name. */
    private int lineOf(String what) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int word = line.indexOf("include");
            if (word >= 0 && line.indexOf(what, word) > word) {
                return number;
            }
        }
        return 1;
    }

    private static String folderOf(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, Math.max(slash, 1));
    }
}
