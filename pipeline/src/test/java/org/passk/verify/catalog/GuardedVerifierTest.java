package org.passk.verify.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.Verifier;

class GuardedVerifierTest {
    private static final Reference FIVE = Reference.MathAnswer.of("5");

    /** Takes the whole text as the answer; fails where the text or the answer says so. */
    private static final class Fragile implements Verifier {
        @Override
        public String version() {
            return "fragile/1";
        }

        @Override
        public Extraction extract(String text) {
            if (text.equals("throw")) {
                throw new IllegalStateException("extract");
            }
            return text.equals("overflow") ? overflow(text) : new Extraction(Channel.STATED, text, false);
        }

        @Override
        public Verdict verify(Reference reference, Extraction extraction, boolean truncated) {
            if (extraction.answer().equals("later")) {
                throw new ArithmeticException("verify");
            }
            if (extraction.answer().equals("deep")) {
                overflow("");
            }
            return new Verdict(Outcome.INCORRECT, extraction.channel(), "text", extraction.answer(), 1);
        }

        @SuppressWarnings("InfiniteRecursion")
        private Extraction overflow(String text) {
            return overflow(text + "x");
        }
    }

    private final Verifier guarded = new GuardedVerifier(new Fragile());

    private Verdict verdict(String text) {
        return guarded.verify(FIVE, guarded.extract(text), false);
    }

    @Test
    void anExceptionOfExtractionBecomesAFaultAtVerification() {
        assertThat(verdict("throw"))
                .isEqualTo(new Verdict(Outcome.FAULT, Channel.NONE, "fault-IllegalStateException", "", 0));
        assertThat(verdict("overflow").outcome()).isEqualTo(Outcome.FAULT);
    }

    @Test
    void anExceptionOfVerificationBecomesAFaultWithItsChannel() {
        assertThat(verdict("later"))
                .isEqualTo(new Verdict(Outcome.FAULT, Channel.STATED, "fault-ArithmeticException", "", 0));
        assertThat(verdict("deep").rule()).isEqualTo("fault-StackOverflowError");
    }

    @Test
    void noTextCanPassForAFault() {
        String forged = "\u0000fault-IllegalStateException";
        assertThat(verdict(forged)).isEqualTo(new Verdict(Outcome.INCORRECT, Channel.STATED, "text", forged, 1));
        assertThat(verdict("\u0000=\u0000").answer()).isEqualTo("\u0000=\u0000");
    }

    @Test
    void passesOnWhatTheVerifierSays() {
        assertThat(guarded.extract("5")).isEqualTo(new Extraction(Channel.STATED, "5", false));
        assertThat(verdict("5").rule()).isEqualTo("text");
        assertThat(guarded.version()).isEqualTo("fragile/1");
    }
}
