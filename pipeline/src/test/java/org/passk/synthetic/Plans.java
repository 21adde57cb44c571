package org.passk.synthetic;

import java.util.List;

/** Small studies for tests. */
final class Plans {
    private Plans() {}

    static SyntheticStudy study(int problems, int samples, RecordForm form, Rates rates) {
        return new SyntheticStudy(
                "made-up",
                11,
                problems,
                samples,
                1,
                "math500",
                List.of("GRPO"),
                List.of(),
                List.of(0.6),
                List.of(form),
                List.of(Packing.PLAIN),
                1_000,
                0,
                0.85,
                0,
                rates);
    }

    static SyntheticPlan plan(int problems, int samples, RecordForm form, Rates rates) {
        return SyntheticPlan.of(study(problems, samples, form, rates));
    }
}
