package org.passk.jobs.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.jobs.FileTrouble;
import org.passk.jobs.Sessions;
import org.passk.settings.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line with its error messages and exit codes; everything that it touches is an argument. */
public final class CommandLineApp {
    private CommandLineApp() {}

    /**
     * Runs a command.
     *
     * @param args the command line
     * @param terminal where it reads and prints
     * @param surroundings environment variables and system properties
     * @param sessions gives Spark sessions
     * @param clock the time
     * @param cpuNanos the CPU time that the calling thread has used, in nanoseconds
     * @return the exit code: 0 done, 1 internal error, 2 usage or configuration, 3 health gate, 4 input, 5 resources or the
     *     outside world
     */
    public static int run(
            String[] args,
            Terminal terminal,
            Surroundings surroundings,
            Sessions sessions,
            Clock clock,
            LongSupplier cpuNanos) {
        PrintWriter err = terminal.err();
        IExecutionExceptionHandler onError = (e, commandLine, result) -> report(e, err);
        IParameterExceptionHandler onUsage = (e, given) -> {
            err.println("passk: " + firstLine(e.getMessage()) + suggestion(e) + " (see passk "
                    + path(e.getCommandLine()) + "--help)");
            return FaultKind.CONFIGURATION.exitCode();
        };
        return new CommandLine(new PasskCommand(terminal, surroundings, sessions, clock, cpuNanos))
                .addSubcommand(new ReviewCommand(terminal, surroundings, sessions))
                .setOut(terminal.out())
                .setErr(err)
                .setExecutionExceptionHandler(onError)
                .setParameterExceptionHandler(onUsage)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    private static String path(CommandLine command) {
        return command.getParent() == null ? "" : path(command.getParent()) + command.getCommandName() + " ";
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean \"" + unmatched.getSuggestions().get(0) + "\"?";
        }
        return "";
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }

    /** A mistake of the user gets its message; only a bug of ours gets a stack trace. */
    static int report(Throwable e, PrintWriter err) {
        Optional<PasskException> expected = FileTrouble.known("", e);
        if (expected.isPresent()) {
            PasskException known = expected.get();
            err.println("passk: " + known.getMessage());
            if (known.kind() == FaultKind.INTERNAL && known.getCause() != null) {
                known.getCause().printStackTrace(err);
            }
            return known.kind().exitCode();
        }
        err.println("passk: internal error, please report it: " + e);
        e.printStackTrace(err);
        return FaultKind.INTERNAL.exitCode();
    }
}
