package org.passk.synthetic;

import java.io.Serializable;
import org.passk.model.Run;

/**
 * One run of a made-up study.
 *
 * @param run its parameters
 * @param trained whether the model was trained by reinforcement learning
 * @param family number of the model that the run belongs to: runs of one model find the same problems hard
 * @param ability success rates of the problems
 * @param lengths lengths of the generations
 */
record SyntheticRun(Run run, boolean trained, int family, AbilityTable ability, Lengths lengths)
        implements Serializable {}
