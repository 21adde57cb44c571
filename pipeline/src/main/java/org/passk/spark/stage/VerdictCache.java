package org.passk.spark.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.passk.extract.Extraction;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.AnswerVerifier;
import org.passk.verify.Verifier;

/** Decides equal answers to one reference once: the verdicts of the last entries used, bounded. Not thread-safe. */
final class VerdictCache {
    /** Each holds a parsed reference, a few kB. */
    private static final int MAX_PREPARED = 2_048;

    private record Key(Reference reference, Extraction extraction, boolean truncated) {}

    private final Verifier verifier;
    private final Map<Key, Verdict> verdicts;
    private final Map<Reference, AnswerVerifier> prepared;

    VerdictCache(Verifier verifier, int entries) {
        this.verifier = verifier;
        this.verdicts = lastUsed(entries);
        this.prepared = lastUsed(Math.min(entries, MAX_PREPARED));
    }

    private static <K, V> Map<K, V> lastUsed(int entries) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > entries;
            }
        };
    }

    Extraction extract(String text) {
        return verifier.extract(text);
    }

    Verdict verify(Reference reference, Extraction extraction, boolean truncated) {
        Key key = new Key(reference, extraction, truncated);
        Verdict known = verdicts.get(key);
        if (known == null) {
            known = prepared.computeIfAbsent(reference, verifier::against).verify(extraction, truncated);
            verdicts.put(key, known);
        }
        return known;
    }
}
