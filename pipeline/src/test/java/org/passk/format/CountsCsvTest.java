package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.PasskException;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;

class CountsCsvTest {
    private static final String HEADER = "model,benchmark,problem_id,n,c,undecided,seed,source,temperature\n";

    private final List<CountsRow> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    private final class Collecting implements CountsSink {
        @Override
        public void counts(CountsRow row) throws RejectException {
            if (row.fields().model().equals("nobody")) {
                throw new RejectException(RejectReason.UNKNOWN_MODEL, "nobody");
            }
            rows.add(row);
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }
    }

    private ReadSummary read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private ReadSummary read(byte[] bytes) throws IOException {
        ReadLimits limits = new ReadLimits(1000, 1 << 20, 100, 30);
        return new CountsCsv("counts.csv", limits, 20).read(new ByteArrayInputStream(bytes), new Collecting());
    }

    @Test
    void aRowStandsForItsSamples() throws IOException {
        ReadSummary summary = read(HEADER + "base,aime,p0,128,3,2,7,,0.6\nbase,aime,p1,64,0,,,old run,\n");
        assertThat(rejects).isEmpty();
        assertThat(summary.records()).isEqualTo(192);
        CountsRow first = rows.get(0);
        assertThat(List.of(first.n(), first.correct(), first.undecided())).containsExactly(128L, 3L, 2L);
        assertThat(first.fields().seed()).isEqualTo(7);
        assertThat(first.fields().temperature()).isEqualTo(0.6);
        assertThat(first.position()).isEqualTo(HEADER.length());
        assertThat(rows.get(1).source()).isEqualTo("source=old run");
        assertThat(rows.get(1).fields().temperature()).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "base,aime,p0,10,11,,,,|WRONG_TYPE",
                "base,aime,p0,10,5,6,,,|WRONG_TYPE",
                "base,aime,p0,-1,0,,,,|WRONG_TYPE",
                "base,aime,p0,10,-1,,,,|WRONG_TYPE",
                "base,aime,p0,0,0,,,,|WRONG_TYPE",
                "base,aime,p0,ten,1,,,,|WRONG_TYPE",
                "base,aime,p0,10.0,1,,,,|WRONG_TYPE",
                "base,aime,p0,10,1,,,,NaN|WRONG_TYPE",
                "base,aime,p0,10,1,,,,-1|WRONG_TYPE",
                "base,aime,p0,10,1,,3,both,|WRONG_TYPE",
                "base,aime,\"p0,10,1,,,,|WRONG_TYPE",
                "base,aime,\"p0\"x,10,1,,,,|WRONG_TYPE",
                "base,aime,p\"0,10,1,,,,|WRONG_TYPE",
                "base,aime,p0,9223372036854775807,1,,,,|TOO_LARGE",
                "base,aime,p0,10,1111111111111111111111111111111111,,,,|TOO_LARGE",
                "base,aime,p0,,1,,,,|MISSING_FIELD",
                "base,aime,p0,10,,,,,|MISSING_FIELD",
                "base,aime,,10,1,,,,|MISSING_FIELD",
                "base,aime,p0,10|LENGTH_MISMATCH",
                "base,aime,p0,10,1,,,,,|LENGTH_MISMATCH",
                "nobody,aime,p0,10,1,,,,|UNKNOWN_MODEL",
            })
    void aBadRowIsOneRecordAndTheNextIsRead(String row, RejectReason reason) throws IOException {
        ReadSummary summary = read(HEADER + row + "\nbase,aime,good,8,1,,,,\n");
        assertThat(rejects).hasSize(1);
        assertThat(rejects.get(0).reason()).isEqualTo(reason);
        assertThat(rejects.get(0).position()).isEqualTo(HEADER.length());
        assertThat(rejects.get(0).excerpt()).isNotEmpty();
        assertThat(rows)
                .singleElement()
                .satisfies(good -> assertThat(good.fields().problemId()).isEqualTo("good"));
        assertThat(summary.records()).isEqualTo(9);
    }

    @Test
    void quotedCellsKeepCommasQuotesAndSpaces() throws IOException {
        read("problem_id,n,c\r\n\" a, \"\"b\"\" \", 4 ,4\r\n");
        assertThat(rejects).isEmpty();
        assertThat(rows.get(0).fields().problemId()).isEqualTo(" a, \"b\" ");
    }

    @Test
    void aByteOrderMarkAndBlankLinesAreNoRows() throws IOException {
        ReadSummary summary = read("\uFEFFproblem_id,n,c\n\np,4,1\n\n");
        assertThat(summary.records()).isEqualTo(4);
        assertThat(rows).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem_id;n;c\n", "problem_id,n\n", "problem_id,n,c,n\n", "problem_id,n,\"c\n"})
    void aHeaderThatCannotServeIsRefused(String header) {
        assertThatThrownBy(() -> read(header + "p,1,1\n"))
                .isInstanceOf(PasskException.class)
                .hasMessageStartingWith("counts.csv: the ");
    }

    @Test
    void whatIsNoUtf8IsOneRecord() throws IOException {
        byte[] bytes = "problem_id,n,c\np?,4,1\nq,4,1\n".getBytes(StandardCharsets.UTF_8);
        bytes[16] = (byte) 0xC3;
        assertThat(read(bytes).records()).isEqualTo(5);
        assertThat(rejects).hasSize(1);
    }

    @Test
    void anEmptyFileHasNoRecords() throws IOException {
        assertThat(read("").records()).isZero();
        assertThat(read("problem_id,n,c\n").records()).isZero();
    }
}
