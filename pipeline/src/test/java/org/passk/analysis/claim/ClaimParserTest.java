package org.passk.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.fault.PasskException;

class ClaimParserTest {
    private static Claim one(String line) {
        List<Claim> claims = ClaimParser.parse(line, "claims");
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    @Test
    void theExamplesAreUnderstood() {
        Claim gain = one("pass@1(RL) - pass@1(base) > 0 at 95 %");
        assertThat(gain.quantity())
                .isEqualTo(new Quantity.Difference(
                        new Quantity.Value("pass@k", 1, "RL"), new Quantity.Value("pass@k", 1, "base")));
        assertThat(gain.relation()).isEqualTo(Relation.MORE);
        assertThat(gain.level()).isEqualTo(OptionalDouble.of(0.95));
        assertThat(one("pass@256(base) >= 0.6").relation()).isEqualTo(Relation.AT_LEAST);
        assertThat(one("k* < 256").quantity()).isEqualTo(new Quantity.Crossing(""));
        assertThat(one("k*(RL) <= 256 on math500").benchmark()).isEqualTo("math500");
        assertThat(one("delta_se(RL) < 0.45 at 90%").quantity()).isEqualTo(new Quantity.Value("delta_se", 0, "RL"));
        assertThat(one("delta_se@64(RL) < 0.45").quantity()).isEqualTo(new Quantity.Value("delta_se", 64, "RL"));
        assertThat(one("drift(pass@1, last) < 0.02").quantity()).isEqualTo(new Quantity.Drift(1, ""));
        assertThat(one("drift(pass@8(GRPO), last)<2e-2").quantity()).isEqualTo(new Quantity.Drift(8, "GRPO"));
        assertThat(one("maj@8(a b=c T=0.6) > 0.5").quantity()).isEqualTo(new Quantity.Value("maj@k", 8, "a b=c T=0.6"));
    }

    @Test
    void commentsAndEmptyLinesAreNoClaims() {
        List<Claim> claims =
                ClaimParser.parse("# all\n\n k* < 8 # why\npass@1(\"a # (b)\") < 1 on \"two words\"\n", "f");
        assertThat(claims).extracting(Claim::line).containsExactly(3, 4);
        assertThat(claims.get(1).quantity()).isEqualTo(new Quantity.Value("pass@k", 1, "a # (b)"));
        assertThat(claims.get(1).benchmark()).isEqualTo("two words");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pass@1(rl) 0.5|12|one of < <= > >=",
                "pass@1(rl) >|13|a number",
                "pass@1(rl) > 60 %|17|\"at LEVEL %\"",
                "pass@1(rl > 0.5|8|the name of a run",
                "pass@1() > 0.5|8|the name of a run",
                "pass@0(rl) > 0.5|6|a whole number",
                "pass@(rl) > 0.5|6|a whole number",
                "pass(rl) > 0.5|5|\"@K\" after pass",
                "pass@1 > 0.5|8|\"(\"",
                "delta_se(a) - delta_se(b) > 0|13|a relation",
                "k* < 8 at 0 %|11|a level between",
                "k* < 8 at 95|13|\"%\"",
                "k* < 8 on|10|the name of a benchmark",
                "k* < 8 on a on b|13|\"at LEVEL %\"",
                "drift(pass@1, first) < 1|15|\"last\"",
                "drift(maj@1, last) < 1|7|pass@K",
                "> 3|1|a quantity",
                "k* < NaN|6|a number",
            })
    void mistakesAreNamedWithTheirPlace(String line, int column, String expected) {
        assertThatThrownBy(() -> ClaimParser.parse("# comment\n" + line, "claims.txt"))
                .isInstanceOf(PasskException.class)
                .hasMessageStartingWith("claims.txt:2: column " + column + ": expected " + expected);
    }

    @Test
    void allMistakesAreReportedTogether() {
        assertThatThrownBy(() -> ClaimParser.parse("k* 8\nk* < 8\npass\n", "f"))
                .hasMessageContainingAll("f:1: ", "f:3: ");
        assertThatThrownBy(() -> ClaimParser.parse("# nothing\n", "f")).hasMessageContaining("holds no claim");
    }
}
