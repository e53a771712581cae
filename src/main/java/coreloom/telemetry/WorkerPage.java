package coreloom.telemetry;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The telemetry page as a worker process sees it: it owns the file's content and hands each of its threads a slot. */
public final class WorkerPage {
    private final MappedByteBuffer page;
    private final WorkerSlot[] slots;

    /**
     * Maps the file, makes it a complete page in stage {@link Stage#WARMING_UP} and says so by its magic.
     *
     * @param file     made by the launcher, empty or of any content
     * @param slots    one for each worker thread of this process
     * @param pid      this process
     * @throws IOException when the file cannot be mapped
     */
    public WorkerPage(Path file, int slots, long pid) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            page = channel.map(FileChannel.MapMode.READ_WRITE, 0, PageLayout.bytes(slots));
        }
        PageLayout.INT.set(page, PageLayout.AT_VERSION, PageLayout.VERSION);
        PageLayout.INT.set(page, PageLayout.AT_SLOT_BYTES, PageLayout.SLOT_BYTES);
        PageLayout.INT.set(page, PageLayout.AT_SLOTS, slots);
        PageLayout.INT.set(page, PageLayout.AT_STAGE, Stage.WARMING_UP.ordinal());
        PageLayout.putLong(page, PageLayout.AT_PID, pid);
        this.slots = new WorkerSlot[slots];
        for (int i = 0; i < slots; i++) {
            this.slots[i] = new WorkerSlot(page, PageLayout.slot(i));
        }
        PageLayout.LONG.setRelease(page, PageLayout.AT_MAGIC, PageLayout.MAGIC);
    }

    public WorkerSlot slot(int number) {
        return slots[number];
    }

    public void stage(Stage stage) {
        PageLayout.INT.setRelease(page, PageLayout.AT_STAGE, stage.ordinal());
    }
}
