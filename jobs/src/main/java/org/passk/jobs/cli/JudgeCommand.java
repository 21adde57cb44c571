package org.passk.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.passk.extract.Extraction;
import org.passk.fault.PasskException;
import org.passk.model.Channel;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.choice.ChoiceOptions;
import org.passk.verify.choice.ChoiceVerifier;
import org.passk.verify.math.Judgement;
import org.passk.verify.math.MathOptions;
import org.passk.verify.math.MathVerifier;

/** Explains one verdict. */
final class JudgeCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Terminal terminal;

    JudgeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What was found, and what was made of it. */
    private record Explained(Extraction extraction, Judgement judgement) {}

    /** Prints the explanation; always 0. */
    int run(JudgeOptions options) {
        Explained explained = switch (options.verifier) {
            case MATH -> mathematics(options);
            case CHOICE -> choice(options);
        };
        terminal.out().print(options.json ? json(options, explained) : text(options, explained));
        terminal.out().flush();
        return 0;
    }

    private Explained mathematics(JudgeOptions options) {
        MathVerifier verifier = new MathVerifier(MathOptions.defaults().withLastNumber(options.lastNumber));
        Optional<String> answer = options.given.answer();
        Extraction extraction = answer.isPresent() ? given(answer.get()) : verifier.extract(text(options));
        Reference reference = new Reference.MathAnswer(options.gold, options.multiple, options.unit);
        return new Explained(extraction, verifier.judge(reference, extraction, options.truncated));
    }

    private Explained choice(JudgeOptions options) {
        ChoiceOptions defaults = ChoiceOptions.defaults();
        ChoiceVerifier verifier = new ChoiceVerifier(new ChoiceOptions(
                defaults.letters(), defaults.anyCase(), options.lastNumber, defaults.maxAnswerChars()));
        Extraction extraction = verifier.extract(options.given.answer().orElseGet(() -> text(options)));
        Reference reference = new Reference.MathAnswer(options.gold, options.multiple, options.unit);
        Verdict verdict = verifier.verify(reference, extraction, options.truncated);
        return new Explained(extraction, new Judgement(verdict, "", ""));
    }

    /** The answer itself, as if a box held it. */
    private static Extraction given(String answer) {
        return answer.isEmpty() ? Extraction.none(false) : new Extraction(Channel.BOXED, answer, false);
    }

    private String text(JudgeOptions options) {
        String text = options.given.text().orElse("");
        if (!text.equals("-")) {
            return text;
        }
        try {
            return new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw PasskException.external("standard input cannot be read: " + e.getMessage(), e);
        }
    }

    private static String channel(JudgeOptions options, Explained explained) {
        boolean given = options.given.answer().isPresent();
        return given ? "given" : explained.extraction.channel().name();
    }

    private static String text(JudgeOptions options, Explained explained) {
        Verdict verdict = explained.judgement.verdict();
        Columns columns = new Columns().row("gold", options.gold);
        rowUnlessEmpty(columns, "  read as", explained.judgement.referenceReading());
        columns.row("channel", channel(options, explained));
        rowUnlessEmpty(columns, "answer", explained.extraction.answer());
        rowUnlessEmpty(columns, "  read as", explained.judgement.answerReading());
        if (explained.extraction.unfinished()) {
            columns.row("unfinished", "the text stops inside its reasoning");
        }
        columns.row("outcome", verdict.outcome().name());
        columns.row("rule", verdict.rule());
        rowUnlessEmpty(columns, "canonical", verdict.answer());
        columns.row("steps", Integer.toString(verdict.fuel()));
        return columns.lines("");
    }

    private static void rowUnlessEmpty(Columns columns, String name, String value) {
        if (!value.isEmpty()) {
            columns.row(name, value);
        }
    }

    private static String json(JudgeOptions options, Explained explained) {
        Verdict verdict = explained.judgement.verdict();
        ObjectNode document = JSON.createObjectNode()
                .put("gold", options.gold)
                .put("goldReading", explained.judgement.referenceReading())
                .put("channel", channel(options, explained))
                .put("answer", explained.extraction.answer())
                .put("answerReading", explained.judgement.answerReading())
                .put("unfinished", explained.extraction.unfinished())
                .put("outcome", verdict.outcome().name())
                .put("rule", verdict.rule())
                .put("canonical", verdict.answer())
                .put("steps", verdict.fuel());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
