package coreloom.telemetry;

import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * What a program of any language tells by lines that it appends to a file (docs/line-protocol.md, {@link ProtocolLine}): who its workers are, that
 * they are ready, and how many units each has completed. Every reading goes on where the last one ended; a program that tells nothing, or
 * nonsense, or half a line, keeps nobody waiting. Its waits are not told.
 *
 * <p>A long file is emptied once it was read: a line that comes in between is lost, and the worker's next one makes up for it, as totals are
 * cumulative. Used by one thread, which must never be interrupted, as that would close the file.
 */
public final class TelemetryLines implements Telemetry, AutoCloseable {
    /** Largest number of a worker. */
    static final int MAX_NUMBER = 4095;
    private static final long LONG_FILE_BYTES = 1 << 20;
    /** More than this at once is nothing that workers tell: it is not read. */
    private static final long FLOOD_BYTES = 4 << 20;
    private static final int SHOWN = 60;

    private final FileChannel channel;
    private final long longFileBytes;
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
    private final ProtocolLine line = new ProtocolLine();
    private final WholeLines lines = new WholeLines(new WholeLines.Sink() {
        @Override
        public void line(byte[] bytes, int from, int to) {
            take(bytes, from, to);
        }

        @Override
        public void tooLong() {
            misunderstand("a line of more than " + WholeLines.LONGEST + " bytes");
        }
    });
    private final int program;
    private long offset;
    private Stage stage = Stage.WARMING_UP;
    private int workers;
    private boolean[] known = new boolean[0];
    private long[] units = new long[0];
    private int[] pids = new int[0];
    private int[] tids = new int[0];
    private long misunderstood;
    private String newest = "";

    private TelemetryLines(FileChannel channel, int program, long longFileBytes) {
        this.channel = channel;
        this.program = program;
        this.longFileBytes = longFileBytes;
    }

    /**
     * Reads that file from its beginning.
     *
     * @param program process id of the program: that of workers that tell none
     * @throws IOException when there is no such file, or it may not be read and written
     */
    public static TelemetryLines open(Path file, int program) throws IOException {
        return open(file, program, LONG_FILE_BYTES);
    }

    static TelemetryLines open(Path file, int program, long longFileBytes) throws IOException {
        return new TelemetryLines(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE), program, longFileBytes);
    }

    /** Always: a program that has begun may tell at any time. */
    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public Stage stage() {
        refresh();
        return stage;
    }

    @Override
    public void read(WorkerTable table, int laneId, int firstNumber, long now) {
        refresh();
        for (int i = 0; i < workers; i++) {
            if (known[i]) {
                int row = table.add(laneId, firstNumber + i, pids[i], tids[i]);
                table.unitsOnly(row);
                table.count(row, Count.UNITS, units[i]);
            }
        }
    }

    /** Reads what was appended since. */
    public void refresh() {
        try {
            long size = channel.size();
            if (size < offset) {
                startOver();
            }
            if (size - offset > FLOOD_BYTES) {
                misunderstand("more than " + (FLOOD_BYTES >> 20) + " MiB at once");
                empty();
            }
            while (offset < size && readOn()) {
                continue;
            }
            if (offset > longFileBytes && stage != Stage.WARMING_UP) {
                empty();
            }
        } catch (IOException closed) {
            return; // what was read so far stands
        }
    }

    private void empty() throws IOException {
        channel.truncate(0);
        startOver();
    }

    private void startOver() {
        offset = 0;
        lines.forget();
    }

    private boolean readOn() throws IOException {
        int count = channel.read(buffer.clear(), offset);
        if (count > 0) {
            offset += count;
            lines.take(buffer.array(), 0, count);
        }
        return count > 0;
    }

    private void take(byte[] bytes, int from, int to) {
        if (!line.parse(bytes, from, to) || !obey()) {
            misunderstand(new String(bytes, from, Math.min(to - from, SHOWN), StandardCharsets.UTF_8));
        }
    }

    private boolean obey() {
        return switch (line.word()) {
            case WORKER -> introduce(line.number(0), line.number(1), line.number(2));
            case UNITS -> count(line.number(0), line.number(1));
            case READY -> {
                stage = stage == Stage.WARMING_UP ? Stage.READY : stage;
                yield true;
            }
        };
    }

    private boolean introduce(long number, long pid, long tid) {
        if (number > MAX_NUMBER || pid < 1 || pid > Integer.MAX_VALUE || tid > Integer.MAX_VALUE) {
            return false;
        }
        meet((int) number);
        boolean another = pids[(int) number] != pid;
        pids[(int) number] = (int) pid;
        tids[(int) number] = (int) tid;
        units[(int) number] = another ? 0 : units[(int) number];
        return true;
    }

    /** A total that falls is none: whoever counts on would count backwards. */
    private boolean count(long number, long total) {
        if (number > MAX_NUMBER || number < workers && known[(int) number] && total < units[(int) number]) {
            return false;
        }
        meet((int) number);
        units[(int) number] = total;
        stage = stage == Stage.WARMING_UP ? Stage.RUNNING : stage;
        return true;
    }

    private void meet(int number) {
        if (number >= known.length) {
            int capacity = Math.max(8, (number + 1) * 2);
            known = Arrays.copyOf(known, capacity);
            units = Arrays.copyOf(units, capacity);
            pids = Arrays.copyOf(pids, capacity);
            tids = Arrays.copyOf(tids, capacity);
        }
        if (!known[number]) {
            known[number] = true;
            pids[number] = program;
        }
        workers = Math.max(workers, number + 1);
    }

    private void misunderstand(String what) {
        misunderstood++;
        newest = what;
    }

    /** Number of lines so far that were none of the protocol. */
    public long misunderstood() {
        return misunderstood;
    }

    /** The beginning of the newest of them, as it was; may hold any character. */
    public String newestMisunderstood() {
        return newest;
    }

    /** Gives the file back; what was read stands. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            return;
        }
    }
}
