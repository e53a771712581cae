package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GilCellTest {
    private final FakeRuntime runtime = new FakeRuntime(4096);

    private GilCell cell(int tidOffset) {
        return new GilCell(runtime.memory(), new GilPlace(FakeRuntime.FROM, GilLayout.PLAIN, tidOffset));
    }

    @Test
    void followsTheFields() throws IOException {
        GilCell cell = cell(0);
        assertFalse(cell.read(), "zeros are no lock");
        runtime.lock(0, FakeGil.plain());
        assertTrue(cell.read());
        assertEquals(5000, cell.intervalMicros());
        assertEquals(42, cell.handoffs());
        assertTrue(cell.held() && cell.enabled());
        runtime.lock(0, FakeGil.plain().interval(500).handoffs(43).locked(0));
        assertTrue(cell.read());
        assertEquals(500, cell.intervalMicros());
        assertFalse(cell.held());
    }

    @Test
    void theHolderIsToldByItsThreadState() throws IOException {
        runtime.lock(0, FakeGil.plain().holder(FakeRuntime.FROM + 1024)).word(1024 + 160, 4711);
        GilCell cell = cell(160);
        assertTrue(cell.read());
        assertEquals(4711, cell.readHolderTid());
        assertEquals(4711, cell.readHolderTid(), "again");
    }

    @Test
    void nobodyIsToldWhereNobodyHoldsOrItCannotBeKnown() throws IOException {
        runtime.word(1024 + 160, 4711).lock(0, FakeGil.plain().holder(FakeRuntime.FROM + 1024).locked(0));
        GilCell cell = cell(160);
        assertTrue(cell.read());
        assertEquals(0, cell.readHolderTid(), "nobody holds");
        runtime.lock(0, FakeGil.plain().holder(0));
        assertTrue(cell.read());
        assertEquals(0, cell.readHolderTid(), "nobody held");
        runtime.lock(0, FakeGil.plain().holder(FakeRuntime.FROM + 4096 - 160));
        assertTrue(cell.read());
        assertEquals(0, cell.readHolderTid(), "a thread state that cannot be read");
        GilCell old = cell(0);
        runtime.lock(0, FakeGil.plain().holder(FakeRuntime.FROM + 1024));
        assertTrue(old.read());
        assertEquals(0, old.readHolderTid(), "a version whose thread states do not tell");
    }
}
