package org.passk.model;

import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the answer to a problem is compared with. */
public sealed interface Reference extends Serializable {

    /**
     * A mathematical answer as the benchmark writes it.
     *
     * @param text the reference answer, LaTeX or plain, as in the benchmark's file, without {@code $} signs around it
     * @param multiple whether the text lists several answers, all of which are wanted, in any order
     * @param unit the unit that the benchmark gives beside the answer; empty when there is none
     */
    record MathAnswer(String text, boolean multiple, String unit) implements Reference {
        /** Checks that the texts are present. */
        public MathAnswer {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(unit, "unit");
        }

        /** A single answer without a unit. */
        public static MathAnswer of(String text) {
            return new MathAnswer(text, false, "");
        }
    }

    /**
     * The right one of several choices.
     *
     * @param letter the letter that names it, A to Z
     */
    record Choice(char letter) implements Reference {
        /** Checks that the letter is a capital. */
        public Choice {
            if (letter < 'A' || letter > 'Z') {
                throw new IllegalArgumentException("letter '" + letter + "' is not in A to Z");
            }
        }
    }

    /**
     * The tests of a programming problem. They may be megabytes, so a reference only says where the problem's record lies;
     * whoever runs programs reads it from there.
     *
     * @param kind how the tests decide
     * @param problemFile the file that holds the record, as its reader was told
     * @param offset first byte of the record in the decompressed file, at least 0
     * @param length bytes of the record without its line end, at least 1
     * @param digest the first 128 bits of SHA-256 over those bytes, as 32 hexadecimal digits
     * @param entryPoint the function that is tested; empty when the record does not name it
     * @param prompt what a completion is put behind; empty when answers are whole programs
     */
    record TestSuite(
            SuiteKind kind,
            String problemFile,
            long offset,
            int length,
            String digest,
            String entryPoint,
            String prompt)
            implements Reference {
        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

        /** Checks the ranges and the form of the digest. */
        public TestSuite {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(problemFile, "problemFile");
            Objects.requireNonNull(entryPoint, "entryPoint");
            Objects.requireNonNull(prompt, "prompt");
            if (offset < 0) {
                throw new IllegalArgumentException("offset " + offset + " is negative");
            }
            if (length < 1) {
                throw new IllegalArgumentException("length " + length + " is below 1");
            }
            if (!DIGEST.matcher(digest).matches()) {
                throw new IllegalArgumentException("digest \"" + digest + "\" is not 32 hexadecimal digits");
            }
        }
    }
}
