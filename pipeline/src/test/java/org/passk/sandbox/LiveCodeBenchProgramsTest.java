package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.model.Problem;

/**
 * Problems in the schema of LiveCodeBench, from the record to the verdict. {@code livecodebench.py} makes the file; the
 * verdicts are those of the rules: lines without blanks around, equal or equal as decimal numbers; values equal, without
 * tolerance, a tuple being a list on the outside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LiveCodeBenchProgramsTest {
    private PublishedProblems problems;
    private Sandbox sandbox;

    @BeforeAll
    void start() throws IOException {
        try (InputStream in = LiveCodeBenchProgramsTest.class.getResourceAsStream("livecodebench.jsonl")) {
            problems = PublishedProblems.of(in.readAllBytes());
        }
        sandbox = PublishedProblems.sandbox(SandboxMode.SPLIT);
    }

    @AfterAll
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private String verdict(String id, String program) {
        Problem problem = problems.byId(id);
        SandboxLimits limits = new SandboxLimits(1, 10, 1L << 30, 1 << 20);
        SandboxResult result = sandbox.run(id, () -> problems.tests(problem), program.replace("\\n", "\n"), limits);
        return result.outcome() + " " + result.rule();
    }

    @Test
    void publicAndPrivateTestsMakeOneSuite() {
        List<Integer> tests = problems.all().stream()
                .map(problem -> problems.tests(problem).path("tests").size())
                .toList();

        assertThat(tests).containsExactly(3, 3, 2, 3, 3, 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PASSED passed    | n = input(); print(sum(map(int, input().split())))
        PASSED passed    | import sys\\nprint(sum(map(int, sys.stdin.read().split()[1:])))
        PASSED passed    | import sys\\nsys.stdin.buffer.readline()\\nprint(sum(map(int, sys.stdin.buffer.readline().split())))
        PASSED passed    | n = input(); print('  %d \\\\n\\\\n' % sum(map(int, input().split())))
        PASSED passed    | n = input(); print(float(sum(map(int, input().split()))))
        PASSED passed    | if __name__ == '__main__':\\n    n = input(); print(sum(map(int, input().split())))
        PASSED passed    | n = input(); print(sum(map(int, input().split())))\\nexit()
        FAILED assertion | n = input(); print(max(map(int, input().split())))
        FAILED assertion | n = input(); print(sum(map(int, input().split())) + 0.0000001)
        FAILED assertion | n = input(); print(sum(map(int, input().split()))); print('done')
        FAILED assertion | pass
        FAILED exception | n = input(); print(sum(map(int, input().split())) / 0)
        FAILED exception | input(); input(); input()
        FAILED syntax    | print(
        TIMEOUT cpu      | while True: pass
        """)
    void textsAreComparedLineByLine(String verdict, String program) {
        assertThat(verdict("sum", program)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PASSED passed    | print(int(input()) / 2)
        PASSED passed    | print('%.3f' % (int(input()) / 2))
        PASSED passed    | print('%e' % (int(input()) / 2))
        FAILED assertion | print('%.9f' % (int(input()) / 2 + 1e-9))
        FAILED assertion | print(int(input()) // 2)
        """)
    void numbersAreComparedAsDecimalsWithoutTolerance(String verdict, String program) {
        assertThat(verdict("halves", program)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PASSED passed    | for i in range(int(input())): print(i + 1)
        PASSED passed    | for i in range(int(input())): print('', i + 1, '')
        FAILED assertion | print(*range(1, int(input()) + 1))
        FAILED assertion | for i in range(int(input())): print(i + 1, end='\\\\n\\\\n')
        """)
    void asManyLinesAreWantedAsThereAre(String verdict, String program) {
        assertThat(verdict("lines", program)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PASSED passed         | class Solution:\\n    def largest(self, values: List[int]) -> int:\\n        return max(values)
        PASSED passed         | def largest(values): return float(max(values))
        PASSED passed         | def largest(values): return heapq.nlargest(1, values)[0]
        FAILED assertion      | def largest(values): return values[0]
        FAILED assertion      | def largest(values): return str(max(values))
        FAILED exception      | def largest(values): return values[9]
        FAILED no-entry-point | def greatest(values): return max(values)
        TIMEOUT cpu           | class Solution:\\n    def largest(self, values):\\n        while True: pass
        """)
    void aFunctionOrAMethodOfSolutionIsCalled(String verdict, String program) {
        assertThat(verdict("largest", program)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PASSED passed    | def shift(values, by): return [value + by for value in values]
        PASSED passed    | def shift(values, by): return tuple(value + by for value in values)
        FAILED assertion | def shift(values, by): return [(value + by,) for value in values]
        FAILED exception | def shift(values): return values
        """)
    void aTupleIsAListOnTheOutside(String verdict, String program) {
        assertThat(verdict("shift", program)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PASSED passed    | def mean(values): return sum(values) / 2
        FAILED assertion | def mean(values): return round(sum(values) / 2, 12)
        """)
    void valuesHaveNoTolerance(String verdict, String program) {
        assertThat(verdict("mean", program)).isEqualTo(verdict);
    }
}
