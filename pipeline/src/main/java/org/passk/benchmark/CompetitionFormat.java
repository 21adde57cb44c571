package org.passk.benchmark;

import java.util.Locale;
import org.passk.model.Reference.MathAnswer;

/**
 * AIME and AMC: {@code id}, {@code problem} or {@code question}, {@code answer} (a string with leading zeros, {@code
 * "025"}, or a number, {@code 27.0}; kept as written), mostly with the {@code url} of the competition's page.
 */
final class CompetitionFormat implements ProblemFormat {
    private final String name;
    private final String competition;

    /**
     * One competition.
     *
     * @param name the name in the study file
     * @param competition the word in the {@code url}; empty when the file has none
     */
    CompetitionFormat(String name, String competition) {
        this.name = name;
        this.competition = competition;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String reference() {
        return "answer, as written";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        if (!first.has("id", "answer") || !(first.has("problem") || first.has("question"))) {
            return false;
        }
        if (competition.isEmpty()) {
            return first.isNumber("answer") && !first.has("url");
        }
        return first.isText("url")
                && first.optional("url").toUpperCase(Locale.ROOT).contains(competition);
    }

    @Override
    public Entry read(ProblemRecord record) {
        return new Entry(
                record.optional("id"),
                record.requiredOneOf("problem", "question"),
                MathAnswer.of(record.required("answer").strip()),
                "",
                "",
                "");
    }
}
