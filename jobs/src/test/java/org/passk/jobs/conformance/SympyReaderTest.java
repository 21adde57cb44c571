package org.passk.jobs.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.jobs.conformance.SympyReader.NotSympyException;

/** The precedence is that of Python, whose operators SymPy prints. */
class SympyReaderTest {
    private static String outline(String text) throws NotSympyException {
        return Outline.of(new SympyReader(text).read().expression());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -x**2                    | negative(power(x, 2))
                    2**3**2                  | power(2, power(3, 2))
                    2**-x                    | power(2, negative(x))
                    a/b*c                    | product(quotient(a, b), c)
                    2*x - 1*3*y              | sum(product(2, x), negative(product(product(1, 3), y)))
                    -713/100*3/2             | quotient(product(quotient(negative(713), 100), 3), 2)
                    6.673e-11                | 6673/100000000000000
                    (a + b)/c                | quotient(sum(a, b), c)
                    pi + E*I - oo            | sum(PI, product(E, I), negative(INFINITY))
                    """)
    void operatorsBindAsInPython(String text, String outline) throws NotSympyException {
        assertThat(outline(text)).isEqualTo(outline);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x_{23}                   | x_23
                    x_0                      | x_0
                    x_{i,j}                  | x_i,j
                    x_{x^2}                  | x_x^2
                    lambda_{23}              | \\lambda_23
                    bar{x}_n                 | bar{x}_n
                    bar{x}_{i,j}             | bar{x}_i,j
                    h_{\\theta}              | h_\\theta
                    \\alpha _{\\beta }*alpha | product(\\alpha_\\beta, \\alpha)
                    \\alpha *alpha           | product(\\alpha, \\alpha)
                    """)
    void namesAreThoseOfOurReader(String text, String outline) throws NotSympyException {
        assertThat(outline(text)).isEqualTo(outline);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    log(x)                        | ln(x)
                    log(x, 10)                    | log(10, x)
                    asin(sqrt(x))                 | arcsin(sqrt(x))
                    Max(x, y, 9)                  | max(x, y, 9)
                    ceiling(x) + Abs(y)           | sum(ceil(x), abs(y))
                    f(x)                          | f(x)
                    Integral(1/x, x)              | integral dx(quotient(1, x))
                    Integral(x, (x, a, b))        | integral dx(a, b, x)
                    Derivative(tan(x), x)         | derivative dx(tan(x))
                    Sum(k**2, (k, 1, 10))         | series(1, 10, power(k, 2))
                    Product(x, (a, b, c))         | series(b, c, x)
                    Limit(a, x, 3, dir='+')       | limit dx(3, a)
                    """)
    void callsAreOurFunctions(String text, String outline) throws NotSympyException {
        assertThat(outline(text)).isEqualTo(outline);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {1, 2}                             | set(1, 2)
                    FiniteSet({1}, {2})                | set(set(1), set(2))
                    (1, 2)                             | tuple()(1, 2)
                    (1,)                               | tuple()(1)
                    Interval(1, 2)                     | tuple[](1, 2)
                    Interval.open(1, 2)                | tuple()(1, 2)
                    Interval.Ropen(a, b)               | tuple[)(a, b)
                    Interval.Lopen(a, b)               | tuple(](a, b)
                    Union({5}, Union({1}, {3}))        | union(set(5), union(set(1), set(3)))
                    Complement(Interval(0, 1), {0.5})  | difference(tuple[](0, 1), set(1/2))
                    Matrix([[1, 2], [3, 4]])           | matrix(1, 2, 3, 4)
                    Eq(k, {1, 2})                      | [equal](k, set(1, 2))
                    Ne(a, b)                           | [not_equal](a, b)
                    ~(Eq(x, {1}))                      | [not_equal](x, set(1))
                    x >= y                             | [greater_or_equal](x, y)
                    EmptySet                           | EMPTY_SET
                    """)
    void collectionsAndStatementsAreOurs(String text, String outline) throws NotSympyException {
        assertThat(outline(text)).isEqualTo(outline);
    }

    @Test
    void aLimitKeepsItsSideWhereInfinityHasNone() throws NotSympyException {
        assertThat(new SympyReader("Limit(a, x, 3, dir='-')")
                        .read()
                        .expression()
                        .toString())
                .contains("form=-");
        assertThat(new SympyReader("Limit(1/x, x, oo, dir='-')")
                        .read()
                        .expression()
                        .toString())
                .contains("form=,");
    }

    @Test
    void onlyFloatingPointNumbersAreApproximate() throws NotSympyException {
        assertThat(new SympyReader("1.10000000000000").read().approximate()).isTrue();
        assertThat(new SympyReader("x + 1e3").read().approximate()).isTrue();
        assertThat(new SympyReader("11/10").read().approximate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                ")",
                "1 +",
                "f(",
                "{1",
                "x y",
                "'a",
                "x_{2",
                "log()",
                "Integral(x)",
                "Integral(x, 3)",
                "()",
                "Matrix([[1], [2, 3]])",
                "Matrix([])",
                "Matrix(1)",
                "1e99999999",
                "a, b",
                "Sum(x, k)",
                "sin(x, y)",
                "*"
            })
    void whatSympyDoesNotPrintIsRefused(String text) {
        assertThatThrownBy(() -> new SympyReader(text).read()).isInstanceOf(NotSympyException.class);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        for (String nest : List.of("(", "{", "f(", "2**", "~", "-(", "2**-")) {
            assertThatThrownBy(() -> new SympyReader(nest.repeat(100_000) + "x").read())
                    .as(nest)
                    .isInstanceOf(NotSympyException.class);
        }
    }

    @Test
    void everythingThatThePublishedCasesHoldIsRead() throws IOException {
        String data = System.getenv("PASSK_DATA");
        Assumptions.assumeTrue(data != null, "PASSK_DATA names no folder of published cases");
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(data, "conformance", "math"))) {
            for (Path file : files.filter(path -> path.toString().contains("latex2sympy2"))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode text = new ObjectMapper().readTree(line).path("sympy_str");
                    if (text.isTextual()) {
                        texts.add(text.asText());
                    }
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(800).allSatisfy(text -> new SympyReader(text).read());
    }
}
