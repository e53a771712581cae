package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.sampler.ThreadRows;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one thread waits for, from its files; numbers are those of x86-64. */
class WaitReadingTest {
    private static final int PID = 40;
    private static final int TID = 41;
    private static final String STACK = " 0x7f10d3bfec60 0x7f10d489c117\n";

    private final Faults faults = new Faults();
    private FakeProc proc;
    private WaitFiles files;
    private WaitReading reading;

    @BeforeEach
    void oneThread(@TempDir Path root) {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the system calls of these lines are numbered as on x86-64");
        proc = new FakeProc(root).process(PID, 2, 500).thread(PID, TID, "worker", 'S', 5_000);
        ProcShared shared = new ProcShared(root, new ProcLines(), new OpenFiles(10), new ThreadRows(), faults, 10_000_000, ProcessClock.NONE);
        Path task = root.resolve(PID + "/task/" + TID);
        files = new WaitFiles(task, new ProcFile(task.resolve("stat"), new OpenFiles(10)), new OpenFiles(10));
        reading = new WaitReading(shared);
    }

    private boolean read() {
        return reading.read(files, null, tid -> tid == PID);
    }

    private void call(String text) {
        proc.write(PID + "/task/" + TID + "/syscall", text);
    }

    private void state(char state) {
        proc.thread(PID, TID, "worker", state, 5_000);
    }

    private void channel(String name) {
        proc.write(PID + "/task/" + TID + "/wchan", name);
    }

    @ParameterizedTest
    @CsvSource({"7, S, IO", "45, S, IO", "43, S, IO", "232, S, IO", "426, S, IO", "35, S, SLEEP", "230, S, SLEEP", "61, S, CHILD", "247, S, CHILD",
        "74, D, DISK", "75, S, DISK", "0, S, IO", "0, D, DISK", "257, D, DISK", "34, S, OTHER", "34, D, DISK", "73, S, LOCK", "449, S, LOCK", "455, S, LOCK",
        "1000000, S, OTHER"})
    void tellsByTheCallAndTheState(int number, char state, WaitKind expected) {
        state(state);
        call(number + " 0x3 0x0 0x0 0x0 0x0 0x0" + STACK);
        assertTrue(read());
        assertEquals(expected, reading.kind());
    }

    @Test
    void aFutexNamesItsLock() {
        call("202 0x7f10d4c6a148 0x80 0x2 0x0 0x0 0x0" + STACK);
        assertTrue(read());
        assertEquals(WaitKind.LOCK, reading.kind());
        assertEquals(0x7f10d4c6a148L, reading.lockAddress());
    }

    /** Operation, what it expects of the word, deadline. */
    @ParameterizedTest
    @CsvSource({"0x80, 0x2, 0x0, LOCK", "0x0, 0x2, 0x0, LOCK", "0x80, 0xffffffff, 0x0, LOCK", "0x86, 0x0, 0x0, LOCK", "0x8d, 0x0, 0x0, LOCK",
        "0x89, 0x2, 0x0, LOCK", "0x189, 0x2, 0x0, NONE", "0x89, 0x2, 0x7f0012345678, NONE", "0x189, 0x3, 0x0, NONE", "0x89, 0xffffffff, 0x0, NONE",
        "0x80, 0x0, 0x0, NONE", "0x80, 0x1, 0x0, NONE", "0x80, 0x80000029, 0x0, NONE", "0x80, 0x68, 0x0, CONDITION", "0x189, 0x0, 0x0, CONDITION",
        "0x89, 0x0, 0x7f0012345678, CONDITION", "0x189, 0x28, 0x0, CONDITION", "0x8b, 0x0, 0x0, CONDITION"})
    void aFutexTellsWhetherItsWordIsOfALock(String operation, String expects, String deadline, LockSign sign) {
        call("202 0x7f10d4c6a148 " + operation + " " + expects + " " + deadline + " 0x0 0x0" + STACK);
        assertTrue(read());
        assertEquals(WaitKind.LOCK, reading.kind());
        assertEquals(sign, reading.lockSign());
        assertEquals(0x7f10d4c6a148L, reading.lockAddress());
    }

    /** As timeout(1) and shells wait for what they have started. */
    @ParameterizedTest
    @CsvSource({"34", "128", "130"})
    void whoHasChildrenWaitsForThemWhenItWaitsForASignal(int number) {
        call(number + " 0x3 0x0 0x0 0x0 0x0 0x0" + STACK);
        assertTrue(read());
        assertEquals(WaitKind.OTHER, reading.kind());
        proc.write(PID + "/task/" + TID + "/children", "");
        assertTrue(read());
        assertEquals(WaitKind.OTHER, reading.kind());
        proc.write(PID + "/task/" + TID + "/children", "77 78 ");
        assertTrue(read());
        assertEquals(WaitKind.CHILD, reading.kind());
    }

