package org.passk.extract.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedProgramTest {
    private static String of(String program) {
        return NormalisedProgram.of(program);
    }

    @Test
    void noiseIsDropped() {
        assertThat(of("# a\r\n\r\ndef f(x):  # b\r\n\treturn x \t\r\n   \r\n    # c\r\n# d"))
                .isEqualTo("def f(x):\n\treturn x\n");
        assertThat(of("x = [  # a\n\n  1,\n]")).isEqualTo("x = [\n  1,\n]\n");
        assertThat(of("x\ry # c\rz")).isEqualTo("x\ny\nz\n");
        assertThat(of("")).isEmpty();
        assertThat(of("# only\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s = '# no comment'",
                "s = \"# it's none\"",
                "s = 'it\\'s # none'",
                "s = r'\\' # none'",
                "s = '''a \n\n # b \r\n'''",
                "s = \"\"\"a ''' # b \"\" \"\"\"",
                "s = '''a\\''' # b'''",
                "s = 'a \\\n # b'",
                "s = 'a \\\r\n # b'",
                "s = b'#' + rb'#' + u'#' + f'#'",
                "s = f'{x} # {{' + f'{d[\"#\"]}'",
                "s = f'''{x}\n\n # '''",
                "s = '' '#' \"\" '''#'''"
            })
    void stringsStayAsTheyAre(String program) {
        assertThat(of(program + "  # gone\n\n")).isEqualTo(program + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Strings that never end.
                "x = 'a # b",
                "x = 'a\n' # b",
                "x = '''a # b",
                "x = '",
                "x = '\\",
                // Python 3.12 reads these formatted strings on, 3.11 does not.
                "x = f'{a['#b']}'  # c",
                "x = f\"{'}' + \"#x\"}\"  # c",
                "x = rf'{a['#b']}'  # c",
                "x = f'{a  # b",
                "x = f'{'''#'''}'  # c",
                "x = f'}' # c",
                "x = f'{a!r:\\n}' # c",
                // The end of a source is no end of a statement.
                "x = 1 + \\",
                "x = 1\0 # c",
                // A program that sees itself.
                "import inspect  # c\n",
                "print(e.__traceback__.tb_lineno)  # c\n",
                "open(__file__)  # c\n"
            })
    void inDoubtAProgramIsItsOwnKey(String program) {
        assertThat(of(program)).isEqualTo(program);
    }

    @Test
    void aContinuedLineKeepsWhatEndsIt() {
        // The blank line and the comment end the statement: without them the next line would continue it.
        assertThat(of("x = 1 + \\\n\ny = 2\n")).isEqualTo("x = 1 + \\\n\ny = 2\n");
        assertThat(of("x = 1 \\\n# c\ny = 2\n")).isEqualTo("x = 1 \\\n# c\ny = 2\n");
        assertThat(of("x = 1 + \\\r\n  2  \r\n\r\ny")).isEqualTo("x = 1 + \\\n  2  \ny\n");
        // Blanks or a comment behind the backslash make an error of it, not a continuation.
        assertThat(of("x = 1 \\ \n\ny")).isEqualTo("x = 1 \\ \ny\n");
        assertThat(of("x = 1 \\ # c\ny")).isEqualTo("x = 1 \\ # c\ny\n");
    }

    @Test
    void aDeclarationOfAnEncodingStays() {
        assertThat(of("#!/usr/bin/python\n# -*- coding: latin-1 -*-\nx")).isEqualTo("# -*- coding: latin-1 -*-\nx\n");
        assertThat(of("x\ny\n# coding: latin-1\n")).isEqualTo("x\ny\n");
        assertThat(of("x = 1  # coding: latin-1\n")).isEqualTo("x = 1\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "x = 'a' | x = 'a '",
                "x = 'a' | x = \"a\"",
                "x = '#a' | x = '#b'",
                "x = '''~''' | x = '''~~'''",
                "x = ''' ~''' | x = '''~'''",
                "x = f'{a}#b' | x = f'{a}#c'",
                "x = '' # b' | x = '' # b'''",
                "if a:~  b~c | if a:~  b~  c",
                "a b | ab",
                "a  b | a b",
                "a;b | a~b",
                "x = 1 \\~~y | x = 1 \\~y"
            })
    void differentProgramsHaveDifferentKeys(String one, String other) {
        // One of these pairs differs in a comment alone.
        boolean same = one.startsWith("x = '' #");
        assertThat(NormalisedProgram.digest(one.replace('~', '\n'))
                        .equals(NormalisedProgram.digest(other.replace('~', '\n'))))
                .isEqualTo(same);
    }

    @Test
    void theKeyHas32HexadecimalDigitsAndTellsHalvesOfSurrogatePairsApart() {
        // echo 'x = 1' | sha256sum
        assertThat(NormalisedProgram.digest("x = 1  # c")).isEqualTo("9e26bf369911c45c243c684147b23fc9");
        assertThat(NormalisedProgram.digest("x = '\ud800'")).isNotEqualTo(NormalisedProgram.digest("x = '\ud801'"));
    }

    private static String random(Random random) {
        String[] parts = {
            "'", "\"", "'''", "\"\"\"", "#", "\\", "\n", "\r\n", "\r", " ", "\t", "f", "r", "{", "}", "{{", "a", "=",
            "coding", "("
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void normalisingAgainChangesNothing(long seed) {
        Random random = new Random(seed);
        int shorter = 0;
        for (int i = 0; i < 50_000; i++) {
            String program = random(random);
            String once = of(program);
            assertThat(of(once)).as(program).isEqualTo(once);
            shorter += once.length() < program.length() ? 1 : 0;
        }
        assertThat(shorter).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "'''", "\"\"\""})
    void programsThatDifferInAStringHaveDifferentKeys(String quote) {
        List<String> all =
                List.of("#", "# ", " ", "a # b", "a # c", "", "'", "\"", "\n\n", "\n", "\n # c\n", "\r\n", "\\#", "{#");
        for (String before : List.of("x = 1  # it's\n\ny = ", "f('a', \"#\", ", "f'{x}' ", "[ # \"\n")) {
            for (String prefix : List.of("", "r", "b", "f", "Rb")) {
                Set<String> contents = new HashSet<>();
                Set<String> keys = new HashSet<>();
                for (String content : all) {
                    boolean legal = quote.length() == 3
                            ? !content.endsWith(quote.substring(0, 1))
                            : content.indexOf(quote) < 0 && content.indexOf('\n') < 0;
                    if (legal && contents.add(content)) {
                        keys.add(NormalisedProgram.digest(before + prefix + quote + content + quote + "  # end\n"));
                    }
                }
                assertThat(keys).as(before + prefix + quote).hasSameSizeAs(contents);
            }
        }
    }

    @Test
    void aLongProgramTakesTimeInProportion() {
        for (String part : List.of("'''", "# ", "\\\n", "f'{x}'", "\n", "'", "\"a\"", "f'{\"a\"}'", "{")) {
            String program = part.repeat(1_000_000 / part.length());
            assertThat(of(of(program))).isEqualTo(of(program));
        }
    }
}
