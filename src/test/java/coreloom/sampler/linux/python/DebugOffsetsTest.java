package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebugOffsetsTest {
    private static final int FIRST = 632;

    private static Optional<DebugOffsets> read(FakeRuntime runtime) throws IOException {
        return DebugOffsets.read(runtime.memory(), runtime.range());
    }

    private static Optional<GilPlace> lock(FakeRuntime runtime) throws IOException {
        return read(runtime).orElseThrow().lockOfMain(runtime.memory(), runtime.range());
    }

    private static FakeRuntime runtime() {
        return new FakeRuntime(20_000).table(13, false, FIRST, 160);
    }

    @ParameterizedTest
    @CsvSource({"13, false", "13, true", "14, false", "14, true", "15, false"})
    void theTableOfEachVersionIsRead(int minor, boolean freeThreaded) throws IOException {
        assertEquals(Optional.of(new DebugOffsets(GilLayout.of(freeThreaded), FIRST, 8, 16, 24, 64, 160)),
                read(new FakeRuntime(1000).table(minor, freeThreaded, FIRST, 160)));
    }

    @Test
    void thisIsTheTableOfARelease() throws IOException {
        FakeRuntime runtime = new FakeRuntime(20_000).table(13, false, FIRST, 160);
        runtime.entry(1, 0x030d00f0).entry(6, 87_000).entry(7, 7272).entry(8, 7264).entry(14, 16).entry(15, 7752).entry(17, 7768)
                .entry(18, 7760);
        assertEquals(Optional.of(new DebugOffsets(GilLayout.PLAIN, FIRST, 7272, 7264, 16, 7752, 160)), read(runtime));
    }

    @Test
    void aTableThatDoesNotAgreeWithItselfIsNone() throws IOException {
        assertEquals(Optional.empty(), read(new FakeRuntime(1000)), "no table");
        assertEquals(Optional.empty(), read(new FakeRuntime(100)), "no room for one");
        assertEquals(Optional.empty(), read(runtime().entry(1, 0x030c01f0)), "a version that has none");
        assertEquals(Optional.empty(), read(runtime().entry(1, 0x030e00f0)), "the order of another version");
        assertEquals(Optional.empty(), read(runtime().entry(15, 72)), "another place");
        assertEquals(Optional.empty(), read(runtime().entry(6, 64)), "a lock behind the interpreter");
        assertEquals(Optional.empty(), read(runtime().entry(6, Long.MAX_VALUE)), "an interpreter larger than memory");
        assertEquals(Optional.empty(), read(runtime().entry(2, 1)), "a free-threaded build without the field");
    }

    @Test
    void offsetsBeyondBeliefAreNone() throws IOException {
        for (long offset : new long[] {-8, Long.MIN_VALUE, Long.MAX_VALUE, 1 << 24, 12}) {
            assertEquals(0, read(runtime().entry(25, offset)).orElseThrow().tid());
            assertEquals(0, read(runtime().entry(5, offset)).orElseThrow().first());
        }
    }

    @Test
    void theMainInterpreterIsFoundBehindNewerOnes() throws IOException {
        FakeRuntime runtime = runtime().word(FIRST, FakeRuntime.FROM + 8192).interpreter(8192, 2, FakeRuntime.FROM + 12288)
                .interpreter(12288, 1, FakeRuntime.FROM + 4096).interpreter(4096, 0, 0);
        assertEquals(Optional.of(new GilPlace(FakeRuntime.FROM + 4096 + 64, GilLayout.PLAIN, 160)), lock(runtime));
    }

    @Test
    void aLockThatTheMainInterpreterDoesNotUseYetIsNone() throws IOException {
        assertEquals(Optional.empty(), lock(runtime().word(FIRST, FakeRuntime.FROM + 4096).interpreter(4096, 0, 0).word(4096 + 24, 0)));
        assertEquals(Optional.empty(), lock(runtime()), "no interpreter");
    }

    @Test
    void interpretersInACircleEnd() throws IOException {
        assertEquals(Optional.empty(), lock(runtime().word(FIRST, FakeRuntime.FROM + 8192).interpreter(8192, 1, FakeRuntime.FROM + 8192)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, Long.MIN_VALUE, Long.MAX_VALUE - 7, 0x1000, FakeRuntime.FROM - 8, FakeRuntime.FROM + 19_996})
    void pointersIntoNothingEnd(long pointer) throws IOException {
        assertEquals(Optional.empty(), lock(runtime().word(FIRST, pointer)));
        assertEquals(Optional.empty(), lock(runtime().word(FIRST, FakeRuntime.FROM + 8192).interpreter(8192, 1, pointer)));
    }
}
