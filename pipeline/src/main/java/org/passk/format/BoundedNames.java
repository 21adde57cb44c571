package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A parser that bounds the distinct names of a record: it keeps each of them until the record ends, also those in fields
 * that are skipped.
 */
final class BoundedNames extends JsonParserDelegate {
    private final ReadLimits limits;
    /** The first names, equal ones too: most records have no more, and are spared the set. */
    private final String[] first = new String[32];

    private final Set<String> names = new HashSet<>();
    private int seen;

    BoundedNames(JsonParser parser, ReadLimits limits) {
        super(parser);
        this.limits = limits;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        if (token == JsonToken.FIELD_NAME) {
            check(delegate.currentName());
        }
        return token;
    }

    private void check(String name) throws StreamConstraintsException {
        if (name.length() > limits.maxNameChars()) {
            throw new StreamConstraintsException(
                    "a field's name is longer than " + limits.maxNameChars() + " (limits.max_name_chars)");
        }
        if (seen < first.length) {
            first[seen++] = name;
            if (limits.maxFieldNames() >= first.length) {
                return;
            }
        }
        if (names.isEmpty()) {
            names.addAll(Arrays.asList(first).subList(0, seen));
        }
        names.add(name);
        if (names.size() > limits.maxFieldNames()) {
            throw new StreamConstraintsException(
                    "the record has more than " + limits.maxFieldNames() + " names of fields (limits.max_field_names)");
        }
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (!delegate.currentToken().isStructStart()) {
            return this;
        }
        for (int depth = 1; depth > 0; ) {
            JsonToken token = nextToken();
            if (token == null) {
                // The document ended in its middle, which the parser reports by an exception of its own.
                return this;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return this;
    }
}
