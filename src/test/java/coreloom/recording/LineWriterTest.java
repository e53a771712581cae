package coreloom.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is written when, and what is synced. */
@Timeout(60)
class LineWriterTest {
    private final HandTurnedClock clock = new HandTurnedClock();
    private final Diary diary = new Diary();

    /** A sink that notes what it is asked for. */
    private static final class Diary implements LineSink {
        private final List<String> entries = new CopyOnWriteArrayList<>();
        private final CountDownLatch open = new CountDownLatch(1);
        private final CountDownLatch synced = new CountDownLatch(1);

        @Override
        public void write(JsonLine line) throws IOException {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            entries.add("line");
        }

        @Override
        public void sync() {
            entries.add("sync");
            synced.countDown();
        }

        @Override
        public void close() {
            entries.add("close");
        }
    }

    @Test
    void aSecondAfterALineItIsSyncedThoughNoOtherComes() throws InterruptedException {
        LineWriter writer = new LineWriter(diary, 4, clock);
        diary.open.countDown();
        writer.write(writer.emptyLine());
        assertTrue(diary.synced.await(20, TimeUnit.SECONDS));
        assertTrue(writer.end(20_000));
        assertEquals(List.of("line", "sync", "close"), diary.entries);
    }

    @Test
    void linesOfASecondAreSyncedTogether() {
        LineWriter writer = new LineWriter(diary, 4, clock);
        for (int i = 0; i < 4; i++) {
            writer.write(writer.emptyLine());
        }
        diary.open.countDown();
        assertTrue(writer.end(20_000));
        assertEquals(List.of("line", "line", "line", "line", "sync", "close"), diary.entries);
    }
}
