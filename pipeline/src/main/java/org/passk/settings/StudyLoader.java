package org.passk.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.passk.fault.PasskException;

/**
 * Reads a study file (HOCON) over the defaults of {@code reference.conf}. Overrides win over the study file, the study
 * file over the defaults; objects merge, lists are replaced whole. {@code ${?NAME}} sees environment variables.
 *
 * <p>All mistakes that can be found are reported together, one line each: {@code FILE:LINE: KEY: what is wrong, what is
 * expected}. Mistakes of syntax, includes and substitutions hide the others until they are mended.
 */
public final class StudyLoader {
    private final Surroundings surroundings;
    private final LegalNames legal;

    /**
     * A loader.
     *
     * @param surroundings where substitutions look for environment variables
     * @param legal the names of formats and verifiers that a study may use
     */
    public StudyLoader(Surroundings surroundings, LegalNames legal) {
        this.surroundings = surroundings;
        this.legal = legal;
    }

    /** A loader for the formats and verifiers that passk itself brings. */
    public StudyLoader(Surroundings surroundings) {
        this(surroundings, LegalNames.builtIn());
    }

    /**
     * Reads a study.
     *
     * @param text the study file's text
     * @param displayName its name in messages
     * @param includes gives the texts that it includes
     * @param overrides keys such as {@code splits.bytes} with their values, applied in the map's order. A value that
     *     starts with {@code [}, <code>{</code> or a double quote is read as HOCON, any other is taken as written
     * @throws PasskException of kind CONFIGURATION with all mistakes, one per line
     */
    public LoadedStudy load(String text, String displayName, IncludeResolver includes, Map<String, String> overrides) {
        return load(text, displayName, includes, overrides, new Findings(displayName));
    }

    LoadedStudy load(
            String text,
            String displayName,
            IncludeResolver includes,
            Map<String, String> overrides,
            Findings findings) {
        Config merged = merged(text, displayName, includes, overrides, findings);
        findings.throwIfAny();
        ObjectReader root = ObjectReader.ofRoot(merged.root(), findings);
        Optional<Study> study = new StudyReader(root.section("study"), legal, findings).read();
        QuarantineSettings quarantine = SectionsReader.quarantine(root.section("quarantine"));
        SplitSettings splits = SectionsReader.splits(root.section("splits"));
        LimitSettings limits = SectionsReader.limits(root.section("limits"));
        VerifySettings verify = SectionsReader.verify(root.section("verify"));
        HealthSettings health = SectionsReader.health(root.section("health"));
        SegmentSettings segments = SectionsReader.segments(root.section("segments"));
        TableSettings tables = SectionsReader.tables(root.section("tables"));
        MetricSettings metrics = SectionsReader.metrics(root.section("metrics"));
        root.done();
        findings.throwIfAny();
        Settings settings = new Settings(
                study.orElseThrow(), quarantine, splits, limits, verify, health, segments, tables, metrics);
        Map<String, String> places = new TreeMap<>();
        places("study", merged.getValue("study"), displayName, places);
        return new LoadedStudy(settings, StudyJson.of(settings), places);
    }

    /** Mistakes that only the file systems show are reported with the place of the key as well. */
    private static void places(String key, ConfigValue value, String studyFile, Map<String, String> places) {
        places.put(key, Place.of(value.origin(), studyFile).toString());
        if (value instanceof ConfigObject object) {
            object.forEach((name, inner) -> places(key + "." + name, inner, studyFile, places));
        } else if (value instanceof ConfigList list) {
            for (int i = 0; i < list.size(); i++) {
                places(key + "[" + i + "]", list.get(i), studyFile, places);
            }
        }
    }

    /** The defaults as text. */
    static String referenceText() {
        try (InputStream in = StudyLoader.class.getResourceAsStream("reference.conf")) {
            if (in == null) {
                throw new IllegalStateException("reference.conf is missing beside the classes");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Config merged(
            String text,
            String displayName,
            IncludeResolver includes,
            Map<String, String> overrides,
            Findings findings) {
        ConfigParseOptions asDefaults = ConfigParseOptions.defaults().setOriginDescription(Place.DEFAULTS);
        Config defaults = ConfigFactory.parseString(referenceText(), asDefaults);
        try {
            Config study = StudyIncluder.parse(text, displayName, includes, findings);
            Config over = ConfigFactory.empty();
            for (Map.Entry<String, String> override : overrides.entrySet()) {
                over = override(override.getKey(), override.getValue(), findings)
                        .withFallback(over);
            }
            ConfigResolveOptions options =
                    ConfigResolveOptions.noSystem().appendResolver(new EnvironmentLookup(surroundings));
            return over.withFallback(study).withFallback(defaults).resolve(options);
        } catch (ConfigException e) {
            Place place = e.origin() == null ? new Place(displayName, 1) : Place.of(e.origin(), displayName);
            findings.mistake(place, lineOf(e));
        } catch (StackOverflowError e) {
            // The parser descends once per bracket; thousands of them are no study.
            findings.mistake(new Place(displayName, 1), "is nested too deeply");
        }
        return defaults;
    }

    private static Config override(String key, String value, Findings findings) {
        try {
            List<String> path = ConfigUtil.splitPath(key);
            int last = path.size() - 1;
            Map<String, Object> tree = Map.of(path.get(last), overridden(value, findings));
            for (int i = last - 1; i >= 0; i--) {
                tree = Map.of(path.get(i), tree);
            }
            return ConfigValueFactory.fromMap(tree, Place.OVERRIDE).toConfig();
        } catch (ConfigException.BadPath e) {
            findings.mistake(
                    new Place(Place.OVERRIDE, 0),
                    ConfigUtil.quoteString(key)
                            + ": is not a key; expected one such as splits.bytes (lists are set whole)");
        } catch (ConfigException e) {
            findings.mistake(new Place(Place.OVERRIDE, 0), key + ": " + lineOf(e));
        }
        return ConfigFactory.empty();
    }

    private static ConfigValue overridden(String value, Findings findings) {
        String trimmed = value.strip();
        if (!trimmed.startsWith("[") && !trimmed.startsWith("{") && !trimmed.startsWith("\"")) {
            return ConfigValueFactory.fromAnyRef(value, Place.OVERRIDE);
        }
        Config parsed = StudyIncluder.parse("v = " + trimmed, Place.OVERRIDE, name -> Optional.empty(), findings);
        if (parsed.root().size() != 1) {
            throw new ConfigException.Generic("is more than one value");
        }
        return parsed.root().get("v");
    }

    /** One line for an error of the library, without the place that it repeats. */
    private static String lineOf(ConfigException e) {
        String message = e.getMessage()
                .replaceAll("\\s+", " ")
                .replaceAll("\\p{Cntrl}", "?")
                .strip();
        String place = e.origin() == null ? "" : e.origin().description() + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }

    private record EnvironmentLookup(Surroundings surroundings) implements ConfigResolver {
        /** The contract of the library: null where there is nothing. */
        @Override
        public ConfigValue lookup(String path) {
            return surroundings
                    .env(path)
                    .map(value -> ConfigValueFactory.fromAnyRef(value, "environment variable " + path))
                    .orElse(null);
        }

        @Override
        public ConfigResolver withFallback(ConfigResolver fallback) {
            return this;
        }
    }
}
