package org.passk.spark.stage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.passk.sandbox.SandboxSettings;

/**
 * What lives as long as an executor: the one place for static state. Servers of sandboxes end by themselves when the process
 * that started them does, however it ends.
 */
final class ExecutorResources {
    private record Key(String run, SandboxSettings settings) {}

    private static final Map<Key, SandboxPool> SANDBOXES = new ConcurrentHashMap<>();

    private ExecutorResources() {}

    /**
     * The sandboxes of a run on this executor.
     *
     * @param run identifies the run
     * @param settings how programs are run
     */
    static SandboxPool sandboxes(String run, SandboxSettings settings) {
        return SANDBOXES.computeIfAbsent(new Key(run, settings), key -> new SandboxPool(key.settings));
    }

    /** Ends what a run has on this executor. */
    static void close(String run) {
        SANDBOXES.keySet().stream().filter(key -> key.run.equals(run)).forEach(key -> {
            SandboxPool pool = SANDBOXES.remove(key);
            if (pool != null) {
                pool.close();
            }
        });
    }
}
