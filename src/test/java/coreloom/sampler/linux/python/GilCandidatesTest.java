package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GilCandidatesTest {
    private final FakeRuntime runtime = new FakeRuntime(4096);

    private GilCandidates candidates(long... offsets) throws IOException {
        LongStream.of(offsets).forEach(offset -> runtime.lock((int) offset, FakeGil.plain()));
        List<GilPlace> places = LongStream.of(offsets).mapToObj(offset -> new GilPlace(FakeRuntime.FROM + offset, GilLayout.PLAIN, 0))
                .toList();
        return new GilCandidates(runtime.memory(), places);
    }

    private static long offset(GilCell cell) {
        return cell.place().address() - FakeRuntime.FROM;
    }

    @Test
    void aPlaceAloneIsTheLock() throws IOException {
        assertEquals(512, offset(candidates(512).settle()));
    }

    @Test
    void noneIsNone() throws IOException {
        assertEquals(0, candidates().count());
        assertNull(candidates().settle());
    }

    @Test
    void ofSeveralItIsTheOneThatAloneCounts() throws IOException {
        GilCandidates several = candidates(0, 512, 1024);
        assertNull(several.settle());
        runtime.lock(512, FakeGil.plain().handoffs(43));
        assertEquals(512, offset(several.settle()));
    }

    @Test
    void severalThatCountAreNotBelieved() throws IOException {
        GilCandidates several = candidates(0, 512);
        runtime.lock(0, FakeGil.plain().handoffs(43)).lock(512, FakeGil.plain().handoffs(44));
        assertNull(several.settle());
        assertEquals(2, several.count());
    }

    @Test
    void whatBecomesImpossibleOrCountsBackFallsAway() throws IOException {
        GilCandidates several = candidates(0, 512, 1024);
        runtime.lock(0, FakeGil.plain().interval(0)).lock(1024, FakeGil.plain().handoffs(41));
        assertNull(several.settle());
        assertEquals(1, several.count());
        assertEquals(512, offset(several.settle()));
    }
}
