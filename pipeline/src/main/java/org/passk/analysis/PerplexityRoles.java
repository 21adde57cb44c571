package org.passk.analysis;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a study says of the authors of texts.
 *
 * @param bases the model that each model started from; those without one are absent
 * @param references the authors of ground-truth texts
 */
public record PerplexityRoles(Map<String, String> bases, Set<String> references) implements Serializable {
    /** Fixes the order. */
    public PerplexityRoles {
        bases = new TreeMap<>(bases);
        references = new TreeSet<>(references);
    }

    /** Whether the texts of one author are compared with those of the other: its base, or, of a reference, any model. */
    boolean compares(String author, String other) {
        return references.contains(author) ? !references.contains(other) : other.equals(bases.get(author));
    }
}
