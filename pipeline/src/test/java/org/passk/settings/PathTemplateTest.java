package org.passk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;

class PathTemplateTest {
    private static final String TEMPLATE = "/s/gen/{model}/step_{step}/{benchmark}_seed{seed}.jsonl";

    @Test
    void placeholdersBecomeStarsForTheListing() {
        assertThat(PathTemplate.parse(TEMPLATE).glob()).isEqualTo("/s/gen/*/step_*/*_seed*.jsonl");
    }

    @Test
    void placeholdersAreNamedInTheOrderOfTheTemplate() {
        assertThat(PathTemplate.parse(TEMPLATE).placeholders()).containsExactly("model", "step", "benchmark", "seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:", "file://", "hdfs://nn:8020", "s3a://bucket"})
    void aPathMatchesWithOrWithoutASchemeOnEitherSide(String scheme) {
        Map<String, String> expected = Map.of("model", "rl-7b", "step", "150", "benchmark", "math500", "seed", "3");
        String path = "/s/gen/rl-7b/step_150/math500_seed3.jsonl";

        assertThat(PathTemplate.parse(TEMPLATE).match(scheme + path)).hasValue(expected);
        assertThat(PathTemplate.parse(scheme + TEMPLATE).match(scheme + path)).hasValue(expected);
        assertThat(PathTemplate.parse(scheme + TEMPLATE).match(path)).hasValue(expected);
        assertThat(PathTemplate.parse(scheme + TEMPLATE).glob()).isEqualTo(scheme + "/s/gen/*/step_*/*_seed*.jsonl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s/gen/rl/step_x/m_seed3.jsonl",
                "/s/gen/rl/deeper/step_1/m_seed3.jsonl",
                "/s/gen/rl/step_1/m_seed3.jsonl.gz",
                "/t/s/gen/rl/step_1/m_seed3.jsonl",
                "/s/gen/rl/step_1/m_seed3xjsonl",
                "/s/gen/rl/step_1/m_seed1234567890123456789.jsonl",
                "/s/gen//step_1/m_seed3.jsonl"
            })
    void otherPathsDoNotMatch(String path) {
        assertThat(PathTemplate.parse(TEMPLATE).match(path)).isEmpty();
    }

    @Test
    void aPlaceholderThatStandsTwiceHasOneValue() {
        PathTemplate template = PathTemplate.parse("/s/{model}/{benchmark}/{model}.jsonl");

        assertThat(template.match("/s/rl/b/rl.jsonl")).hasValue(Map.of("model", "rl", "benchmark", "b"));
        assertThat(template.match("/s/rl/b/base.jsonl")).isEmpty();
        assertThat(template.glob()).isEqualTo("/s/*/*/*.jsonl");
    }

    @Test
    void aTemperatureIsADecimalNumber() {
        PathTemplate template = PathTemplate.parse("/s/t{temperature}.jsonl");

        assertThat(template.match("/s/t0.6.jsonl")).hasValue(Map.of("temperature", "0.6"));
        assertThat(template.match("/s/t1.jsonl")).hasValue(Map.of("temperature", "1"));
        assertThat(template.match("/s/thot.jsonl")).isEmpty();
    }

    @Test
    void theLeftOfTwoTouchingPlaceholdersIsAsLongAsPossible() {
        assertThat(PathTemplate.parse("/{model}_{benchmark}.jsonl").match("/qwen_7b_math.jsonl"))
                .hasValue(Map.of("model", "qwen_7b", "benchmark", "math"));
    }

    @Test
    void aTemplateWithoutPlaceholdersHasNoValues() {
        assertThat(PathTemplate.parse("/s/base_*.jsonl").match("/s/base_1.jsonl"))
                .hasValue(Map.of());
    }

