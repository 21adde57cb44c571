package org.passk.jobs.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.passk.analysis.review.ReviewDesign;

/** The files that reviewers are given. The texts in them are whatever a model wrote, and nothing obeys them. */
final class ReviewFiles {
    private static final String DATA = "@@DATA@@";
    /** What a spreadsheet takes for the beginning of a formula, in both widths. */
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private final ReviewDesign design;
    private final List<ReviewItem> items;

    ReviewFiles(ReviewDesign design, List<ReviewItem> items) {
        this.design = design;
        this.items = List.copyOf(items);
    }

    /** One JSON object a response, with the exact text and an empty label. */
    String jsonl() {
        StringBuilder text = new StringBuilder();
        for (ReviewItem item : items) {
            ObjectNode line = ReviewJson.object();
            line.put("id", item.id());
            line.put("label", "");
            line.put("comment", "");
            line.put("reviewer", "");
            fields(line, item);
            text.append(ReviewJson.line(line)).append('\n');
        }
        return text.toString();
    }

    private static void fields(ObjectNode line, ReviewItem item) {
        line.put("benchmark", item.benchmark());
        line.put("problem_id", item.problemId());
        line.put("question", item.question());
        line.put("reference", item.reference());
        line.put("answer", item.answer());
        line.put("response", item.response());
    }

    /** Comma-separated values (RFC 4180), every cell in quotes. */
    String csv() {
        StringBuilder text = new StringBuilder(
                "id,label,comment,reviewer,benchmark,problem_id,question,reference,answer,response\r\n");
        for (ReviewItem item : items) {
            text.append(String.join(
                            ",",
                            cell(item.id()),
                            "",
                            "",
                            "",
                            cell(item.benchmark()),
                            cell(item.problemId()),
                            cell(item.question()),
                            cell(item.reference()),
                            cell(item.answer()),
                            cell(item.response())))
                    .append("\r\n");
        }
        return text.toString();
    }

    /**
     * A cell for spreadsheets: an apostrophe stands before what they would run as a formula, and U+FFFD for what no text file
     * may hold. The exact text is in the JSON.
     */
    static String cell(String value) {
        StringBuilder cell = new StringBuilder("\"");
        if (!value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0) {
            cell.append('\'');
        }
        value.codePoints().forEach(c -> {
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            cell.appendCodePoint(control || half ? 0xFFFD : c);
            if (c == '"') {
                cell.append('"');
            }
        });
        return cell.append('"').toString();
    }

    /**
     * The page. Its data is JSON in a script element that is not run; no character of it can end the element, and the page
     * shows it as text alone.
     */
    String html() {
        ObjectNode data = ReviewJson.object();
        data.put("study", design.study());
        data.put("digest", design.studyDigest());
        List<ObjectNode> lines = new ArrayList<>();
        for (ReviewItem item : items) {
            ObjectNode line = ReviewJson.object();
            line.put("id", item.id());
            fields(line, item);
            lines.add(line);
        }
        data.putArray("items").addAll(lines);
        String json = ReviewJson.line(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
        String template = template();
        int place = template.indexOf(DATA);
        return template.substring(0, place) + json + template.substring(place + DATA.length());
    }

    private static String template() {
        try (InputStream in = ReviewFiles.class.getResourceAsStream("review.html")) {
            if (in == null) {
                throw new IllegalStateException("review.html is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
