package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles that we ship. */
class ShippedProfilesTest {
    private static final Path FOLDER = Path.of("profiles");
    private static final int CORES = 3;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void loadsAndBeginsWithCommentOnWhatItShows(Path file) throws Exception {
        Profile profile = new ProfileReader(CORES).read(file);
        assertFalse(profile.title().equals(profile.name()), "has a title");
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).startsWith("# "), "begins with a comment");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("# What to look for:")), "says what to look for");
    }

    @Test
    void areInTheOrderOfTheHotkeysWithTheirLanes() {
        ProfileShelf shelf = new ProfileShelf(FOLDER, new ProfileReader(CORES));
        shelf.refresh();
        assertEquals(List.of(), shelf.troubles());
        assertEquals(List.of("cpu: threads processes gil gil-processes", "io: threads processes gil gil-processes",
                "lock: threads locked-short locked-long", "gil: gil", "refcount: plain locked atomic biased",
                "pool: processes gil-processes gil-pool one-unit-calls", "asyncio: gil asyncio asyncio-io asyncio-sleep",
                "free-threaded: own-gil own-free-threaded own-processes shared-gil shared-free-threaded shared-processes collect-gil "
                        + "collect-free-threaded", "collect: garbage live live-free-threaded",
                "cpython: gil cpython-threads gil-processes cpython-processes",
                "striped: locked striped threads", "subinterpreters: own shared-3.13 shared-3.12 gil", "virtual: threads virtual"),
                shelf.profiles().stream().map(ShippedProfilesTest::outline).toList());
    }

    private static String outline(Profile profile) {
        return profile.name() + ": " + profile.lanes().stream().map(LanePlan::name).collect(Collectors.joining(" "));
    }

    @Test
    void cpuUsesAllUsableCoresAndGilRunsUntilStopped() throws Refusal {
        ProfileReader reader = new ProfileReader(CORES);
        assertEquals(CORES, reader.read(FOLDER.resolve("cpu.toml")).lanes().get(0).workers());
        LanePlan gil = reader.read(FOLDER.resolve("gil.toml")).lanes().get(0);
        assertEquals(4, gil.workers());
        assertEquals(0, gil.durationNanos());
    }
}
