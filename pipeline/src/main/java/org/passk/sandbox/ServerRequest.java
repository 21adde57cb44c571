package org.passk.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a server is asked. */
final class ServerRequest {
    private ServerRequest() {}

    /** To keep a suite of tests under an id. */
    static ObjectNode suite(String id, ObjectNode tests) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("op", "suite").put("id", id);
        request.setAll(tests);
        return request;
    }

    /** To run a candidate against a suite; the answer names the id. */
    static ObjectNode run(
            long id, String suite, String program, String sanitizeFor, SandboxMode mode, SandboxLimits limits) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("op", "run")
                .put("id", id)
                .put("suite", suite)
                .put("program", program)
                .put("sanitize", sanitizeFor)
                .put("mode", mode.wire())
                .put("cpu", limits.cpuSeconds())
                .put("wall", limits.wallSeconds())
                .put("memory", limits.memoryBytes())
                .put("output", limits.outputBytes())
                .put("slack", limits.slack());
    }
}
