package org.passk.jobs.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.passk.fault.FaultKind;
import org.passk.jobs.Sessions;
import org.passk.spark.synthetic.GenerateStage;
import org.passk.spark.synthetic.TruthComparison;
import org.passk.synthetic.SyntheticPlan;

/** Makes studies up, and compares runs of them with their truth. */
final class SyntheticCommands {
    private final Terminal terminal;
    private final Sessions sessions;

    SyntheticCommands(Terminal terminal, Sessions sessions) {
        this.terminal = terminal;
        this.sessions = sessions;
    }

    int generate(GenerateOptions options) {
        SyntheticPlan plan = SyntheticPlan.of(options.study());
        return SparkStart.within(sessions, "generate " + options.name, options.folder, session -> {
            GenerateStage.Written written = new GenerateStage(session).run(plan, options.folder);
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d samples and %,d rejects in %,d files (%,d bytes); study: %s",
                            written.verdicts(),
                            written.read() - written.verdicts(),
                            written.files(),
                            written.bytes(),
                            written.study()));
            terminal.out().flush();
            return 0;
        });
    }

    int truth(String output, Optional<String> truth) {
        Path folder = new Path(output);
        Path wanted = truth.map(Path::new).orElseGet(() -> new Path(folder, "../truth"));
        return SparkStart.within(sessions, "truth", output, session -> {
            TruthComparison.Result result = new TruthComparison(session).compare(new Path(folder, "store"), wanted);
            print(result);
            return result.isEqual() ? 0 : FaultKind.HEALTH.exitCode();
        });
    }

    private void print(TruthComparison.Result result) {
        line("records read", result.read());
        line("samples", result.verdicts());
        for (Map.Entry<String, TruthComparison.Pair> reject : result.rejects().entrySet()) {
            line("rejected " + reject.getKey(), reject.getValue());
        }
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%,d of %,d runs and problems have exactly the true counts",
                        result.rows() - result.differing(),
                        result.rows()));
        result.examples().forEach(example -> terminal.out().println("  " + example));
        terminal.out().println(result.isEqual() ? "the run found the truth" : "the run did NOT find the truth");
        terminal.out().flush();
    }

    private void line(String what, TruthComparison.Pair pair) {
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s %,d%s",
                        what,
                        pair.found(),
                        pair.isEqual() ? "" : String.format(Locale.ROOT, " instead of %,d", pair.truth())));
    }
}
