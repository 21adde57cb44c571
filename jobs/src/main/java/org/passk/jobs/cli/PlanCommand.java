package org.passk.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passk.analysis.PairProblems;
import org.passk.analysis.RunProblems;
import org.passk.analysis.SamplingPlan;
import org.passk.analysis.SamplingPlan.Aim;
import org.passk.analysis.SamplingPlan.Item;
import org.passk.analysis.StudyRun;
import org.passk.fault.PasskException;
import org.passk.jobs.FinishedStudy;
import org.passk.model.UnicodeText;
import org.passk.settings.Surroundings;
import org.passk.stats.Crossover;
import org.passk.stats.MeanCurve;

/** Plans further samples for each comparison of a study. */
final class PlanCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Terminal terminal;
    private final Surroundings surroundings;

    PlanCommand(Terminal terminal, Surroundings surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    /** Writes the work list, and says on the terminal what it would bring. */
    int run(PlanOptions options) {
        FinishedStudy study = FinishedStudy.open(options.study, surroundings);
        StringBuilder work = new StringBuilder(options.json ? "" : "run,run_id,benchmark,problem_id,n,c,more\n");
        int comparisons = 0;
        for (String benchmark : study.tables().benchmarks()) {
            for (StudyRun run : study.tables().runs()) {
                Optional<StudyRun> base = base(study.tables().runs(), run);
                Optional<RunProblems> own = study.tables().problems(run.runId(), benchmark);
                Optional<RunProblems> before =
                        base.flatMap(found -> study.tables().problems(found.runId(), benchmark));
                if (own.isEmpty() || before.isEmpty()) {
                    continue;
                }
                PairProblems pair = PairProblems.common(before.get(), own.get());
                if (pair.size() < 2) {
                    continue;
                }
                comparisons++;
                SamplingPlan plan = SamplingPlan.of(pair, aim(options, pair));
                terminal.err().println(UnicodeText.plain(summary(options, benchmark, run, base.get(), plan)));
                for (Item item : plan.work()) {
                    work.append(line(options, item.ofBase() ? base.get() : run, benchmark, item));
                }
            }
        }
        if (comparisons == 0) {
            throw PasskException.input(options.study + ": no run has two problems in common with a run of its base");
        }
        if (options.out.isPresent()) {
            FinishedStudy.write(options.out.get(), work.toString());
        } else {
            terminal.out().print(work);
        }
        terminal.out().flush();
        terminal.err().flush();
        return 0;
    }

    /** The base's run of the same sampling, or its only one, as METRICS compares. */
    private static Optional<StudyRun> base(List<StudyRun> runs, StudyRun run) {
        List<StudyRun> bases =
                runs.stream().filter(other -> other.model().equals(run.base())).toList();
        Optional<StudyRun> alike = bases.stream()
                .filter(other -> other.sampling().equals(run.sampling()))
                .findFirst();
        return alike.isPresent() || bases.size() != 1 ? alike : Optional.of(bases.get(0));
    }

    private static Aim aim(PlanOptions options, PairProblems pair) {
        long k = pair.headlineK();
        long runK = 1;
        if (options.question == PlanOptions.Question.CROSSOVER) {
            int largest = Math.toIntExact(pair.smallestN());
            Crossover crossing = Crossover.between(
                    MeanCurve.of(pair.base().histogram(), largest),
                    MeanCurve.of(pair.run().histogram(), largest));
            k = crossing.start().orElse(largest);
            runK = k;
        }
        try {
            return new Aim(
                    k, runK, options.halfWidth, options.level, !options.theseProblems, options.chunk, options.most);
        } catch (IllegalArgumentException e) {
            throw PasskException.configuration(e.getMessage()
                    + ": expected a half-width above 0, a level between 0 and 1" + " and chunks of at least 1");
        }
    }

    private static String summary(
            PlanOptions options, String benchmark, StudyRun run, StudyRun base, SamplingPlan plan) {
        long more = plan.work().stream().mapToLong(Item::more).sum();
        String head = String.format(
                Locale.ROOT, "%s against %s on %s: now ± %.4f; ", run.label(), base.label(), benchmark, plan.now());
        String aim = String.format(Locale.ROOT, "± %s", options.halfWidth);
        return head
                + switch (plan.outcome()) {
                    case ENOUGH -> aim + " is reached already";
                    case PLANNED ->
                        String.format(
                                Locale.ROOT,
                                "%,d samples for %,d runs and problems make ± %.4f of it",
                                more,
                                plan.work().size(),
                                plan.planned());
                    case TOO_FEW_ALLOWED ->
                        String.format(
                                Locale.ROOT,
                                "%,d samples, the most that --max-samples allows, make ± %.4f of it, not %s",
                                more,
                                plan.planned(),
                                aim);
                    case PROBLEMS_DIFFER ->
                        String.format(
                                Locale.ROOT,
                                "no number of samples brings it below ± %.4f, because the problems differ: more problems"
                                        + " do, or the question about these problems alone (--these-problems)",
                                plan.limit());
                };
    }

    private static String line(PlanOptions options, StudyRun run, String benchmark, Item item) {
        if (!options.json) {
            return String.join(
                            ",",
                            quoted(run.label()),
                            quoted(run.runId()),
                            quoted(benchmark),
                            quoted(item.problemId()),
                            Long.toString(item.n()),
                            Long.toString(item.c()),
                            Long.toString(item.more()))
                    + "\n";
        }
        List<String> cells = new ArrayList<>();
        cells.add("\"run\":" + json(run.label()));
        cells.add("\"run_id\":" + json(run.runId()));
        cells.add("\"benchmark\":" + json(benchmark));
        cells.add("\"problem_id\":" + json(item.problemId()));
        cells.add("\"n\":" + item.n());
        cells.add("\"c\":" + item.c());
        cells.add("\"more\":" + item.more());
        return "{" + String.join(",", cells) + "}\n";
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
