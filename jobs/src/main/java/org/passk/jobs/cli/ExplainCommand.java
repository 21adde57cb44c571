package org.passk.jobs.cli;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.jobs.Explainer;
import org.passk.jobs.Explanation;
import org.passk.settings.Surroundings;

/** Tells what passk makes of files, without running anything. */
final class ExplainCommand {
    private final Terminal terminal;
    private final Explainer explainer;

    ExplainCommand(Terminal terminal, Surroundings surroundings) {
        this.terminal = terminal;
        this.explainer = new Explainer(surroundings, new Configuration());
    }

    /**
     * Explains files, all of them whatever is wrong with some.
     *
     * @return 0, or the smallest exit code of those that cannot be explained
     */
    int run(List<String> files, boolean json) {
        ExplainJson document = new ExplainJson();
        int code = 0;
        String separator = "";
        for (String file : files) {
            try {
                Explanation explanation = explainer.explain(file);
                if (json) {
                    document.add(explanation);
                } else {
                    terminal.out().print(separator + ExplainText.of(explanation));
                    separator = "\n";
                }
                if (!explanation.isUsable()) {
                    int input = FaultKind.INPUT.exitCode();
                    code = code == 0 ? input : Math.min(code, input);
                }
            } catch (PasskException e) {
                document.add(file, e);
                terminal.out().flush();
                int own = CommandLineApp.report(e, terminal.err());
                code = code == 0 ? own : Math.min(code, own);
            }
        }
        if (json) {
            terminal.out().print(document.text());
        }
        terminal.out().flush();
        return code;
    }
}
