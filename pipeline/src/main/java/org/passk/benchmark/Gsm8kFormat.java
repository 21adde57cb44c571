package org.passk.benchmark;

import org.passk.model.Reference.MathAnswer;

/** GSM8K: {@code question}, {@code answer} with the gold after {@code ####}; some copies add {@code idx}. */
final class Gsm8kFormat implements ProblemFormat {
    /** What the gold answer stands behind. */
    static final String MARK = "####";

    @Override
    public String name() {
        return "gsm8k";
    }

    @Override
    public String reference() {
        return "the text after the last #### in answer";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return first.has("question")
                && first.isText("answer")
                && first.optional("answer").contains(MARK);
    }

    @Override
    public Entry read(ProblemRecord record) {
        String solution = record.required("answer");
        int mark = solution.lastIndexOf(MARK);
        if (mark < 0) {
            throw record.error("\"answer\" holds no \"####\"");
        }
        // "1,450,000": the commas group digits; no gold of this benchmark is a list.
        String gold = solution.substring(mark + MARK.length()).strip().replace(",", "");
        if (gold.isEmpty()) {
            throw record.error("nothing stands after \"####\" in \"answer\"");
        }
        return new Entry(record.optional("idx"), record.required("question"), MathAnswer.of(gold), "", "", "");
    }
}
