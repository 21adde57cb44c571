package org.passk.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The names that one list of the study declares, for the other lists to refer to. A list with an element whose name is
 * not readable is open-ended: a name that is not found there may be that element's, so nothing is said of it.
 */
final class DeclaredNames {
    private final String path;
    private final Findings findings;
    private final Map<String, ObjectReader> elements = new LinkedHashMap<>();
    private boolean open;

    /**
     * No names yet.
     *
     * @param path the list's path, for messages
     */
    DeclaredNames(String path, Findings findings) {
        this.path = path;
        this.findings = findings;
    }

    /** Reads each element of the list. */
    void each(ObjectReader study, String key, Consumer<ObjectReader> read) {
        int before = findings.count();
        List<ObjectReader> found = study.objects(key);
        open |= findings.count() > before;
        found.forEach(read);
    }

    /** Declares an element's name; false when it has none or another element has it already. */
    boolean declare(String name, ObjectReader element) {
        if (name.isEmpty()) {
            open = true;
            return false;
        }
        ObjectReader first = elements.putIfAbsent(name, element);
        if (first != null) {
            element.mistake("name", "\"" + name + "\" is taken by " + first.pathOf("name"));
        }
        return first == null;
    }

    /** Notes a mistake when a key of an element names nothing that is declared here; an empty name is absent. */
    void checkReference(String name, String key, ObjectReader element) {
        if (!name.isEmpty() && !open && !elements.containsKey(name)) {
            element.mistake(
                    key, "\"" + name + "\" is not declared in " + path + "; " + Suggestion.of(name, elements.keySet()));
        }
    }

    /** The names in the order of the list. */
    Set<String> names() {
        return elements.keySet();
    }

    /** The element of a declared name. */
    ObjectReader element(String name) {
        return elements.get(name);
    }
}
