package org.passk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a server says of itself when it has started.
 *
 * @param confined whether its candidates are confined as the command asked
 * @param seccomp whether system calls are filtered
 * @param landlock the version of Landlock's interface; 0 without it
 * @param reason why it is not confined; empty when it is
 * @param python the version of its interpreter
 * @param numpy the version of numpy that programs can import; empty without it
 */
record ServerHello(boolean confined, boolean seccomp, int landlock, String reason, String python, String numpy) {
    static ServerHello of(JsonNode frame) {
        return new ServerHello(
                frame.path("confined").asBoolean(),
                frame.path("seccomp").asBoolean(),
                frame.path("landlock").asInt(),
                frame.path("reason").asText(),
                frame.path("python").asText(),
                frame.path("numpy").asText());
    }
}
