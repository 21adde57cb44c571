package org.passk.jobs.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.passk.jobs.Sessions;
import org.passk.settings.Surroundings;

/** The program: runs the command line and ends the process with its exit code. */
public final class Main {
    private Main() {}

    /**
     * Runs a command.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        Surroundings surroundings = Surroundings.ofProcess();
        // spark-submit names the master; without one, Spark runs inside this process.
        Sessions sessions = Sessions.own(surroundings.property("spark.master").isEmpty());
        Terminal terminal = new Terminal(System.in, out, err);
        int code = CommandLineApp.run(args, terminal, surroundings, sessions, Clock.systemUTC(), cpuNanos());
        out.flush();
        err.flush();
        // Also ends what a failed session may have left running.
        System.exit(code);
    }

    /** The CPU time of the calling thread; the time of the clock where the JVM does not count it. */
    private static LongSupplier cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads::getCurrentThreadCpuTime
                : System::nanoTime;
    }
}
