package org.passk.extract;

import java.util.Arrays;
import java.util.Set;

/** The words by which a sentence is known to assert a result, and those by which it is known not to; in lower case. */
final class ResultWords {
    /** Copulas and verbs of result. */
    static final Set<String> VERBS =
            words("is are was were be equals equal give gives giving leaves leaving leave makes make making "
                    + "made get gets getting got totals totaling costs cost needs need has have had earns earn "
                    + "earned saves save saved spends spend spent pays pay paid receives received obtain obtains "
                    + "obtained find found conclude yields yield yielding become becomes requires require takes "
                    + "take took contains weighs sells sold bought ate used uses buy buys drinks eats becoming it's "
                    + "that's exactly increases decreases charge charges lost gained owes ran drove traveled "
                    + "produces produced burns = \u2248");

    /** Words and marks that may stand between the verb and the value. */
    static final Set<String> FILLERS =
            words("a an the only just exactly about approximately around roughly equal to of total sum by with "
                    + "him her them us you me it then also indeed simply that at out up now still therefore thus "
                    + "average value there cost amount profit be been is are * : \u2248 for all together precisely "
                    + "solution $ left");

    /** Words between a value and the end of the sentence that make the value a part of something else. */
    static final Set<String> NO_UNITS =
            words("greater smaller higher lower than of and or but because since so which where when if plus "
                    + "minus times divided multiplied mod modulo squared cubed percent is are was has we not older "
                    + "younger taller shorter longer as into find solve");

    /** A sentence with one of these asserts nothing. */
    static final Set<String> NO_ASSERTION =
            words("not cannot never if suppose assume assuming let unless whether might maybe perhaps may could "
                    + "unsure unclear unknown guess but however example wait hmm next step need try consider "
                    + "instead unable check");

    /** Words that open a conclusion. */
    static final Set<String> OPENERS = words("so thus therefore hence then finally");

    /** Verbs whose infinitive is a result: "needs to save". */
    static final Set<String> NEEDS = words("needs has have had needed");

    /** What is of a number: "a total of 5". */
    static final Set<String> MEASURES = words("total sum average value cost amount profit out");

    /** What numbers name and do not measure, and prepositions before what is used and not found. */
    static final Set<String> LABELS =
            words("equation equations step problem theorem lemma case part figure chapter question section "
                    + "method option page line row item exercise property rule using use from in with when where "
                    + "for");

    /** "is the answer" */
    static final Set<String> ANSWERS = words("answer solution result");

    private ResultWords() {}

    private static Set<String> words(String list) {
        return Set.copyOf(Arrays.asList(list.split(" ", -1)));
    }
}
