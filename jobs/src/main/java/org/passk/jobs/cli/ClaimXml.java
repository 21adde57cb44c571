package org.passk.jobs.cli;

import java.util.List;
import org.passk.analysis.claim.ClaimResult;
import org.passk.analysis.claim.ClaimResult.Verdict;
import org.passk.model.UnicodeText;

/** Results of claims as JUnit XML, which build servers read: a test case for each claim and benchmark. */
final class ClaimXml {
    private ClaimXml() {}

    static String of(String file, List<ClaimResult> results) {
        long failures =
                results.stream().filter(r -> r.verdict() != Verdict.HOLDS).count();
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"")
                .append(escaped(file))
                .append("\" tests=\"")
                .append(results.size())
                .append("\" failures=\"")
                .append(failures)
                .append("\" errors=\"0\" skipped=\"0\">\n");
        for (ClaimResult result : results) {
            text.append("  <testcase classname=\"")
                    .append(escaped(result.benchmark()))
                    .append("\" name=\"line ")
                    .append(result.claim().line())
                    .append(": ")
                    .append(escaped(result.claim().text()));
            if (result.verdict() == Verdict.HOLDS) {
                text.append("\"/>\n");
            } else {
                text.append("\">\n    <failure type=\"")
                        .append(ClaimCommand.word(result.verdict()))
                        .append("\" message=\"")
                        .append(escaped(result.explanation()))
                        .append("\"/>\n  </testcase>\n");
            }
        }
        return text.append("</testsuite>\n").toString();
    }

    private static String escaped(String text) {
        return UnicodeText.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
