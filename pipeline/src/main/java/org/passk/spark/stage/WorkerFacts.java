package org.passk.spark.stage;

import java.io.Serializable;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.Confinement;

/**
 * What verdicts on programs depend on and executors may differ in.
 *
 * @param python version of the interpreter
 * @param numpy version of its numpy; empty where it has none
 * @param confined whether anything confines programs
 */
record WorkerFacts(String python, String numpy, boolean confined) implements Serializable {
    static WorkerFacts of(Capabilities found) {
        return new WorkerFacts(found.python().version(), found.numpy(), found.confinement() != Confinement.NONE);
    }

    /** For people. */
    String text() {
        return "Python " + python + (numpy.isEmpty() ? " without numpy" : " with numpy " + numpy)
                + (confined ? "" : " and nothing that confines programs");
    }
}
