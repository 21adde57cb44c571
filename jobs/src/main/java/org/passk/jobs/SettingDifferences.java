package org.passk.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passk.fault.PasskException;
import org.passk.jobs.ComparedStudies.Setting;

/** What two manifests say of versions and settings, where it differs. */
final class SettingDifferences {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What of a manifest decides about verdicts, beside the resolved study. */
    private static final List<String> VERSIONS = List.of(
            "/passk_version",
            "/spark_version",
            "/java_version",
            "/programs/python_version",
            "/programs/numpy_version",
            "/programs/confinement");

    private static final String VERIFY = "verify.";

    /** Two studies beside each other have to differ in these. */
    private static final Set<String> EXPECTED = Set.of("study.name", "study.output");

    private SettingDifferences() {}

    /**
     * The differences: versions, then how verdicts are reached, then the rest by key.
     *
     * @param a the text of the first manifest
     * @param b the text of the second manifest
     * @throws PasskException of kind INPUT if one of them is no JSON
     */
    static List<Setting> of(String a, String b) {
        JsonNode one = read(a);
        JsonNode other = read(b);
        List<Setting> differences = new ArrayList<>();
        for (String version : VERSIONS) {
            add(differences, version.substring(1).replace('/', '.'), text(one.at(version)), text(other.at(version)));
        }
        Map<String, String> settingsOfA = settings(one);
        Map<String, String> settingsOfB = settings(other);
        Set<String> keys = new TreeSet<>(
                Comparator.comparing((String key) -> !key.startsWith(VERIFY)).thenComparing(Comparator.naturalOrder()));
        keys.addAll(settingsOfA.keySet());
        keys.addAll(settingsOfB.keySet());
        keys.removeAll(EXPECTED);
        keys.forEach(
                key -> add(differences, key, settingsOfA.getOrDefault(key, ""), settingsOfB.getOrDefault(key, "")));
        return differences;
    }

    private static JsonNode read(String manifest) {
        try {
            return JSON.readTree(manifest);
        } catch (JsonProcessingException e) {
            throw PasskException.input("manifest.json: is no JSON: " + e.getOriginalMessage());
        }
    }

    private static void add(List<Setting> differences, String key, String a, String b) {
        if (!a.equals(b)) {
            differences.add(new Setting(key, a, b));
        }
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "" : value.toString();
    }

    private static Map<String, String> settings(JsonNode manifest) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", manifest.path("resolved_study"), leaves);
        return leaves;
    }

    private static void collect(String key, JsonNode node, Map<String, String> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(child -> collect(
                            key.isEmpty() ? child.getKey() : key + "." + child.getKey(), child.getValue(), leaves));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(key + "[" + i + "]", node.get(i), leaves);
            }
        } else if (!node.isMissingNode()) {
            leaves.put(key, node.toString());
        }
    }
}
