package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnStatTest {
    @Test
    void turnsTicksIntoNanos(@TempDir Path root) {
        new FakeProc(root).write("self/stat", FakeProc.stat(1, "java", 'S', 25, 9, 5, 0));
        try (OwnStat own = new OwnStat(root, new Faults())) {
            assertEquals(250_000_000, own.nanos());
        }
    }

    @Test
    void keepsTheLastNumberAndCountsWhenAReadingFails(@TempDir Path root) {
        FakeProc proc = new FakeProc(root).write("self/stat", FakeProc.stat(1, "java", 'S', 25, 9, 5, 0));
        Faults faults = new Faults();
        try (OwnStat own = new OwnStat(root, faults)) {
            own.nanos();
            proc.write("self/stat", "");
            assertEquals(250_000_000, own.nanos());
            assertEquals(1, faults.count(Fault.OWN_CPU_UNREADABLE));
            proc.write("self/stat", FakeProc.stat(1, "java", 'S', 26, 9, 5, 0));
            assertEquals(260_000_000, own.nanos());
        }
    }

    @Test
    void theTickComesFromTheAuxiliaryVector() {
        assertEquals(1024, ClockTicks.perSecond(vector(33, 7, 17, 1024, 0, 0), true));
        assertEquals(100, ClockTicks.perSecond(vector(33, 7, 0, 0, 17, 1024), true));
        assertEquals(100, ClockTicks.perSecond(vector(17, 0), true));
        assertEquals(100, ClockTicks.perSecond(new byte[3], true));
        ByteBuffer narrow = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putInt(17).putInt(250);
        assertEquals(250, ClockTicks.perSecond(narrow.array(), false));
    }

    private static byte[] vector(long... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 8).order(ByteOrder.nativeOrder());
        for (long word : words) {
            bytes.putLong(word);
        }
        return bytes.array();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Max open files            20000                20000                files     |20000",
        "Max open files            unlimited            unlimited            files     |2147483647",
        "Max open files            ?|1024",
        "Max processes 5 5|1024"})
    void theLimitOnOpenFilesIsTheSoftOne(String line, int limit) {
        assertEquals(limit, OpenFiles.limit("Limit  Soft Limit  Hard Limit  Units\n" + line + "\nMax locked memory 1 1 bytes\n"));
    }

    @Test
    void theBudgetLeavesFilesToTheRestOfTheMonitor(@TempDir Path root) {
        OpenFiles files = OpenFiles.ofThisProcess(root);
        int taken = 0;
        while (files.take()) {
            taken++;
        }
        assertTrue(taken > 0 && taken < 1024, "took " + taken + " of 1024");
    }
}
