package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Reference;
import org.passk.model.Verdict;

/** Each row of the tables in docs/verification-math.md is a promise. */
class VerificationDocumentTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `(.+?)` \\| `(.+?)` \\| ([\u2713\u2717?]) \\| ([a-z-]+) \\|");

    private final MathVerifier verifier = new MathVerifier(MathOptions.defaults());

    @Test
    void everyRowOfTheDocumentIsTrue() throws IOException {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        try (Stream<String> lines = Files.lines(Path.of("../docs/verification-math.md"), StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    rows++;
                    String says = row.group(3) + " " + row.group(4);
                    String is = verdict(row.group(1), row.group(2));
                    if (!says.equals(is)) {
                        wrong.add(line + " is " + is);
                    }
                }
            }
        }
        assertThat(rows).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private String verdict(String reference, String answer) {
        Verdict verdict = verifier.verify(
                Reference.MathAnswer.of(reference), new Extraction(Channel.BOXED, answer, false), false);
        String sign = switch (verdict.outcome()) {
            case CORRECT -> "\u2713";
            case INCORRECT -> "\u2717";
            case UNDECIDED -> "?";
            case NO_ANSWER, TIMEOUT, RESOURCE_LIMIT, FAULT -> verdict.outcome().name();
        };
        return sign + " " + verdict.rule();
    }
}
