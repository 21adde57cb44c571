package org.passk.benchmark.code;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Test files for pytest that need nothing of it: functions {@code test_...} without parameters, beside helpers, for the
 * module {@code solution}. Such a file has the same verdict as a script that follows the solution, without the import, and
 * calls the functions in turn. Everything else is refused.
 */
final class PytestText {
    private static final Pattern TEST = Pattern.compile("^def (test\\w*+)\\(\\s*+\\)");
    private static final Pattern IMPORT = Pattern.compile("^from solution import [\\w*][\\w, *]*+$");

    private PytestText() {}

    /** A reason why a file needs pytest. */
    static final class Unsupported extends Exception {
        private static final long serialVersionUID = 1;

        Unsupported(String message) {
            super(message, null, false, false);
        }
    }

    static String asScript(String text) throws Unsupported {
        Set<String> tests = new LinkedHashSet<>();
        StringBuilder script = new StringBuilder(text.length());
        boolean quoted = false;
        for (String line : text.split("\r?\n", -1)) {
            boolean opens = line.contains("\"\"\"") || line.contains("'''");
            if (quoted || !line.startsWith("from solution ")) {
                if (!quoted) {
                    check(line, tests);
                }
                script.append(line).append('\n');
            } else if (!IMPORT.matcher(line.stripTrailing()).matches() || line.contains(" as ")) {
                throw new Unsupported("the import of the solution: " + line);
            }
            quoted ^= opens && isOdd(line);
        }
        if (quoted) {
            throw new Unsupported("quotation marks that never close");
        }
        if (tests.isEmpty()) {
            throw new Unsupported("no function test_... at the left margin");
        }
        for (String test : tests) {
            script.append(test).append("()\n");
        }
        return script.toString();
    }

    private static void check(String line, Set<String> tests) throws Unsupported {
        if (line.startsWith("@") || line.stripLeading().startsWith("@")) {
            throw new Unsupported("the decorator " + line.strip());
        }
        if (line.startsWith("class ") || line.startsWith("async ")) {
            throw new Unsupported(line);
        }
        if (line.contains("pytest") || line.contains("unittest") || line.contains("import solution")) {
            throw new Unsupported(line.strip());
        }
        if (line.startsWith("def test")) {
            Matcher test = TEST.matcher(line);
            if (!test.find()) {
                throw new Unsupported("the parameters of " + line);
            }
            if (!tests.add(test.group(1))) {
                throw new Unsupported("two functions " + test.group(1));
            }
        }
        if (line.startsWith("def setup") || line.startsWith("def teardown")) {
            throw new Unsupported(line);
        }
    }

    /** Whether a triple quotation mark stays open behind the line; marks of both kinds on one line are beyond this. */
    private static boolean isOdd(String line) throws Unsupported {
        int doubled = count(line, "\"\"\"");
        int single = count(line, "'''");
        if (doubled > 0 && single > 0) {
            throw new Unsupported("quotation marks of both kinds: " + line.strip());
        }
        return (doubled + single) % 2 == 1;
    }

    private static int count(String line, String mark) {
        int count = 0;
        for (int at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + mark.length())) {
            count++;
        }
        return count;
    }
}
