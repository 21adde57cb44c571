package org.passk.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.report.MetricTable;
import org.passk.report.Report;

class ReportTextTest {
    @Test
    void theTerminalGetsCurvesAndGaps() {
        assertThat(new ReportText(Reports.small()).terminal()).isEqualTo("""
                        small: 2 runs on 1 benchmark, 3,612 records read, 1 of them quarantined
                        Note: a note

                        pass@k on sums
                          run                 problems      n    k=1     k=4
                          base "seven", cold         3    3-4  0.333  1.000*
                          rl step=150                3  1,200  0.500       -
                          ΔSE(2) = -0.250 [-0.500, 0.000]: pass@2 of base "seven", cold less pass@1 of rl step=150, over 3 common problems
                        """);
    }

    @Test
    void markdownTellsTheWholeReport() {
        assertThat(new ReportText(Reports.small()).markdown()).isEqualTo("""
                        # small

                        small: 2 runs on 1 benchmark, 3,612 records read, 1 of them quarantined

                        - a note

                        ## pass@k on sums

                        | run                | problems |     n |   k=1 |    k=4 |
                        | ------------------ | -------: | ----: | ----: | -----: |
                        | base "seven", cold |        3 |   3-4 | 0.333 | 1.000* |
                        | rl step=150        |        3 | 1,200 | 0.500 |      - |

                        ## Comparisons on sums

                        - ΔSE(2) = -0.250 [-0.500, 0.000]: pass@2 of base "seven", cold less pass@1 of rl step=150, over 3 common problems

                        ## Intervals of pass@k on sums

                        | run                | problems |     n |         k=1 | k=4 |
                        | ------------------ | -------: | ----: | ----------: | ---: |
                        | base "seven", cold |        3 |   3-4 | 0.083–0.583 |   - |
                        | rl step=150        |        3 | 1,200 | 0.250–0.750 |   - |

                        ## Samples

                        | run                | benchmark | samples | correct | no answer | timeouts | over limits | undecided | faults | truncated | missing | repeated texts | input's verdict differs |
                        | ------------------ | --------: | ------: | ------: | --------: | -------: | ----------: | --------: | -----: | --------: | ------: | -------------: | ----------------------: |
                        | base "seven", cold |      sums |      11 |       5 |         0 |        0 |           0 |         0 |      0 |         0 |       2 |              0 |                       - |
                        | rl step=150        |      sums |   3,600 |   1,801 |         7 |        0 |           0 |         0 |      0 |         2 |       - |              1 |             12 of 3,600 |

                        ## Sources

                        | file       |      format |  read | verdicts | quarantined |
                        | ---------- | ----------: | ----: | -------: | ----------: |
                        | a.jsonl    |   qwen-math |    12 |       11 |           1 |
                        | b.jsonl.gz | passk-jsonl | 3,600 |    3,600 |           0 |

                        ## Quarantine

                        - a.jsonl: MALFORMED_JSON × 1, first at 8123: Unexpected "end"

                        Estimates are unbiased (1 − C(n−c, k)/C(n, k)), means over problems. Intervals are about other
                        problems of the same kind; metrics.csv has those about these very problems. q is the p value of
                        Fisher's exact test, adjusted for the number of problems. `*`: problems with fewer than k samples are
                        left out.
                        """);
    }

    @Test
    void aComparisonIsThreeLinesOfAnswers() {
        assertThat(new ReportText(Reports.comparison("crosses", "")).terminal()).endsWith("""
                          ΔSE(2) = 0.250 [0.000, 0.500] = -0.125 coverage lost + 0.375 inefficiency left: pass@2 of base "seven", cold less pass@1 of rl step=150, over 3 common problems
                          crossover of base "seven", cold over rl step=150: k* = 2 [1, 3], none up to k = 4 in 2.5 % of draws: crosses
                          solved by both 1, by base "seven", cold alone 22, by rl step=150 alone 1, by neither 0 (McNemar p < 0.001)
                        """);
    }

    @Test
    void aCrossoverWithoutAnUpperLimitSaysSo() {
        assertThat(new ReportText(Reports.comparison("undecided", "unbounded")).terminal())
                .contains("k* = 2 [1, above 4], none up to k = 4 in 2.5 % of draws: undecided\n");
        assertThat(new ReportText(Reports.comparison("does_not_cross", "none")).terminal())
                .contains("no k* up to 4, none up to k = 4 in 2.5 % of draws: does not cross\n");
        assertThat(new ReportText(Reports.comparison("crosses never_behind", "")).terminal())
                .contains("in 2.5 % of draws: the base is nowhere behind\n");
    }

    @Test
    void markdownListsTheProblemsThatOnlyOneRunSolvesAndTheHistogram() {
        assertThat(new ReportText(Reports.comparison("crosses", "")).markdown())
                .contains("""
                        ## Problems that only one of two runs solves on sums

                        - solved by base "seven", cold but not rl step=150: p7 (q = 0.010), p2 (q = 1.000), and 20 more
                        - solved by rl step=150 but not base "seven", cold: p9 (q < 0.001)
                        """)
                .contains("""
                        ## Problems by accuracy on sums

                        | run                | 0 | (0, 0.1] | (0.1, 0.2] | (0.2, 0.3] | (0.3, 0.4] | (0.4, 0.5] | (0.5, 0.6] | (0.6, 0.7] | (0.7, 0.8] | (0.8, 0.9] | (0.9, 1) | 1 |
                        """)
                .contains("""
                        | rl step=150        | 2 |        - |""");
    }

    @Test
    void aReportWithoutRunsIsStillAReport() {
        Report empty = new Report("empty", List.of(), MetricTable.of(List.of()), List.of(), List.of());
        assertThat(new ReportText(empty).terminal()).isEqualTo("empty: 0 runs on 0 benchmarks, 0 records read\n");
        assertThat(Reports.text(new ReportData(empty)::csv).lines()).hasSize(1);
    }
}
