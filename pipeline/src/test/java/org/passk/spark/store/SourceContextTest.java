package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.passk.format.CollectingSink;
import org.passk.format.JsonLinesReader;
import org.passk.format.PasskJsonl;
import org.passk.format.RecordFields;
import org.passk.model.Run;

class SourceContextTest {
    private static final SourceContext NOTHING = new SourceContext(0, "", "", "", Double.NaN, Double.NaN, -1, -1, -1);
    private static final SourceContext ALL = new SourceContext(0, "file-m", "file-b", "file-p", 1, 0.5, 10, 3, 20);

    private static RecordFields fields(String more) throws IOException {
        CollectingSink sink = new CollectingSink();
        byte[] line = ("{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"t\"" + more + "}")
                .getBytes(StandardCharsets.UTF_8);
        new JsonLinesReader(new PasskJsonl(), CollectingSink.WIDE_LIMITS, 10)
                .read(new ByteArrayInputStream(line), 0, line.length, sink);
        return sink.samples().get(0).fields();
    }

    @Test
    void whatTheRecordSaysGoesBeforeTheFile() throws IOException {
        RecordFields fields = fields(",\"model\":\"m\",\"benchmark\":\"b\",\"prompt_kind\":\"p\",\"temperature\":0,"
                + "\"top_p\":0,\"max_tokens\":0,\"seed\":0,\"step\":0");
        assertThat(ALL.modelOf(fields)).isEqualTo("m");
        assertThat(ALL.benchmarkOf(fields)).isEqualTo("b");
        assertThat(ALL.sourceOf(fields)).isEqualTo("seed=0");
        assertThat(ALL.runOf(fields, "m", 99)).isEqualTo(new Run("m", 0, "p", 0, 0, 0));
    }

    @Test
    void whatTheRecordLeavesOutComesFromTheFileThenFromTheModel() throws IOException {
        RecordFields fields = fields("");
        assertThat(ALL.modelOf(fields)).isEqualTo("file-m");
        assertThat(ALL.benchmarkOf(fields)).isEqualTo("file-b");
        assertThat(ALL.sourceOf(fields)).isEqualTo("seed=3");
        assertThat(ALL.runOf(fields, "x", 99)).isEqualTo(new Run("x", 20, "file-p", 1, 0.5, 10));
        assertThat(NOTHING.runOf(fields, "x", 99)).isEqualTo(new Run("x", 99, "", Double.NaN, Double.NaN, -1));
        assertThat(NOTHING.sourceOf(fields)).isEmpty();
        assertThat(NOTHING.modelOf(fields)).isEmpty();
    }

    @Test
    void hadoopSettingsTravel() throws IOException, ClassNotFoundException {
        Configuration conf = new Configuration(false);
        conf.set("fs.example", "é");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HadoopSettings(conf));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            HadoopSettings travelled = (HadoopSettings) in.readObject();
            assertThat(travelled.configuration().get("fs.example")).isEqualTo("é");
            assertThat(travelled.configuration().get("fs.defaultFS")).isNull();
        }
    }
}
