package org.passk.jobs.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.jobs.conformance.ProbeReader.BadProbeException;
import org.passk.verify.choice.ChoiceOptions;
import org.passk.verify.math.MathOptions;

class ProbeReaderTest {
    private static Optional<Probe> read(String json) throws IOException, BadProbeException {
        return ProbeReader.read(new ObjectMapper().readTree(json.replace('\'', '"')), 7);
    }

    private static MathOptions options(String field) throws IOException, BadProbeException {
        Probe probe = read("{'gold':'1','prediction':'1','expected':true" + field + "}")
                .orElseThrow();
        return ((Probe.Answer) probe).options();
    }

    @Test
    void goldAndPredictionAreAnAnswer() throws IOException, BadProbeException {
        assertThat(read("{'id':'a','gold':'1','prediction':'2','expected':false,'gold_kind':'boxed',"
                        + "'prediction_kind':'expr'}"))
                .contains(new Probe.Answer(
                        "a", "1", TextKind.BOXED, "2", TextKind.EXPR, MathOptions.defaults(), Expectation.WRONG));
    }

    @Test
    void goldAndTextAreAGeneration() throws IOException, BadProbeException {
        assertThat(read("{'gold':'1','text':'2','expected':null}"))
                .contains(new Probe.Answer(
                        "line 7", "1", TextKind.LATEX, "2", TextKind.TEXT, MathOptions.defaults(), Expectation.ANY));
    }

    @Test
    void latexStandsBesideItsMeaningOrHasNone() throws IOException, BadProbeException {
        assertThat(read("{'id':'a','latex':'x','sympy_str':'x'}")).contains(new Probe.Notation("a", "x", "x"));
        assertThat(read("{'id':'a','latex':'x','sympy_str':null}")).contains(new Probe.Notation("a", "x", ""));
        assertThat(read("{'id':'a','latex':'x','sympy_str':'None'}")).contains(new Probe.Notation("a", "x", ""));
        assertThat(read("{'id':'a','latex':'(','expected':'parse_error'}")).contains(new Probe.Broken("a", "("));
    }

    @Test
    void nativeLettersAreChoices() throws IOException, BadProbeException {
        assertThat(read("{'id':'a','gold':'C','prediction':'C','expected':true,'extract':['NativeLetters']}"))
                .contains(new Probe.Choice("a", "C", "C", Expectation.CORRECT));
    }

    @Test
    void theNotesOfALetterNameItsPolicies() throws IOException, BadProbeException {
        String json =
                "{\"id\":\"a\",\"text\":\"t\",\"expected_extracted\":[\"b\",\"B\"],\"notes\":\"C(strings=('D', 'B'),"
                        + " try_extract_without_anchor=True, lowercase=False)\"}";
        assertThat(ProbeReader.read(new ObjectMapper().readTree(json), 1))
                .contains(new Probe.Letter("a", "t", "b", new ChoiceOptions("BD", false, true, 2_000)));
        assertThat(read("{'id':'a','text':'t','expected_extracted':[]}"))
                .contains(new Probe.Letter("a", "t", "", new ChoiceOptions("ABCDEFGHIJ", false, false, 2_000)));
    }

    @Test
    void theFieldOptionsTurnsTheLastNumberOn() throws IOException, BadProbeException {
        MathOptions defaults = MathOptions.defaults();
        MathOptions last = defaults.withLastNumber(true);
        assertThat(options("")).isEqualTo(defaults);
        assertThat(options(",'options':{}")).isEqualTo(last);
        assertThat(options(",'options':{'float_rounding':3}")).isEqualTo(last.withMinRoundedDecimals(3));
        assertThat(options(",'options':{'allow_set_relation_comp':false}"))
                .isEqualTo(last.withInequalityEqualsInterval(false));
        assertThat(options(",'options':{'strict':false}")).isEqualTo(last.withSameVariableNames(false));
        assertThat(options(",'options':{'language':'FRENCH'}")).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "3",
                "{'gold':['4'],'predictions':['5'],'expected':{'a':0.5}}",
                "{'gold':'1','prediction':'1'}",
                "{'latex':'x'}",
                "{'text':'x'}"
            })
    void otherShapesAreNotKnown(String json) throws IOException, BadProbeException {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'gold':'1','prediction':'1','expected':'yes'}",
                "{'gold':'1','prediction':'1','expected':true,'gold_kind':'picture'}",
                "{'gold':'1','prediction':'1','expected':true,'options':{'tolerance':1}}",
                "{'gold':'1','prediction':'1','expected':true,'options':{'strict':1}}",
                "{'gold':'1','prediction':'1','expected':true,'options':{'float_rounding':-1}}"
            })
    void aKnownShapeWithAnUnknownValueIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BadProbeException.class)
                .hasMessageContaining("expected");
    }
}
