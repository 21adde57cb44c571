package org.passk.analysis;

/**
 * What analyses across runs know of a run.
 *
 * @param runId its id
 * @param label how it is called
 * @param model the model's name
 * @param role how the model was made
 * @param base the model that it started from, or empty
 * @param algorithm the training algorithm, or empty
 * @param step the training step, or −1
 * @param sampling prompt kind, temperature and the like, as one text: runs of a series have equal ones
 */
public record StudyRun(
        String runId,
        String label,
        String model,
        String role,
        String base,
        String algorithm,
        long step,
        String sampling) {
    /** The model whose descendants the run is compared with: its base, or itself. */
    String family() {
        return base.isEmpty() ? model : base;
    }

    /** What changes in a series of training steps stays out: the algorithm, or the model where none is stated. */
    String line() {
        return algorithm.isEmpty() ? model : algorithm;
    }
}
