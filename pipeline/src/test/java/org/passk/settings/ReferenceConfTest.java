package org.passk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation of the keys and the keys themselves are the same set. */
class ReferenceConfTest {
    /** Keys of the study block are described by comments: {@code # study.models[].name   text}. */
    private static final Pattern DESCRIBED = Pattern.compile("(?m)^# (study\\.[a-z_.\\[\\]]+) +\\S");

    private final String reference = StudyLoader.referenceText();

    @Test
    void everyKeyThatTheLoaderKnowsIsInTheReferenceAndTheOtherWayRound() {
        Findings findings = new Findings("study.conf");
        new StudyLoader(Surroundings.of(Map.of(), Map.of()))
                .load(Studies.FULL, "study.conf", name -> Optional.empty(), Map.of(), findings);
        SortedSet<String> documented = new TreeSet<>();
        collect("", config().root(), documented);
        Matcher matcher = DESCRIBED.matcher(reference);
        while (matcher.find()) {
            documented.add(matcher.group(1));
        }

        assertThat(documented).containsExactlyElementsOf(findings.knownKeys()).hasSizeGreaterThan(50);
    }

    @Test
    void everyKeyHasACommentAndEveryScalarNamesItsDefault() {
        assertThat(withoutComment("", config().root(), new TreeSet<>())).isEmpty();
    }

    @Test
    void theReferenceStaysWithin120Columns() {
        assertThat(reference.lines().filter(line -> line.length() > 120)).isEmpty();
    }

    private Config config() {
        return ConfigFactory.parseString(reference);
    }

    private static void collect(String prefix, ConfigObject object, SortedSet<String> keys) {
        object.forEach((key, value) -> {
            keys.add(prefix + key);
            if (value instanceof ConfigObject inner) {
                collect(prefix + key + ".", inner, keys);
            }
        });
    }

    private static SortedSet<String> withoutComment(String prefix, ConfigObject object, SortedSet<String> keys) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String comment = String.join(" ", entry.getValue().origin().comments());
            boolean isObject = entry.getValue() instanceof ConfigObject;
            if (comment.isBlank() || (!isObject && !comment.contains("Default:"))) {
                keys.add(prefix + entry.getKey());
            }
            if (isObject) {
                withoutComment(prefix + entry.getKey() + ".", (ConfigObject) entry.getValue(), keys);
            }
        }
        return keys;
    }
}
