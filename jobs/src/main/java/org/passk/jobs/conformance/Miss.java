package org.passk.jobs.conformance;

/**
 * A case that did not come out right.
 *
 * @param id the case's own id; {@code line N} where it has none
 * @param score what kind of miss it is
 * @param gold what the prediction is compared with, cut and escaped
 * @param prediction what is judged, cut and escaped
 * @param expected what the case expects, with the answer that a text of a gold gave; cut and escaped
 * @param got what came out, cut and escaped
 * @param rule the rule that decided
 */
public record Miss(String id, Score score, String gold, String prediction, String expected, String got, String rule) {
    static Miss of(Probe probe, Finding finding) {
        return new Miss(
                Excerpt.of(probe.id()),
                finding.score(),
                Excerpt.of(probe.gold()),
                Excerpt.of(probe.prediction()),
                Excerpt.of(finding.expected()),
                Excerpt.of(finding.got()),
                finding.rule());
    }
}
