package org.passk.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passk.analysis.claim.Claim;
import org.passk.analysis.claim.ClaimCheck;
import org.passk.analysis.claim.ClaimParser;
import org.passk.analysis.claim.ClaimResult;
import org.passk.analysis.claim.ClaimResult.Verdict;
import org.passk.fault.FaultKind;
import org.passk.jobs.FinishedStudy;
import org.passk.model.UnicodeText;
import org.passk.settings.Surroundings;

/** Checks the claims of a file against the tables of a study. */
final class ClaimCommand {
    private final Terminal terminal;
    private final Surroundings surroundings;

    ClaimCommand(Terminal terminal, Surroundings surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    /**
     * Checks the claims.
     *
     * @return 0, or that of a failed gate where a claim fails or is undecided
     */
    int run(String file, String place, Optional<String> junit) {
        List<Claim> claims = ClaimParser.parse(FinishedStudy.text(file), file);
        FinishedStudy study = FinishedStudy.open(place, surroundings);
        ClaimCheck check = new ClaimCheck(
                study.tables(), study.metrics().draws(), study.metrics().seed());
        List<ClaimResult> results = new ArrayList<>();
        claims.forEach(claim -> results.addAll(check.check(claim)));
        junit.ifPresent(target -> FinishedStudy.write(target, ClaimXml.of(file, results)));
        results.forEach(result -> terminal.out().println(UnicodeText.plain(line(result))));
        long failed = count(results, Verdict.FAILS);
        long undecided = count(results, Verdict.UNDECIDED);
        terminal.out()
                .println(count(results, Verdict.HOLDS) + " hold, " + failed + " fail, " + undecided
                        + " undecided (which counts as failure)");
        terminal.out().flush();
        return failed + undecided == 0 ? 0 : FaultKind.HEALTH.exitCode();
    }

    private static long count(List<ClaimResult> results, Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    private static String line(ClaimResult result) {
        return String.format(
                Locale.ROOT,
                "%-9s  %s  [%s]: %s",
                word(result.verdict()),
                result.claim().text(),
                result.benchmark(),
                result.explanation());
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "holds";
            case FAILS -> "FAILS";
            case UNDECIDED -> "UNDECIDED";
        };
    }
}
