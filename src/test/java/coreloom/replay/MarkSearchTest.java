package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.recording.SessionBytes;
import coreloom.snapshot.Host;
import coreloom.snapshot.Marker;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks are found wherever they are in a session, in small portions and without playing it. */
class MarkSearchTest {
    private static final Host HOST = new Host("host", "Linux", "Java 17", 2, List.of());
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private final List<Snapshot> written = ScriptedSource.cores(2).lasting(600)
            .at(0, machine -> machine.thread(1, 2, "\"markers\":[{}]").onCpu(0.3)).all();
    private List<byte[]> lines;

    private void mark(int at, Marker.Kind kind, String text) {
        Snapshot snapshot = written.get(at);
        snapshot.markers(List.of(new Marker(kind, snapshot.monotonicNanos(), text)));
    }

    @BeforeEach
    void record() {
        mark(3, Marker.Kind.LANE_STARTED, "gil");
        mark(40, Marker.Kind.NOTE, "here \"markers\":");
        mark(200, Marker.Kind.NOTE, "hit");
        mark(300, Marker.Kind.LANE_STARTED, "gil");
        mark(599, Marker.Kind.NOTE, "late");
        lines = SessionBytes.lines(HOST, written);
    }

    private static List<String> texts(MarkSearch search) {
        return search.found().stream().map(Marker::text).toList();
    }

    private static MarkSearch searched(Path... files) throws Exception {
        try (ReplaySource source = ReplaySource.open(List.of(files))) {
            MarkSearch search = source.marks().orElseThrow();
            search.goOn(() -> true);
            assertTrue(search.whole());
            return search;
        }
    }

    private Path file(String name, List<byte[]> content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
            out.write(SessionBytes.joined(content));
        }
        return file;
    }

    @Test
    void ofAllOfThemTheFirstOfThoseThatSayTheSame() throws Exception {
        List<String> all = List.of("gil", "here \"markers\":", "hit", "late");
        for (String name : List.of("run.jsonl", "run.jsonl.gz")) {
            try (MarkSearch search = searched(file(name, lines))) {
                assertEquals(all, texts(search));
                assertEquals(written.get(3).monotonicNanos(), search.found().get(0).monotonicNanos());
                assertEquals(599 * SECOND, search.searchedNanos());
            }
        }
        List<byte[]> second = new ArrayList<>(lines.subList(241, lines.size()));
        second.add(0, lines.get(0));
        try (MarkSearch search = searched(file("run-0002.jsonl", second), file("run-0001.jsonl", lines.subList(0, 241)))) {
            assertEquals(all, texts(search));
        }
    }

    @Test
    void aMarkOfADamagedLineIsNone() throws Exception {
        byte[] hit = lines.get(1 + 200);
        hit[new String(hit, StandardCharsets.UTF_8).indexOf("\"hit\"") + 1] = 'b';
        try (MarkSearch search = searched(file("run.jsonl", lines))) {
            assertEquals(List.of("gil", "here \"markers\":", "late"), texts(search));
        }
    }

    @Test
    void itGoesAsFarAsItIsLetAndOnFromThere() throws Exception {
        try (ReplaySource source = ReplaySource.open(file("run.jsonl", lines)); MarkSearch search = source.marks().orElseThrow()) {
            int portions = 0;
            long before = 0;
            do {
                AtomicInteger chunks = new AtomicInteger(1);
                search.goOn(() -> chunks.getAndDecrement() > 0);
                assertTrue(search.whole() || search.searchedNanos() > before, "portion " + portions);
                before = search.searchedNanos();
                portions++;
            } while (!search.whole());
            assertTrue(portions > 3, portions + " portions");
            assertEquals(4, search.found().size());
            assertTrue(source.read(new Snapshot()), "it is played from its beginning all the same");
        }
    }

    @Test
    void whatHasBeenWrittenSinceIsSearchedToo() throws Exception {
        byte[] all = SessionBytes.joined(lines);
        Path file = Files.write(folder.resolve("run.jsonl"), Arrays.copyOf(all, all.length / 2 + 100));
        try (ReplaySource source = ReplaySource.open(file); MarkSearch search = source.marks().orElseThrow()) {
            search.goOn(() -> true);
            assertFalse(texts(search).contains("late"));
            Files.write(file, Arrays.copyOfRange(all, all.length / 2 + 100, all.length), StandardOpenOption.APPEND);
            search.goOn(() -> true);
            assertTrue(texts(search).contains("late"));
        }
    }

    @Test
    void aStreamCannotBeSearched() throws Exception {
        try (ReplaySource source = ReplaySource.of("standard input", new ByteArrayInputStream(SessionBytes.joined(lines)))) {
            assertTrue(source.marks().isEmpty());
        }
    }
}
