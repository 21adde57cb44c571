package org.passk.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDataTest {
    @Test
    void theCsvQuotesTextAndLeavesNumbersUnrounded() {
        assertThat(Reports.text(new ReportData(Reports.small())::csv)).isEqualTo("""
                        metric,run,run_id,base_run,base_run_id,benchmark,slice,k,x,estimate,upper_undecided,standard_error,low,high,level,method,target,problems,samples,min_n,max_n,flags
                        "pass@k","base ""seven"", cold","b0","","","sums","",1,,0.3333333333333333,0.3333333333333333,0.125,0.08333333333333331,0.5833333333333333,0.95,"paired_t","population",3,11,3,4,""
                        "pass@k","base ""seven"", cold","b0","","","sums","",4,,0.9996,0.9996,,,,,"","population",3,11,3,4,"subset"
                        "pass@k","rl step=150","r1","","","sums","",1,,0.5,0.5,1.0E-7,0.25,0.75,0.95,"paired_t","population",3,11,3,4,""
                        "delta_se","rl step=150","r1","base ""seven"", cold","b0","sums","",2,,-0.25,-0.25,0.0625,-0.5,0.0,0.95,"paired_t","population",3,11,3,4,"headline"
                        """);
    }

    @Test
    void theJsonHoldsRunsMetricsAndSources() throws IOException {
        String text = Reports.text(new ReportData(Reports.small())::json);
        assertThat(text).endsWith("}\n").doesNotContain("\r");
        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json.get("study").textValue()).isEqualTo("small");
        assertThat(json.get("records_read").longValue()).isEqualTo(3612);
        assertThat(json.get("verdicts").longValue()).isEqualTo(3611);
        assertThat(json.get("quarantined").longValue()).isEqualTo(1);
        assertThat(json.at("/runs/0/run").textValue()).isEqualTo("base \"seven\", cold");
        assertThat(json.at("/runs/0/missing").longValue()).isEqualTo(2);
        assertThat(json.at("/runs/1/missing").isNull()).isTrue();
        assertThat(json.at("/runs/1/problems_in_benchmark").isNull()).isTrue();
        assertThat(json.at("/runs/1/correct").longValue()).isEqualTo(1801);
        assertThat(json.at("/metrics/0/estimate").doubleValue()).isEqualTo(1 / 3.0);
        assertThat(json.at("/metrics/1/standard_error").isNull()).isTrue();
        assertThat(json.at("/metrics/1/low").isNull()).isTrue();
        assertThat(json.at("/metrics/1/x").isNull()).isTrue();
        assertThat(json.at("/metrics/3/base_run_id").textValue()).isEqualTo("b0");
        assertThat(json.at("/metrics/3/low").doubleValue()).isEqualTo(-0.5);
        assertThat(json.at("/metrics/3/target").textValue()).isEqualTo("population");
        assertThat(json.at("/sources/0/rejects/0/message").textValue()).isEqualTo("Unexpected \"end\"");
        assertThat(json.at("/sources/1/rejects").isEmpty()).isTrue();
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(Reports.text(new ReportData(Reports.small())::json))
                .isEqualTo(Reports.text(new ReportData(Reports.small())::json));
    }

    // 2e23 is the example of JDK-4511638: before Java 19 Double.toString wrote some doubles longer than needed.
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1, 1.0", "0, 0.0", "2e-3, 0.002", "2.2e-5, 2.2E-5", "1e-300, 1.0E-300", "2e23, 2.0E23"})
    void aDoubleIsTheShortestDecimalThatReadsBackAsItself(double value, String text) {
        assertThat(Numbers.exact(value)).isEqualTo(text);
    }

    @Test
    void everyDoubleReadsBackAsItself() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextDouble();
            String text = Numbers.exact(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length());
        }
    }
}
