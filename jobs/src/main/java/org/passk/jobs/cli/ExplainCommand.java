package org.passk.jobs.cli;

import java.util.List;
import org.passk.settings.Surroundings;

/** Tells what passk makes of files, without running anything. */
final class ExplainCommand {
    ExplainCommand(Terminal terminal, Surroundings surroundings) {}

    int run(List<String> files, boolean json) {
        return 0;
    }
}