    @Test
    void awaitingTheEndOfAThreadIsNoLock() {
        call("202 0x7f10d4c6a148 0x109 0x28 0x0 0x0 0xffffffff" + STACK);
        assertTrue(read());
        assertEquals(WaitKind.CHILD, reading.kind());
        assertEquals(0, reading.lockAddress());
    }

    @Test
    void aFileLockIsALock() {
        call("72 0x3 0x7 0x0 0x0 0x0 0x0" + STACK);
        assertTrue(read());
        assertEquals(WaitKind.LOCK, reading.kind());
    }

    @Test
    void aThreadThatRunsWaitsForNothing() {
        call("running\n");
        assertTrue(read());
        assertNull(reading.kind());
    }

    @Test
    void aPageFaultFromDiskIsTheDisk() {
        state('D');
        call("-1 0x7ffd1c9e3a08 0x55d0c2f0a1b0\n");
        assertTrue(read());
        assertEquals(WaitKind.DISK, reading.kind());
    }

    @Test
    void theNumbersOfA32BitProgramAreNotGuessed() {
        call("7 0x804a024 0x80 0x2 0x0 0x0 0x0 0xffb4e0f0 0xf7f0d549\n");
        assertTrue(read());
        assertEquals(WaitKind.OTHER, reading.kind());
    }

    @ParameterizedTest
    @CsvSource({"futex_do_wait, S, LOCK", "hrtimer_nanosleep, S, SLEEP", "do_poll.constprop.0, S, IO", "do_wait, S, CHILD", "folio_wait_bit, D, DISK",
        "something_new, S, OTHER", "something_new, D, DISK", "futex_do_wait, T, OTHER"})
    void withoutTheCallTheChannelTells(String name, char state, WaitKind expected) {
        state(state);
        channel(name);
        assertTrue(readTwice());
        assertEquals(expected, reading.kind());
        assertEquals(1, faults.count(Fault.WAITS_ROUGH));
    }

    @ParameterizedTest
    @CsvSource({"0", "''"})
    void withoutCallAndChannelNothingIsSaid(String name) {
        channel(name);
        assertFalse(readTwice());
        assertNull(reading.kind());
    }

    /** The first reading finds that the call is not told. */
    private boolean readTwice() {
        read();
        return read();
    }

    @ParameterizedTest
    @CsvSource({"R", "Z", "X"})
    void withoutTheCallAThreadThatIsNotBlockedWaitsForNothing(char state) {
        state(state);
        channel("futex_do_wait");
        assertTrue(readTwice());
        assertNull(reading.kind());
    }

    @Test
    void aLineThatIsNotUnderstoodIsCountedAndTheChannelTells() {
        call("gibberish \u001b[31m\n");
        channel("do_poll");
        assertTrue(read());
        assertEquals(WaitKind.IO, reading.kind());
        assertEquals(1, faults.count(Fault.UNCLEAR_LINE));
    }

    @Test
    void nothingIsSaidOfAThreadThatHasGone() {
        proc.remove(PID + "/task/" + TID);
        assertFalse(read());
        assertEquals(0, faults.total());
    }

    @Test
    void everyChannelWordIsComparedInFullBytes() {
        byte[] text = "fute".getBytes(StandardCharsets.US_ASCII);
        assertEquals(WaitKind.OTHER, WaitChannel.parse(text, text.length));
        assertEquals(WaitKind.OTHER, WaitChannel.parse(new byte[0], 0));
    }

    @Test
    void bothArchitecturesTellAlike() {
        assertEquals(Awaited.FUTEX, SystemCalls.of("amd64").of(202));
        assertEquals(Awaited.FUTEX, SystemCalls.of("aarch64").of(98));
        assertEquals(Awaited.TIME, SystemCalls.of("aarch64").of(115));
        assertEquals(Awaited.CHILD, SystemCalls.of("aarch64").of(260));
        assertEquals(Awaited.OTHER, SystemCalls.of("riscv64").of(98));
        assertEquals(Awaited.IO, SystemCalls.of("riscv64").of(426));
    }

    @Test
    void aCallThatCouldNotBeOpenedForWantOfFilesIsTriedAgain() throws IOException {
        Path call = proc.root().resolve(PID + "/task/" + TID + "/syscall");
        try (ServerSocketChannel unopenable = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            unopenable.bind(UnixDomainSocketAddress.of(call));
            assertFalse(read());
        }
        assertEquals(1, faults.count(Fault.FILES_EXHAUSTED), faults::newest);
        assertEquals(0, faults.count(Fault.WAITS_ROUGH));
        Files.delete(call);
        call("230 0x3 0x0 0x0 0x0 0x0 0x0" + STACK);
        assertTrue(read());
        assertEquals(WaitKind.SLEEP, reading.kind());
    }
}