    @Test
    void alternativesStayAndMayReachOverFolders() {
        PathTemplate template = PathTemplate.parse("/s/{base,rl/step_{1,2}}/{seed}.jsonl");

        assertThat(template.glob()).isEqualTo("/s/{base,rl/step_{1,2}}/*.jsonl");
        assertThat(template.match("/s/base/4.jsonl")).hasValue(Map.of("seed", "4"));
        assertThat(template.match("/s/rl/step_2/4.jsonl")).hasValue(Map.of("seed", "4"));
        assertThat(template.match("/s/rl/step_3/4.jsonl")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {} | {} is not a placeholder; expected one of benchmark, model, seed, step, temperature, or alternatives with a comma such as {a,b}
                    {sed} | {sed} is not a placeholder; expected one of benchmark, model, seed, step, temperature, or alternatives with a comma such as {a,b}
                    {seed | { is not closed
                    {a,{b,c} | { is not closed
                    {a,{seed}} | the placeholder {seed} stands among alternatives, where it may have no value
                    [ab | [ is not closed
                    [z-a] | "[z-a]" is not a class of characters
                    x\\ | \\ at the end escapes nothing
                    """)
    void aBrokenTemplateIsAMistakeOfTheConfiguration(String template, String what) {
        assertThatThrownBy(() -> PathTemplate.parse(template))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.CONFIGURATION))
                .hasMessage("\"" + template + "\": " + what);
    }

    /** The expected names are what {@code org.apache.hadoop.fs.GlobPattern} of Hadoop 3.5.0 matches. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    a*b ~ ab abb acb a.b a+b a$b a|b a^b a,b a*b a{b a}b
                    a?b ~ abb acb a.b a+b a$b a|b a^b a,b a*b a{b a}b
                    * ~ a b c ab abb acb a.b a+b a$b (a) a|b a^b !a !b .a a,b a*b a{b a}b ]b ^b -b cb bc ac acx bdx bd cd bxc axc \\b
                    ?* ~ a b c ab abb acb a.b a+b a$b (a) a|b a^b !a !b .a a,b a*b a{b a}b ]b ^b -b cb bc ac acx bdx bd cd bxc axc \\b
                    [ab]c ~ bc ac
                    [a-c]* ~ a b c ab abb acb a.b a+b a$b a|b a^b a,b a*b a{b a}b cb bc ac acx bdx bd cd bxc axc
                    [^a]b ~ !b ]b ^b -b cb \\b
                    [!a]b ~ !b ]b ^b -b cb \\b
                    {a,b}c ~ bc ac
                    {a,b*}{c,} ~ a b bc ac bdx bd bxc
                    {a,{b,c}d} ~ a bd cd
                    a,b ~ a,b
                    a\\*b ~ a*b
                    a\\{b ~ a{b
                    a.b ~ a.b
                    a+b ~ a+b
                    a$b ~ a$b
                    (a) ~ (a)
                    a|b ~ a|b
                    a^b ~ a^b
                    !a ~ !a
                    [.]a ~ .a
                    [ab]{c,d}? ~ acb acx bdx
                    a}b ~ a}b
                    []a]b ~ ab ]b
                    [a-]b ~ ab -b
                    [\\]a]b ~ ab ]b
                    [a^]b ~ ab ^b
                    """)
    void wildcardsMeanWhatTheyMeanToHadoop(String glob, String expected) {
        String names =
                "a b c ab abb acb a.b a+b a$b (a) a|b a^b !a !b .a a,b a*b a{b a}b ]b ^b -b cb bc ac acx bdx bd cd bxc axc \\b";
        PathTemplate template = PathTemplate.parse(glob);

        assertThat(names.split(" "))
                .filteredOn(name -> template.match(name).isPresent())
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a*b", "/a?b", "/a[^c]b", "/a[!c]b", "/a{*,?}b", "/a[.-0]b"})
    void noWildcardMatchesASlash(String glob) {
        assertThat(PathTemplate.parse(glob).match("/a/b")).isEmpty();
        assertThat(List.of("/a.b", "/axb"))
                .anyMatch(path -> PathTemplate.parse(glob).match(path).isPresent());
    }
}
