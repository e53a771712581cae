package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GilLayoutTest {
    private static boolean plausible(FakeGil lock) {
        return GilLayout.PLAIN.plausible(lock.buffer(), 0);
    }

    @ParameterizedTest
    @EnumSource
    void aLockInUseLooksLikeOneWithEachLibrary(FakeGil.Library library) {
        for (GilLayout layout : GilLayout.values()) {
            ByteBuffer bytes = new FakeGil(layout, library).buffer();
            assertTrue(layout.plausible(bytes, 0), layout::name);
            assertEquals(5000, layout.intervalMicros(bytes, 0));
            assertEquals(0x7f0012345678L, layout.holder(bytes, 0));
            assertTrue(layout.held(bytes, 0));
            assertEquals(42, layout.handoffs(bytes, 0));
            assertTrue(layout.enabled(bytes, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "10000000, true", "0, false", "-1, false", "10000001, false"})
    void itsSwitchIntervalIsUpToTenSeconds(long micros, boolean plausible) {
        assertEquals(plausible, plausible(FakeGil.plain().interval(micros)));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "-1, false", "2, false"})
    void itIsHeldOrNotAndMade(int locked, boolean plausible) {
        assertEquals(plausible, plausible(FakeGil.plain().locked(locked)));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0x7f0000000008, true", "0x7f0000000001, false", "8, false", "-8, false", "0x7fffffffffffff00, false"})
    void itsHolderIsAPointerOrNone(String pointer, boolean plausible) {
        assertEquals(plausible, plausible(FakeGil.plain().holder(Long.decode(pointer))));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "9999999999, true", "-1, false", "9223372036854775807, false"})
    void itsHandoffsAreACount(long count, boolean plausible) {
        assertEquals(plausible, plausible(FakeGil.plain().handoffs(count)));
    }

    @Test
    void itsLocksLookLikeSuch() {
        assertFalse(plausible(FakeGil.plain().word(32 + 36, 0)), "a condition that was never made");
        assertFalse(plausible(FakeGil.plain().word(32 + 36, 3)), "a condition of several processes");
        assertFalse(plausible(FakeGil.plain().word(120 + 36, -6)), "more waiters than there are threads");
        assertFalse(plausible(FakeGil.plain().word(80, 3)), "a mutex in no known state");
        assertFalse(plausible(FakeGil.plain().word(80 + 16, 1)), "a recursive mutex");
        assertFalse(plausible(FakeGil.plain().word(168 + 24, 1)), "a robust mutex");
    }

    @Test
    void aFreeThreadedOneMayBeOff() {
        FakeGil off = new FakeGil(GilLayout.FREE_THREADED, FakeGil.Library.GLIBC).enabled(0);
        assertTrue(GilLayout.FREE_THREADED.plausible(off.buffer(), 0));
        assertFalse(GilLayout.FREE_THREADED.enabled(off.buffer(), 0));
        assertFalse(GilLayout.FREE_THREADED.plausible(off.enabled(-1).buffer(), 0));
    }

    @Test
    void whatReachesBeyondTheBytesIsNone() {
        ByteBuffer bytes = FakeGil.plain().buffer();
        assertTrue(GilLayout.PLAIN.plausible(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).limit(208), 0));
        for (int limit = 0; limit < 208; limit++) {
            assertFalse(GilLayout.PLAIN.plausible(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).limit(limit), 0), "cut at " + limit);
        }
    }

    @Test
    void zerosAndNoiseAreNone() {
        long seed = System.nanoTime();
        System.out.println("GilLayoutTest seed " + seed);
        Random random = new Random(seed);
        byte[] noise = new byte[1 << 16];
        ByteBuffer bytes = ByteBuffer.wrap(noise).order(ByteOrder.LITTLE_ENDIAN);
        for (int round = 0; round < 8; round++) {
            for (int at = 0; at < noise.length; at += 8) {
                assertFalse(GilLayout.PLAIN.plausible(bytes, at) || GilLayout.FREE_THREADED.plausible(bytes, at), "at " + at);
            }
            random.nextBytes(noise);
        }
    }
}
