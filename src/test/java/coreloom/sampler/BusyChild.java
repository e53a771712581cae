package coreloom.sampler;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Two busy threads and two that sleep, until standard input ends; says "ready" once all of them run. Ends by itself after a minute. */
final class BusyChild {
    private static final long MOST_NANOS = 60_000_000_000L;

    private BusyChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        CountDownLatch started = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            boolean busy = i < 2;
            Thread thread = new Thread(() -> work(started, busy), (busy ? "busy (" : "idle )") + i);
            thread.setDaemon(true);
            thread.start();
        }
        started.await();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            continue;
        }
    }

    private static void work(CountDownLatch started, boolean busy) {
        started.countDown();
        long began = System.nanoTime();
        while (System.nanoTime() - began < MOST_NANOS) {
            if (!busy) {
                LockSupport.parkNanos(MOST_NANOS);
            }
        }
        System.exit(1);
    }
}
