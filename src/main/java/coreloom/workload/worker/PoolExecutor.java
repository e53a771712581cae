package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The executor of a pool, after {@code concurrent.futures.process}. All of it is guarded by the parent's interpreter lock, which its
 * threads let go wherever they wait.
 *
 * <pre>
 *   main thread     submits calls ahead, takes their results in order  ──work ids──►  manager
 *   manager         work ids ──►  {@link CallQueue}, as long as it is not full;  results ──►  futures
 *   feeder          see {@link CallQueue#feed}
 * </pre>
 */
final class PoolExecutor {
    /** In the pipe of results: none, but a work id is waiting, or nothing further is to come. */
    static final long WAKE_UP = -2;

    private final Plan plan;
    private final CallQueue calls;
    private final ReadableByteChannel results;
    private final WritableByteChannel wakeUps;
    private final Bell main;
    private final Deque<Future> futures = new ArrayDeque<>();
    private final Map<Long, Future> pending = new HashMap<>();
    private final Deque<Long> workIds = new ArrayDeque<>();
    private long submitted;
    private long collected;
    private long sum;
    private boolean shutDown;

    /**
     * @param workers   pool processes
     * @param ahead     calls submitted and not yet collected, at most
     * @param callUnits work units of one call
     */
    record Plan(int workers, int ahead, long callUnits) {}

    /** What will come of a call. */
    private static final class Future {
        final long number;
        boolean done;
        long result;

        Future(long number) {
            this.number = number;
        }
    }

    /**
     * @param results read by the manager
     * @param wakeUps another end of the same pipe, for the main thread
     * @param main    rung when a result is there; and, by whoever changes {@code goesOn}, then
     */
    PoolExecutor(Plan plan, CallQueue calls, ReadableByteChannel results, WritableByteChannel wakeUps, Bell main) {
        this.plan = plan;
        this.calls = calls;
        this.results = results;
        this.wakeUps = wakeUps;
        this.main = main;
    }

    /** The main thread: as {@code Executor.map} with a buffer, for as long as it goes on. */
    void submitAndCollect(Context context, Chores chores, BooleanSupplier goesOn) throws IOException {
        Message wakeUp = new Message();
        wakeUp.set(WAKE_UP, 0);
        BlockingCall wake = () -> wakeUp.write(wakeUps);
        BlockingCall wait = main::await;
        main.own();
        context.enter();
        while (goesOn.getAsBoolean()) {
            if (futures.size() < plan.ahead()) {
                submit(chores, context);
                context.blocking(WaitKind.IO, wake);
            } else if (futures.element().done) {
                collect(chores, context);
            } else {
                context.blocking(WaitKind.POOL, wait);
            }
        }
        shutDown = true;
        context.blocking(WaitKind.IO, wake);
        context.leave();
    }

    private void submit(Chores chores, Context context) {
        chores.run(chores.costs().submit(), context);
        Future future = new Future(submitted++);
        futures.add(future);
        pending.put(future.number, future);
        workIds.add(future.number);
    }

    private void collect(Chores chores, Context context) {
        chores.run(chores.costs().collect(), context);
        sum += futures.remove().result;
        collected++;
    }

    /** The manager, until the main thread submits no more: what was not taken by then is given up. */
    void manage(Context context, Chores chores) throws IOException {
        Message message = new Message();
        BlockingCall read = () -> message.read(results);
        context.enter();
        while (!shutDown) {
            refill(chores, context);
            context.blocking(WaitKind.POOL, read);
            if (message.number() != WAKE_UP) {
                handOver(message, chores, context);
            }
        }
        calls.close(plan.workers());
        context.leave();
    }

    /** Never waits. */
    private void refill(Chores chores, Context context) {
        while (!workIds.isEmpty() && !calls.full()) {
            chores.run(chores.costs().refill(), context);
            calls.put(workIds.remove(), plan.callUnits());
        }
    }

    private void handOver(Message result, Chores chores, Context context) {
        chores.run(chores.costs().handOver(), context);
        Future future = pending.remove(result.number());
        future.result = result.amount();
        future.done = true;
        main.ring();
    }

    /** Calls whose results the main thread has. */
    long collected() {
        return collected;
    }

    /** The sum of those results. */
    long sum() {
        return sum;
    }
}
