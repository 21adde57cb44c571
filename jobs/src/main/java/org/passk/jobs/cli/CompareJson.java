package org.passk.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.passk.analysis.ConfusionTable;
import org.passk.analysis.Metric;
import org.passk.analysis.SolvableSet;
import org.passk.analysis.StudyRow;
import org.passk.analysis.VerdictDifference;
import org.passk.jobs.ComparedStudies;
import org.passk.jobs.ComparedStudies.ComparedRun;
import org.passk.jobs.ComparedStudies.Gap;
import org.passk.jobs.ComparedStudies.GapValues;
import org.passk.model.Outcome;
import org.passk.spark.compare.FlippedSample;
import org.passk.spark.compare.RunPairs;
import org.passk.spark.compare.VerdictPair;

/** Two studies against each other, as one JSON document. Values are unrounded; what is absent is left out. */
final class CompareJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CompareJson() {}

    /** The document; ends with a newline. */
    static String of(ComparedStudies compared) {
        ObjectNode root = JSON.createObjectNode();
        root.put("a", compared.a());
        root.put("b", compared.b());
        ArrayNode settings = root.putArray("settings");
        compared.settings()
                .forEach(setting -> settings.addObject()
                        .put("key", setting.key())
                        .put("a", setting.a())
                        .put("b", setting.b()));
        ArrayNode notes = root.putArray("notes");
        compared.notes().forEach(notes::add);
        ArrayNode runs = root.putArray("runs");
        compared.runs().forEach(run -> run(runs.addObject(), run));
        ArrayNode gaps = root.putArray("against_base");
        compared.gaps().forEach(gap -> gap(gaps.addObject(), gap));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(ObjectNode node, ComparedRun run) {
        RunPairs pairs = run.pairs();
        ConfusionTable table = run.table();
        node.put("run", run.run());
        node.put("run_id", pairs.runId());
        node.put("benchmark", pairs.benchmark());
        node.put("common", table.samples());
        node.put("only_a", pairs.left().onlyA());
        node.put("only_b", pairs.left().onlyB());
        node.put("other_text", pairs.left().otherText());
        node.put("repeated_a", pairs.left().repeatedA());
        node.put("repeated_b", pairs.left().repeatedB());
        put(node, "agreement", table.agreement());
        put(node, "kappa", table.kappa());
        ArrayNode confusion = node.putArray("confusion");
        for (Outcome a : Outcome.values()) {
            for (Outcome b : Outcome.values()) {
                if (table.count(a, b) > 0) {
                    confusion
                            .addObject()
                            .put("outcome_a", a.name())
                            .put("outcome_b", b.name())
                            .put("count", table.count(a, b));
                }
            }
        }
        ArrayNode flips = node.putArray("flips");
        pairs.flips().forEach((pair, count) -> verdicts(flips.addObject(), pair).put("count", count));
        ArrayNode curve = node.putArray("pass_at_k");
        run.differences().forEach(at -> at(curve.addObject(), at));
        node.putObject("solved")
                .put("both", run.solved(SolvableSet.BOTH))
                .put("a_only", run.solved(SolvableSet.RUN_ONLY))
                .put("b_only", run.solved(SolvableSet.BASE_ONLY))
                .put("neither", run.solved(SolvableSet.NEITHER));
        ArrayNode examples = node.putArray("examples");
        pairs.examples().forEach(sample -> example(examples.addObject(), sample));
    }

    private static ObjectNode verdicts(ObjectNode node, VerdictPair pair) {
        return node.put("outcome_a", pair.outcomeA().name())
                .put("channel_a", pair.channelA().name())
                .put("rule_a", pair.ruleA())
                .put("outcome_b", pair.outcomeB().name())
                .put("channel_b", pair.channelB().name())
                .put("rule_b", pair.ruleB());
    }

    private static void at(ObjectNode node, VerdictDifference at) {
        Metric difference = at.difference();
        node.put("k", at.k());
        node.put("problems", difference.problems());
        node.put("a", at.ours());
        node.put("b", at.theirs());
        node.put("difference", difference.estimate());
        node.put("upper_undecided", difference.upperUndecided());
        difference
                .interval()
                .ifPresent(interval -> node.put("low", interval.low())
                        .put("high", interval.high())
                        .put("level", interval.level()));
    }

    private static void example(ObjectNode node, FlippedSample sample) {
        node.put("problem_id", sample.problemId());
        node.put("source", sample.source());
        node.put("sample_index", sample.sampleIndex());
        node.put("path", sample.path());
        node.put("position", sample.position());
        node.put("answer_index", sample.answerIndex());
        verdicts(node, sample.verdicts());
        node.put("answer_a", sample.answerA());
        node.put("answer_b", sample.answerB());
    }

    private static void gap(ObjectNode node, Gap gap) {
        node.put("run", gap.run());
        node.put("run_id", gap.runId());
        node.put("base", gap.base());
        node.put("base_run_id", gap.baseRunId());
        node.put("benchmark", gap.benchmark());
        values(node.putObject("a"), gap.a());
        values(node.putObject("b"), gap.b());
    }

    private static void values(ObjectNode node, GapValues values) {
        value(node, "delta_se", values.deltaSe());
        value(node, "crossover_k", values.crossover());
    }

    private static void value(ObjectNode node, String name, Optional<StudyRow> row) {
        row.ifPresent(found -> {
            ObjectNode value = node.putObject(name);
            value.put("k", found.k());
            value.put("estimate", found.estimate());
            put(value, "low", found.low());
            put(value, "high", found.high());
        });
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        value.ifPresent(number -> node.put(name, number));
    }
}
