package org.passk.jobs;

import java.util.List;
import org.passk.benchmark.ProblemReader;
import org.passk.benchmark.ProblemSet;
import org.passk.model.Reference;
import org.passk.model.Reference.MathAnswer;
import org.passk.model.Reference.TestSuite;

/**
 * What a problem file holds.
 *
 * @param file the file as the user named it
 * @param format the format that was found
 * @param problems the number of problems
 * @param referenceFrom where the reference comes from
 * @param firstId id of the first problem
 * @param firstReference its reference
 * @param notes what readers should know about the references
 */
public record ProblemFacts(
        String file,
        String format,
        int problems,
        String referenceFrom,
        String firstId,
        String firstReference,
        List<String> notes)
        implements Explanation {
    /** Copies the notes. */
    public ProblemFacts {
        notes = List.copyOf(notes);
    }

    static ProblemFacts of(String file, ProblemSet set) {
        return new ProblemFacts(
                file,
                set.format(),
                set.size(),
                ProblemReader.referenceOf(set.format()),
                set.problems().get(0).id(),
                text(set.problems().get(0).reference()),
                set.notes());
    }

    private static String text(Reference reference) {
        if (reference instanceof MathAnswer answer) {
            return answer.text() + (answer.unit().isEmpty() ? "" : " " + answer.unit());
        }
        if (reference instanceof TestSuite suite) {
            String entry = suite.entryPoint().isEmpty() ? "" : " of " + suite.entryPoint();
            return suite.kind().word() + " tests" + entry + ", " + suite.length() + " bytes from byte "
                    + suite.offset();
        }
        throw new IllegalStateException("no text of " + reference.getClass());
    }
}
