package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.model.Run;
import org.passk.spark.store.SegmentCommit.RejectCount;
import org.passk.spark.store.SegmentCommit.RunCount;
import org.passk.spark.store.SegmentCommit.TableFile;

class SegmentStoreTest {
    @TempDir
    java.nio.file.Path folder;

    private SegmentStore open() throws IOException {
        return new SegmentStore(new Path(folder.resolve("out").toString()), new Configuration(false));
    }

    static SegmentCommit segment(String key, String path, long start) {
        Run run = new Run("m", -1, "cot", 0.6, Double.NaN, -1);
        return new SegmentCommit(
                key,
                path,
                start,
                Map.of("samples", List.of(new TableFile("segments/" + key + ".parquet", 9))),
                List.of(new RunCount(run, "b", "seed=1", 9)),
                10,
                9,
                1,
                0,
                Map.of("MALFORMED_JSON", new RejectCount(1, 77, "unexpected \"end\" é")),
                1L << 40,
                0xFFFF_FFFFL);
    }

    private java.nio.file.Path pointer(long version) {
        return folder.resolve("out/CURRENT-" + version % 2 + ".json");
    }

    /** Writes as a process does that dies: without the checksum file that Hadoop keeps beside a local file. */
    private void damage(java.nio.file.Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        Files.write(file, content);
    }

