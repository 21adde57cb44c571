package org.passk.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The formats of JSON lines by name. */
public final class FormatCatalog {
    private static final Map<String, RecordFormat> FORMATS =
            byName(List.of(new PasskJsonl(), new QwenMathJsonl(), new SamplesJsonl()));

    private FormatCatalog() {}

    private static Map<String, RecordFormat> byName(List<RecordFormat> formats) {
        Map<String, RecordFormat> map = new LinkedHashMap<>();
        formats.forEach(format -> map.put(format.name(), format));
        return Collections.unmodifiableMap(map);
    }

    /** The names that a study may use, in the order in which {@code auto} tries them. */
    public static Set<String> names() {
        return FORMATS.keySet();
    }

    /** The format of this name. */
    public static Optional<RecordFormat> named(String name) {
        return Optional.ofNullable(FORMATS.get(name));
    }

    /** The first format that recognises a record with these fields. */
    public static Optional<RecordFormat> recognise(Set<String> keys) {
        return FORMATS.values().stream()
                .filter(format -> format.recognises(keys))
                .findFirst();
    }
}
