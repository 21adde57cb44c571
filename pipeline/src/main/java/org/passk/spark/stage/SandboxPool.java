package org.passk.spark.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.Sandbox;
import org.passk.sandbox.SandboxProbe;
import org.passk.sandbox.SandboxResult;
import org.passk.sandbox.SandboxSettings;
import org.passk.verify.code.ProgramJudge;

/**
 * The sandboxes of one executor: a task borrows one and gives it back, warm, for the next. Those that nobody wants are
 * ended. Safe for use by several threads.
 */
final class SandboxPool implements ProgramJudge.Turns, AutoCloseable {
    /** A stage's next task comes at once; what is idle for longer belongs to a stage that has ended. */
    private static final long IDLE_MILLIS = 30_000;

    private final SandboxSettings settings;
    private final Deque<Sandbox> idle = new ArrayDeque<>();
    private final Timer cleaner;
    /** Fair: a run that wants to be alone would otherwise wait for ever. */
    private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

    private Capabilities capabilities;
    private boolean closed;

    SandboxPool(SandboxSettings settings) {
        this.settings = settings;
        this.cleaner = new Timer("passk-sandbox-cleaner", true);
    }

    /**
     * What can run and confine programs on this machine: found out once.
     *
     * @throws org.passk.fault.PasskException of the kind CONFIGURATION when there is no interpreter
     */
    synchronized Capabilities capabilities() {
        if (capabilities == null) {
            capabilities = SandboxProbe.probe(settings);
        }
        return capabilities;
    }

    /** A sandbox for one task. */
    Sandbox borrow() {
        Capabilities found = capabilities();
        synchronized (idle) {
            Sandbox warm = idle.pollLast();
            return warm == null ? new Sandbox(settings, found) : warm;
        }
    }

    /** Takes a sandbox back. */
    void giveBack(Sandbox sandbox) {
        synchronized (idle) {
            if (!closed) {
                idle.addLast(sandbox);
                cleaner.schedule(new End(sandbox), IDLE_MILLIS);
                return;
            }
        }
        sandbox.close();
    }

    /** Ends a sandbox that is idle; one that was borrowed in the meantime and given back ends as well. */
    private final class End extends TimerTask {
        private final Sandbox sandbox;

        End(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public void run() {
            synchronized (idle) {
                if (!idle.remove(sandbox)) {
                    return;
                }
            }
            sandbox.close();
        }
    }

    @Override
    public SandboxResult beside(Supplier<SandboxResult> run) {
        return locked(turns.readLock(), run);
    }

    @Override
    public SandboxResult alone(Supplier<SandboxResult> run) {
        return locked(turns.writeLock(), run);
    }

    private static SandboxResult locked(Lock lock, Supplier<SandboxResult> run) {
        lock.lock();
        try {
            return run.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            cleaner.cancel();
            while (!idle.isEmpty()) {
                idle.removeLast().close();
            }
        }
    }
}
