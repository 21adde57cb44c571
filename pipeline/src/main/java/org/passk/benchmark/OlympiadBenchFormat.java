package org.passk.benchmark;

import java.util.List;
import org.passk.model.Reference.MathAnswer;

/**
 * OlympiadBench: {@code question}, {@code final_answer} (a list of one), {@code is_multiple_answer}, {@code unit},
 * {@code subfield}, {@code id}.
 */
final class OlympiadBenchFormat implements ProblemFormat {
    @Override
    public String name() {
        return "olympiadbench";
    }

    @Override
    public String reference() {
        return "the one entry of final_answer";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return first.has("question") && first.isList("final_answer");
    }

    @Override
    public Entry read(ProblemRecord record) {
        List<String> answers = record.list("final_answer");
        if (answers.size() != 1) {
            throw record.error("\"final_answer\" has " + answers.size() + " entries, expected 1");
        }
        String gold = Dollars.trim(answers.get(0));
        if (gold.isEmpty()) {
            throw record.error("\"final_answer\" is empty");
        }
        return new Entry(
                record.optional("id"),
                record.required("question"),
                new MathAnswer(gold, record.flag("is_multiple_answer"), Dollars.trim(record.optional("unit"))),
                "",
                record.optional("subfield"),
                "");
    }
}
