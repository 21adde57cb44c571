package org.passk.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.passk.fault.PasskException;
import org.passk.jobs.Explanation;
import org.passk.jobs.GenerationFacts;
import org.passk.jobs.RowFacts;
import org.passk.jobs.StudyFacts;

/** What passk makes of files, as one JSON document: an array with one object for each file. */
final class ExplainJson {
    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private final ArrayNode files = JSON.createArrayNode();

    void add(Explanation explanation) {
        ObjectNode object = files.addObject();
        object.put("kind", kind(explanation));
        object.setAll((ObjectNode) JSON.valueToTree(explanation));
    }

    /** A file that cannot be explained says why. */
    void add(String file, PasskException trouble) {
        ObjectNode object = files.addObject();
        object.put("kind", "error");
        object.put("file", file);
        object.put("code", trouble.kind().exitCode());
        object.put("fault", trouble.kind().name());
        object.put("message", trouble.getMessage());
    }

    private static String kind(Explanation explanation) {
        if (explanation instanceof StudyFacts) {
            return "study";
        }
        if (explanation instanceof RowFacts rows) {
            return rows.content();
        }
        return explanation instanceof GenerationFacts ? "generations" : "problems";
    }

    String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(files) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
