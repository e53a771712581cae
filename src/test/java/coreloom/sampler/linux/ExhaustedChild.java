package coreloom.sampler.linux;

import coreloom.sampler.Faults;
import coreloom.snapshot.ThreadTable;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Watches itself while no file can be opened any more, then its parent too, then both with files to spare; says what it saw. */
public final class ExhaustedChild {
    private static final Path PROC = Path.of("/proc");

    private final Faults faults = new Faults();
    private final ProcShared shared = ProcShared.of(PROC, faults);
    private final ThreadTable table = new ThreadTable();
    private final int self = (int) ProcessHandle.current().pid();
    private final int parent = (int) ProcessHandle.current().parent().orElseThrow().pid();

    private ExhaustedChild() {}

    public static void main(String[] arguments) throws IOException {
        new ExhaustedChild().run();
    }

    private void run() throws IOException {
        shared.lost(Outcome.READ, PROC);
        try (ProcThreads reader = new ProcThreads(shared)) {
            int[] both = {self, parent};
            read(reader, self);
            Deque<Closeable> files = everyFile();
            read(reader, self);
            read(reader, both);
            for (Closeable file : files) {
                file.close();
            }
            read(reader, both);
        }
    }

    /** Says whether its own threads and those of its parent are in the table, whether with all readings, and the faults so far. */
    private void read(ProcThreads reader, int... pids) {
        reader.read(pids, table);
        boolean whole = true;
        boolean own = false;
        boolean parents = false;
        for (int row = 0; row < table.rows(); row++) {
            own |= table.used(row) && table.pid(row) == self;
            parents |= table.used(row) && table.pid(row) == parent;
            whole &= !table.used(row) || table.knows(row, ThreadTable.ON_CPU | ThreadTable.STATE | ThreadTable.CORE);
        }
        System.out.println("own " + own + ", parent " + parents + ", whole " + whole + ", faults " + faults.total() + " " + faults.newest());
    }

    private static Deque<Closeable> everyFile() {
        Deque<Closeable> files = new ArrayDeque<>();
        while (true) {
            try {
                files.push(new FileInputStream("/dev/null"));
            } catch (IOException e) {
                return files;
            }
        }
    }
}
