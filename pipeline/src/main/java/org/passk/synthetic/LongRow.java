package org.passk.synthetic;

import org.passk.model.Run;

/**
 * A record of the long form, with what is wrong with it.
 *
 * @param run parameters of the run
 * @param model the model's name, or that of none
 * @param problemId the problem's id, or that of none
 * @param index the sample's index, negative where it is wrong
 * @param text the text, or null where it is left out
 * @param finishReason why the generation ended
 * @param tokens length in tokens
 * @param sumLogprob sum of the logarithms of the tokens' probabilities
 * @param meanEntropy mean entropy of the tokens, in nats
 * @param stored the verdict that the input brings along, or null where there is none
 */
public record LongRow(
        Run run,
        String model,
        String problemId,
        long index,
        String text,
        String finishReason,
        int tokens,
        double sumLogprob,
        double meanEntropy,
        Boolean stored) {

    static LongRow of(SyntheticPlan plan, Texts texts, FileSet set, FileSet.Entry entry, Fate fate) {
        Defect defect = fate.defect().orElse(null);
        Dice dice = Dice.of(plan.study().seed(), Salt.RECORD, set.ordinal(), entry.problem(), entry.index());
        double entropy = 0.1 + 0.4 * dice.unit();
        return new LongRow(
                set.run().run(),
                defect == Defect.UNKNOWN_MODEL ? "unheard-of" : set.run().run().model(),
                defect == Defect.UNKNOWN_PROBLEM ? "none" : SyntheticPlan.problemId(entry.problem()),
                defect == Defect.NEGATIVE_INDEX ? -1 - entry.index() : entry.index(),
                defect == Defect.NO_TEXT ? null : texts.text(set, entry.problem(), fate),
                finishReason(fate),
                fate.tokens(),
                -entropy * fate.tokens(),
                entropy,
                SyntheticPlan.hasStored(set) ? fate.storedCorrect() : null);
    }

    static String finishReason(Fate fate) {
        return fate.ending().truncated() ? "length" : "stop";
    }
}
