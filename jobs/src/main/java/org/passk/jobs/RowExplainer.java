package org.passk.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;
import org.passk.format.CountsCsv;
import org.passk.format.JsonLinesReader;
import org.passk.format.ReadLimits;
import org.passk.format.ScoreJsonl;
import org.passk.jobs.RowFacts.Missing;
import org.passk.spark.store.CountsTable;
import org.passk.spark.store.Decompression;
import org.passk.spark.store.GenerationFile;

/** Finds out what passk makes of files that hold no generations: counts, and log-probabilities. */
final class RowExplainer {
    private static final String COUNTS = "counts";
    private static final String SCORES = "scores";
    private static final String PARQUET = "parquet";
    private static final String SUM = "sum_logprob";
    private static final String TOKENS = "token_logprobs";

    /** What the columns of counts mean, with what is taken where one is missing. docs/formats.md says the same. */
    private static final Map<String, String[]> COUNT_COLUMNS = columns(new String[][] {
        {"problem_id", "the problem", "required"},
        {"n", "samples", "required"},
        {"c", "correct samples", "required"},
        {"undecided", "samples without a decision, in n and not in c", "0"},
        {"model", "the model", "the study's entry or the path has to give it"},
        {"benchmark", "the benchmark", "the study's entry or the path has to give it"},
        {"step", "the training step", "the study's, if it says one"},
        {"prompt_kind", "the kind of prompt", "the study's, if it says one"},
        {"temperature", "the sampling temperature", "the study's, if it says one"},
        {"top_p", "the nucleus mass", "the study's, if it says one"},
        {"max_tokens", "the limit of new tokens", "the study's, if it says one"},
        {"seed", "which samples of the run these are", "the source"},
        {"source", "which samples of the run these are", "the seed; without both, the file"}
    });

    private final ReadLimits limits;
    private final Configuration conf;

    RowExplainer(ReadLimits limits, Configuration conf) {
        this.limits = limits;
        this.conf = conf;
    }

    private static Map<String, String[]> columns(String[][] rows) {
        Map<String, String[]> columns = new LinkedHashMap<>();
        for (String[] row : rows) {
            columns.put(row[0], row);
        }
        return columns;
    }

    /** Whether columns look like those of counts: a required one, and another one that is known. */
    static boolean looksLikeCounts(Collection<String> columns) {
        return columns.stream().anyMatch(CountsCsv.REQUIRED::contains)
                && columns.stream()
                                .filter(COUNT_COLUMNS::containsKey)
                                .distinct()
                                .count()
                        > 1
                && !columns.contains("text");
    }

    /** Whether fields look like those of log-probabilities: none but theirs name a scorer. */
    static boolean looksLikeScores(Collection<String> fields) {
        return fields.contains("scorer")
                && List.of(SUM, TOKENS, "num_tokens", "problem_id").stream().anyMatch(fields::contains);
    }

    /** Explains a file of counts, if its columns look so. */
    Optional<RowFacts> counts(String file, Path path) throws IOException {
        CountsTable table = new CountsTable(path, limits, conf);
        List<String> columns = table.columns();
        if (!looksLikeCounts(columns)) {
            return Optional.empty();
        }
        List<Missing> missing = new ArrayList<>();
        COUNT_COLUMNS.forEach((name, words) -> {
            if (!columns.contains(name)) {
                boolean required = CountsCsv.REQUIRED.contains(name);
                missing.add(new Missing(name, required, required ? words[1] : words[2]));
            }
        });
        boolean readable = missing.stream().noneMatch(Missing::required);
        SurveyLines lines = new SurveyLines();
        RowSurvey survey = new RowSurvey(lines::lineOf);
        if (readable) {
            table.read(lines::watch, survey);
        }
        List<GenerationFacts.Field> fields = columns.stream()
                .map(name -> new GenerationFacts.Field(
                        name, COUNT_COLUMNS.containsKey(name) ? COUNT_COLUMNS.get(name)[1] : "skipped"))
                .toList();
        String format = GenerationFile.isParquet(path) ? PARQUET : "csv";
        return Optional.of(nonEmpty(survey.facts(file, COUNTS, format, fields, missing, readable)));
    }

    /**
     * Explains a file of log-probabilities. Of Parquet the columns alone: Spark reads its rows.
     *
     * @param names the fields of its first record, or its columns
     */
    RowFacts scores(String file, Path path, List<String> names) throws IOException {
        SurveyLines lines = new SurveyLines();
        RowSurvey survey = new RowSurvey(lines::lineOf);
        ScoreJsonl format = new ScoreJsonl(survey);
        boolean isParquet = GenerationFile.isParquet(path);
        if (!isParquet) {
            try (InputStream in = lines.watch(
                    Decompression.of(path).open(path.getFileSystem(conf).open(path)))) {
                new JsonLinesReader(format, limits, 0).read(in, 0, Long.MAX_VALUE, survey);
            }
        }
        Map<String, String> meanings = format.fields();
        List<Missing> missing = new ArrayList<>();
        meanings.forEach((name, meaning) -> {
            if (!names.contains(name)) {
                missing.add(new Missing(name, isRequired(name, Set.copyOf(names)), meaning));
            }
        });
        List<GenerationFacts.Field> fields = names.stream()
                .map(name -> new GenerationFacts.Field(name, meanings.getOrDefault(name, "skipped")))
                .toList();
        return nonEmpty(survey.facts(file, SCORES, isParquet ? PARQUET : "jsonl", fields, missing, !isParquet));
    }

    private static boolean isRequired(String name, Set<String> found) {
        return switch (name) {
            case "mean_entropy" -> false;
            case SUM, TOKENS -> !found.contains(SUM) && !found.contains(TOKENS);
            case "num_tokens" -> !found.contains(TOKENS);
            default -> true;
        };
    }

    private static RowFacts nonEmpty(RowFacts facts) {
        if (facts.looked() && facts.rows() == 0) {
            throw PasskException.input(facts.file() + ": holds no rows but the names of its columns");
        }
        return facts;
    }
}
