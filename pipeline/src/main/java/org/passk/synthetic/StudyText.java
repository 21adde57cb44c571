package org.passk.synthetic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.passk.model.Run;

/** The study file of a made-up study. */
public final class StudyText {
    private StudyText() {}

    /**
     * The study as HOCON, with paths that start at its folder.
     *
     * @param plan the study
     * @param problems path of the problem file
     */
    public static String of(SyntheticPlan plan, String problems) {
        SyntheticStudy study = plan.study();
        Map<String, String> models = new LinkedHashMap<>();
        Map<String, String> entries = new LinkedHashMap<>();
        for (SyntheticRun one : plan.runs()) {
            Run run = one.run();
            String training =
                    one.trained() ? ", role = rl, base = base, algorithm = \"" + run.model() + "\"" : ", role = base";
            models.put(run.model(), "    { name = \"" + run.model() + "\"" + training + " }\n");
            String step = run.step() < 0 ? "" : "step{step}/";
            entries.put(
                    run.model(),
                    "    { path = \"generations/" + run.model() + "/" + step
                            + "t{temperature}/seed{seed}/part-*\", model = \""
                            + run.model() + "\", benchmark = " + SyntheticStudy.BENCHMARK + ", prompt_kind = "
                            + run.promptKind() + ", top_p = " + run.topP() + ", max_tokens = " + run.maxTokens()
                            + ", samples = " + study.samples() + " }\n");
        }
        return "# Made up by passk generate with seed " + study.seed()
                + "; what a run of it must find stands in truth/.\n"
                + "study {\n  name = \"" + study.name() + "\"\n  output = \"out\"\n"
                + "  benchmarks = [{ name = " + SyntheticStudy.BENCHMARK + ", problems = \"" + problems + "\" }]\n"
                + "  models = [\n" + String.join("", models.values()) + "  ]\n"
                + "  generations = [\n" + String.join("", entries.values()) + "  ]\n}\n"
                + "# Records are broken on purpose, in small files more than one in a hundred.\n"
                + "quarantine.max_share = 1\n";
    }
}
