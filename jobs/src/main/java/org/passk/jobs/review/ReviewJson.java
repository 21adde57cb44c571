package org.passk.jobs.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.passk.analysis.review.ReviewDesign;
import org.passk.fault.PasskException;

/** How the JSON of a review is read and written: ASCII alone, so that half a surrogate pair survives. */
final class ReviewJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private ReviewJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static String line(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pretty(Object value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indenter)
                                    .withArrayIndenter(indenter))
                            .writeValueAsString(value)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static com.fasterxml.jackson.databind.JsonNode tree(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** Reads a design. */
    static ReviewDesign design(String text, String file) {
        try {
            ReviewDesign design = JSON.readValue(text, ReviewDesign.class);
            if (design == null) {
                throw PasskException.input(file + ": is no design of a review: holds nothing");
            }
            return design;
        } catch (JsonProcessingException e) {
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw PasskException.input(file + ": is no design of a review: " + why);
        }
    }
}
