package org.passk.jobs.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passk.analysis.review.Label;

class LabelFileTest {
    @TempDir
    private Path folder;

    private LabelFile read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new LabelFile(new org.apache.hadoop.fs.Path(file.toUri()), name, new Configuration()).read();
    }

    @Test
    void cellsInQuotesHoldLineBreaksAndLinesAreStillCounted() throws IOException {
        LabelFile labels = read(
                "ada.csv",
                "\uFEFFid,response,label\r\nr1,\"two\r\nlines, \"\"quoted\"\"\",valid\r\n\r\nr2,x,nonsense\r\nr3,,INVALID");
        assertThat(labels.rows())
                .containsExactly(
                        new LabelRow("ada.csv", 2, "r1", "ada", Label.VALID),
                        new LabelRow("ada.csv", 6, "r3", "ada", Label.INVALID));
        assertThat(labels.rejected())
                .containsExactly(
                        new RejectedRow("ada.csv", 5, "has the label \"nonsense\", expected valid, invalid or unsure"));
    }

    @Test
    void spreadsheetsChooseTheirSeparator() throws IOException {
        assertThat(read("a.csv", "label;id;reviewer\nunsure;r1;bo\n").rows())
                .containsExactly(new LabelRow("a.csv", 2, "r1", "bo", Label.UNSURE));
        assertThat(read("b.tsv", "label\tid\nvalid\tr1\n").rows())
                .containsExactly(new LabelRow("b.tsv", 2, "r1", "b", Label.VALID));
    }

    @Test
    void brokenQuotesAreRejected() throws IOException {
        LabelFile labels = read("a.csv", "id,label\nr1,\"valid\"x\nr2,valid\nr3,\"valid\nr4,valid\n");
        assertThat(labels.rows()).extracting(LabelRow::item).containsExactly("r2");
        assertThat(labels.rejected())
                .containsExactly(
                        new RejectedRow("a.csv", 2, "cell 2 goes on after its closing quote"),
                        new RejectedRow("a.csv", 4, "cell 2 begins with a quote and has none at its end"));
    }

    @Test
    void shortRowsAndEmptyLabelsAreTold() throws IOException {
        LabelFile labels = read("a.csv", "id,label\nr1\n,valid\nr2,\n");
        assertThat(labels.rows()).isEmpty();
        assertThat(labels.empty()).isEqualTo(1);
        assertThat(labels.rejected()).extracting(RejectedRow::reason).containsExactly("has no label", "has no id");
    }

    @Test
    void cellsAreSafeForSpreadsheets() {
        assertThat(ReviewFiles.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(ReviewFiles.cell("\uFF1D1")).isEqualTo("\"'\uFF1D1\"");
        assertThat(ReviewFiles.cell("a=1 \"b\"")).isEqualTo("\"a=1 \"\"b\"\"\"");
        assertThat(ReviewFiles.cell("x\u0000\uD800\uD83D\uDE00")).isEqualTo("\"x\uFFFD\uFFFD\uD83D\uDE00\"");
    }
}
