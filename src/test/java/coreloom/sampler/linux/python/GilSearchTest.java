package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.sampler.linux.elf.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GilSearchTest {
    private static final int WINDOW = 1 << 16;

    private static PythonVersion version(int minor) {
        return new PythonVersion(OptionalInt.of(minor), "3." + minor, false);
    }

    private static List<Long> offsets(FakeRuntime runtime, PythonVersion version) throws IOException {
        return new GilSearch(runtime.memory(), runtime.range(), version).places().stream().map(place -> place.address() - FakeRuntime.FROM)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"8, 1152, 0", "9, 352, 0", "10, 352, 0", "11, 360, 160", "12, 77432, 144", "12, 76768, 144", "13, 96104, 160"})
    void theKnownPlaceIsTriedFirst(int minor, int offset, int tid) throws IOException {
        FakeRuntime runtime = new FakeRuntime(100_000).lock(offset, FakeGil.plain()).lock(offset + 1000, FakeGil.plain());
        assertEquals(List.of(new GilPlace(FakeRuntime.FROM + offset, GilLayout.PLAIN, tid)),
                new GilSearch(runtime.memory(), runtime.range(), version(minor)).places());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 2048, WINDOW - 232, WINDOW - 8, WINDOW, WINDOW + 8, 2 * WINDOW - 8, 180_000 - 208})
    void aBuildThatKeepsItElsewhereIsSearched(int offset) throws IOException {
        FakeRuntime runtime = new FakeRuntime(180_000 + 24).lock(offset, FakeGil.plain());
        assertEquals(List.of((long) offset), offsets(runtime, version(12)));
        assertEquals(List.of((long) offset), offsets(runtime, new PythonVersion(OptionalInt.empty(), "3", false)));
    }

    @Test
    void thePlaceKnownOfAPatchLevelIsNotBelievedBlindly() throws IOException {
        assertEquals(List.of(4096L), offsets(new FakeRuntime(100_000).lock(77432, FakeGil.plain().locked(-1)).lock(4096, FakeGil.plain()),
                version(12)));
    }

    @Test
    void aLockThatIsNotMadeYetIsNowhere() throws IOException {
        assertEquals(List.of(), offsets(new FakeRuntime(1464).lock(1152, FakeGil.plain().locked(-1)), version(8)));
        assertEquals(List.of(), offsets(new FakeRuntime(1464), version(8)));
    }

    @Test
    void ofVeryManyPlacesOnlyAFewAreKept() throws IOException {
        FakeRuntime runtime = new FakeRuntime(100_000);
        for (int i = 0; i < 20; i++) {
            runtime.lock(i * 256, FakeGil.plain());
        }
        assertEquals(GilSearch.MOST_PLACES, offsets(runtime, version(14)).size());
    }

    @Test
    void memoryThatCannotBeReadHoldsNone() throws IOException {
        Bytes nothing = (at, into) -> false;
        AddressRange all = new AddressRange(FakeRuntime.FROM, FakeRuntime.FROM + 1464);
        assertEquals(List.of(), new GilSearch(nothing, all, version(13)).places());
    }

    @Test
    void aFreeThreadedBuildHasOneFieldMore() throws IOException {
        FakeRuntime runtime = new FakeRuntime(10_000).lock(512, new FakeGil(GilLayout.FREE_THREADED, FakeGil.Library.GLIBC));
        PythonVersion version = new PythonVersion(OptionalInt.of(13), "3.13", true);
        assertEquals(List.of(new GilPlace(FakeRuntime.FROM + 512, GilLayout.FREE_THREADED, 0)),
                new GilSearch(runtime.memory(), runtime.range(), version).places());
    }

    @Test
    void aBuildThatTellsThePlaceItselfIsBelievedBeforeTheList() throws IOException {
        FakeRuntime runtime = new FakeRuntime(100_000).table(13, false, 632, 168).word(632, FakeRuntime.FROM + 4096)
                .interpreter(4096, 0, 0).lock(4096 + 64, FakeGil.plain()).lock(96104, FakeGil.plain());
        assertEquals(List.of(new GilPlace(FakeRuntime.FROM + 4160, GilLayout.PLAIN, 168)),
                new GilSearch(runtime.memory(), runtime.range(), version(13)).places());
    }

    @Test
    void aTableThatLeadsAstrayIsOverruledByWhatIsFound() throws IOException {
        FakeRuntime runtime = new FakeRuntime(100_000).table(13, false, 632, 168).word(632, FakeRuntime.FROM + 4096)
                .interpreter(4096, 0, 0).lock(8000, FakeGil.plain());
        assertEquals(List.of(8000L), offsets(runtime, version(13)));
    }
}