    @Test
    void aStoreThatIsNotThereIsEmptyAndWritesNothing() throws IOException {
        SegmentStore store = open();
        assertThat(store.version()).isZero();
        assertThat(store.segments()).isEmpty();
        assertThat(store.table("metrics")).isEmpty();
        assertThat(store.isFresh("metrics", "x")).isFalse();
        store.append(List.of());
        store.retain(Set.of());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatWasAppendedIsThereWhenTheStoreIsOpenedAgain() throws IOException {
        SegmentStore store = open();
        SegmentCommit a = segment("a", "f2", 0);
        SegmentCommit b = segment("b", "f1", 5);
        SegmentCommit c = segment("c", "f1", 0);
        store.append(List.of(a, b));
        store.append(List.of(c));
        SegmentStore again = open();
        for (SegmentStore each : List.of(store, again)) {
            assertThat(each.version()).isEqualTo(2);
            assertThat(each.segments()).isEqualTo(Map.of("a", a, "b", b, "c", c));
            assertThat(each.segmentsInOrder()).containsExactly(c, b, a);
        }
        assertThat(again.segmentsDigest()).isEqualTo(store.segmentsDigest()).hasSize(64);
        assertThat(again.resolve("segments/a.parquet")).isEqualTo(again.root() + "/segments/a.parquet");
    }

    @Test
    void aSegmentOfTheSameKeyTakesThePlaceOfTheOther() throws IOException {
        SegmentStore store = open();
        store.append(List.of(segment("a", "old", 0)));
        String digest = store.segmentsDigest();
        store.append(List.of(segment("a", "new", 0)));
        assertThat(open().segments()).isEqualTo(Map.of("a", segment("a", "new", 0)));
        assertThat(open().segmentsDigest()).isEqualTo(digest);
    }

    @Test
    void retainingKeepsTheNamedSegmentsInOneList() throws IOException {
        SegmentStore store = open();
        for (String key : List.of("a", "b", "c")) {
            store.append(List.of(segment(key, key, 0)));
        }
        store.retain(Set.of("a", "c"));
        assertThat(store.version()).isEqualTo(4);
        assertThat(open().segments().keySet()).containsExactlyInAnyOrder("a", "c");
        store.retain(Set.of("a", "c"));
        assertThat(open().version()).isEqualTo(4);
        store.retain(Set.of());
        assertThat(open().segments()).isEmpty();
    }

    @Test
    void tablesStandBesideEachOtherAndAreFreshForTheirBasis() throws IOException {
        SegmentStore store = open();
        store.append(List.of(segment("a", "f", 0)));
        store.publishTables(Map.of("tallies", List.of(new TableFile("t/1", 3), new TableFile("t/0", 2))), "basis 1");
        store.publishTables(Map.of("metrics", List.of(new TableFile("m/0", 1))), "basis 2");
        SegmentStore again = open();
        assertThat(again.table("tallies")).contains(List.of(again.root() + "/t/1", again.root() + "/t/0"));
        assertThat(again.isFresh("tallies", "basis 1")).isTrue();
        assertThat(again.isFresh("tallies", "basis 2")).isFalse();
        assertThat(again.isFresh("metrics", "basis 2")).isTrue();
        store.publishTables(Map.of("tallies", List.of()), "basis 3");
        assertThat(open().table("tallies")).contains(List.of());
        assertThat(open().segments()).containsOnlyKeys("a");
    }

    @Test
    void aPointerThatIsCutAnywhereLeavesTheVersionBeforeInForce() throws IOException {
        SegmentStore store = open();
        store.append(List.of(segment("a", "f", 0)));
        store.append(List.of(segment("b", "f", 1)));
        store.append(List.of(segment("c", "f", 2)));
        byte[] whole = Files.readAllBytes(pointer(3));
        for (int length = 0; length < whole.length - 2; length++) {
            damage(pointer(3), java.util.Arrays.copyOf(whole, length));
            assertThat(open().version()).as("cut at %d", length).isEqualTo(2);
            assertThat(open().segments()).containsOnlyKeys("a", "b");
        }
        byte[] flipped = whole.clone();
        flipped[100] ^= 1;
        damage(pointer(3), flipped);
        SegmentStore recovered = open();
        assertThat(recovered.version()).isEqualTo(2);
        recovered.append(List.of(segment("d", "f", 3)));
        assertThat(open().version()).isEqualTo(3);
        assertThat(open().segments()).containsOnlyKeys("a", "b", "d");
    }

    @Test
    void aPointerThatDoesNotFitItsChecksumFileIsPassedOver() throws IOException {
        SegmentStore store = open();
        store.append(List.of(segment("a", "f", 0)));
        store.append(List.of(segment("b", "f", 1)));
        // Hadoop's local file system notices the change by the checksum file beside it.
        byte[] whole = Files.readAllBytes(pointer(2));
        whole[whole.length / 2] ^= 1;
        Files.write(pointer(2), whole);
        assertThat(open().version()).isEqualTo(1);
    }

    @Test
    void theFirstPointerCutIsAnEmptyStore() throws IOException {
        open().append(List.of(segment("a", "f", 0)));
        damage(pointer(1), new byte[0]);
        assertThat(open().version()).isZero();
    }

    @Test
    void twoDamagedPointersAreNoEmptyStore() throws IOException {
        SegmentStore store = open();
        store.append(List.of(segment("a", "f", 0)));
        store.append(List.of(segment("b", "f", 1)));
        damage(pointer(1), new byte[3]);
        damage(pointer(2), new byte[0]);
        assertThatThrownBy(this::open)
                .isInstanceOf(PasskException.class)
                .hasMessageContaining("out")
                .hasMessageContaining("CURRENT-0.json and CURRENT-1.json are damaged")
                .extracting(e -> ((PasskException) e).kind())
                .isEqualTo(FaultKind.EXTERNAL);
    }

    @Test
    void aSecondWriterIsRefusedAndHarmsNothing() throws IOException {
        SegmentStore first = open();
        first.append(List.of(segment("a", "f", 0)));
        SegmentStore second = open();
        first.append(List.of(segment("b", "f", 1)));
        assertThatThrownBy(() -> second.append(List.of(segment("x", "f", 9))))
                .isInstanceOf(PasskException.class)
                .hasMessageContaining("another run is writing here")
                .hasMessageContaining("published version 2 after version 1")
                .hasMessageContaining("give each running study its own output")
                .extracting(e -> ((PasskException) e).kind())
                .isEqualTo(FaultKind.EXTERNAL);
        assertThatThrownBy(() -> second.publishTables(Map.of(), "b")).isInstanceOf(PasskException.class);
        assertThatThrownBy(() -> second.retain(Set.of())).isInstanceOf(PasskException.class);
        assertThat(second.segments()).containsOnlyKeys("a");
        assertThat(open().version()).isEqualTo(2);
        assertThat(open().segments()).containsOnlyKeys("a", "b");
    }

    @Test
    void aListThatIsDamagedIsNamed() throws IOException {
        open().append(List.of(segment("a", "f", 0)));
        java.nio.file.Path list;
        try (var files = Files.list(folder.resolve("out/versions"))) {
            list = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
        damage(list, "[{".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(this::open)
                .isInstanceOf(PasskException.class)
                .hasMessageContaining(list.getFileName().toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2})
    void aSegmentHasToAccountForEveryRecord(long quarantined) {
        assertThatThrownBy(() -> new SegmentCommit(
                        "k", "in.jsonl", 64, Map.of(), List.of(), 10, 9, quarantined, 0, Map.of(), 0, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("in.jsonl from 64: read 10 records, but 9 verdicts, 0 waiting for one, and " + quarantined
                        + " quarantined");
    }

    @Test
    void aSegmentWithFaultsIsNotFinal() {
        assertThat(segment("a", "f", 0).isFinal()).isTrue();
        assertThat(new SegmentCommit("k", "f", 0, Map.of(), List.of(), 1, 1, 0, 1, Map.of(), 0, 0).isFinal())
                .isFalse();
    }

    @Test
    void aLongRunKeepsThePointerSmallAndEverySegmentListed() throws IOException {
        SegmentStore store = open();
        for (int i = 0; i < 150; i++) {
            store.append(List.of(segment("k" + i, "in.jsonl", i)));
        }
        assertThat(open().segmentsInOrder()).isEqualTo(store.segmentsInOrder()).hasSize(150);
        String pointer = Files.readString(pointer(150));
        assertThat(pointer.split("versions/segments-", -1)).hasSizeBetween(2, 66);
    }

    @Test
    void aSegmentThatIsVerifiedAgainChangesTheDigestThatTablesDependOn() throws IOException {
        SegmentStore store = open();
        SegmentCommit faulty = segment("a", "in.jsonl", 0);
        store.append(List.of(faulty));
        String before = store.segmentsDigest();
        assertThat(open().segmentsDigest()).isEqualTo(before);
        store.append(List.of(new SegmentCommit(
                "a",
                "in.jsonl",
                0,
                Map.of("samples", List.of(new TableFile("segments/7/0-1-samples.parquet", 9))),
                faulty.runs(),
                10,
                9,
                1,
                0,
                faulty.rejects(),
                0,
                0)));
        assertThat(store.segments()).hasSize(1);
        assertThat(store.segmentsDigest()).isNotEqualTo(before);
    }
}
