package org.passk.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
                          ΔSE(2) = -0.250 ± 0.063: pass@2 of base "seven", cold less pass@1 of rl step=150, over 3 common problems
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

                        ## ΔSE on sums

                        - ΔSE(2) = -0.250 ± 0.063: pass@2 of base "seven", cold less pass@1 of rl step=150, over 3 common problems

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

                        Estimates are unbiased (1 − C(n−c, k)/C(n, k)), means over problems; ± is the standard error over
                        the problems. `*`: problems with fewer than k samples are left out.
                        """);
    }

    @Test
    void aReportWithoutRunsIsStillAReport() {
        Report empty = new Report("empty", List.of(), List.of(), List.of(), List.of());
        assertThat(new ReportText(empty).terminal()).isEqualTo("empty: 0 runs on 0 benchmarks, 0 records read\n");
        assertThat(new ReportData(empty).csv().lines()).hasSize(1);
    }
}
