package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the waits that were seen on CPython 3.8 to 3.13, and what they were. */
class GilWaitRuleTest {
    private static final AddressRange LOCK = new AddressRange(0x7f0000200168L, 0x7f0000200168L + GilLayout.BYTES);
    private static final AddressRange FILE = new AddressRange(0x7f0000200000L, 0x7f0000300000L);
    private static final long HEAP = 0x55d0c0ffee00L;

    private static PythonVersion version(int minor, boolean freeThreaded) {
        return new PythonVersion(OptionalInt.of(minor), "3." + minor, freeThreaded);
    }

    /** {@code place}: how far from the lock's beginning, or {@code heap}. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # operation, timed, place,  wait
            0x89,        true,  72,     INTERPRETER_LOCK
            0x89,        true,  76,     INTERPRETER_LOCK
            0x189,       false, 160,    FORCED_SWITCH
            0x189,       false, 164,    FORCED_SWITCH
            0x80,        false, 80,     INTERPRETER_LOCK
            0x80,        true,  80,     LOCK
            0x89,        false, 72,     LOCK
            0x189,       true,  72,     LOCK
            0x189,       false, heap,   LOCK
            0x189,       true,  heap,   LOCK
            0x89,        true,  heap,   LOCK
            0x80,        false, heap,   LOCK
            0x109,       false, heap,   SHARED_LOCK
            0x109,       true,  heap,   SHARED_LOCK
            0x9,         true,  heap,   SHARED_LOCK
            0x0,         false, heap,   SHARED_LOCK
            0x86,        false, heap,   LOCK
            0x8b,        true,  heap,   LOCK
            0x8d,        true,  heap,   LOCK
            0x81,        false, 72,     NONE
            0x8a,        false, 72,     NONE
            0x84,        false, heap,   NONE
            0xff,        true,  72,     NONE
            -1,          true,  72,     NONE
            0x89,        true,  -1,     LOCK
            0x89,        true,  232,    LOCK
            """)
    void aWaitIsKnownByItsCall(String operation, boolean timed, String place, PythonWait wait) {
        long address = place.equals("heap") ? HEAP : LOCK.from() + Long.parseLong(place);
        for (int minor = 8; minor <= 14; minor++) {
            GilWaitRule rule = new GilWaitRule(version(minor, false), true, List.of(LOCK));
            assertEquals(wait, rule.matches(Integer.decode(operation), timed, address), "3." + minor);
        }
    }

    /** Where only the file is known, its variables hold the lock and maybe mutexes of what is linked with it. */
    @ParameterizedTest
    @CsvSource({"0x89, true, INTERPRETER_LOCK", "0x189, false, FORCED_SWITCH", "0x80, false, LOCK"})
    void withoutItsPlaceTheVariablesOfTheFileDecide(String operation, boolean timed, PythonWait wait) {
        GilWaitRule rule = new GilWaitRule(version(12, false), false, List.of(new AddressRange(0x1000, 0x2000), FILE));
        assertEquals(wait, rule.matches(Integer.decode(operation), timed, LOCK.from() + 72));
    }

    /** The interpreter's lock is on the heap there, where it cannot be told from others. */
    @ParameterizedTest
    @ValueSource(ints = {12, 13, 14})
    void theLockOfAnInterpreterWithItsOwnIsTakenForAnother(int minor) {
        assertEquals(PythonWait.LOCK, new GilWaitRule(version(minor, false), true, List.of(LOCK)).matches(0x89, true, HEAP));
    }

    @ParameterizedTest
    @CsvSource({"8, false, true", "11, false, true", "13, false, true", "14, false, false", "15, false, false", "13, true, false"})
    void theAddressNamesTheLockUntilWaitersPark(int minor, boolean freeThreaded, boolean names) {
        assertEquals(names, new GilWaitRule(version(minor, freeThreaded), true, List.of(LOCK)).addressNamesLock());
    }
}
