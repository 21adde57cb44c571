package org.passk.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Beta distributions of the paper's models, read from {@code success_rates.csv} beside this class. */
final class SuccessRates {
    /** The name that the table gives to the model that training starts from. */
    static final String BASE = "base";

    /**
     * One distribution.
     *
     * @param dataset the data set
     * @param algorithm the training algorithm, or {@link #BASE}
     * @param step the training step, or -1 for the model that Table 2 of the paper reports
     * @param a first parameter of Beta
     * @param b second parameter of Beta
     */
    record Row(String dataset, String algorithm, long step, double a, double b) {}

    private final List<Row> rows;

    private SuccessRates(List<Row> rows) {
        this.rows = rows;
    }

    static SuccessRates ofThePaper() {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = SuccessRates.class.getResourceAsStream("success_rates.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("dataset"))
                    .map(SuccessRates::row)
                    .forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SuccessRates(rows);
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        long step = cells[2].isEmpty() ? -1 : Long.parseLong(cells[2]);
        return new Row(cells[0], cells[1], step, Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
    }

    Optional<Row> find(String dataset, String algorithm, long step) {
        return rows.stream()
                .filter(row -> row.dataset().equals(dataset) && row.algorithm().equals(algorithm) && row.step() == step)
                .findFirst();
    }

    List<String> datasets() {
        return rows.stream().map(Row::dataset).distinct().toList();
    }

    /** The training algorithms of a data set, without the base model. */
    List<String> algorithms(String dataset) {
        return rows.stream()
                .filter(row -> row.dataset().equals(dataset) && !row.algorithm().equals(BASE))
                .map(Row::algorithm)
                .distinct()
                .toList();
    }

    /** The steps at which an algorithm is known. */
    List<Long> steps(String dataset, String algorithm) {
        return rows.stream()
                .filter(row -> row.dataset().equals(dataset) && row.algorithm().equals(algorithm) && row.step() >= 0)
                .map(Row::step)
                .toList();
    }
}
