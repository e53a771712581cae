package coreloom.gil.loop;

import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A coroutine: it runs from one await to the next and tells its slot what it does meanwhile. What it awaits ends in a callback of the loop; only
 * the round after that goes on with the coroutine, as the task behind an {@code asyncio.Future}.
 *
 * <pre>
 *   parked ──start──► ready ──its turn──► runs ──await──► awaits ──completed──► ready
 *      ▲                ▲                  │  │
 *      └──── returns ───┼──────────────────┘  │
 *                       └───── gives way ─────┘
 * </pre>
 *
 * In its slot a coroutine has the loop as a thread has a lock: awaiting counts to what it awaits, being ready to {@link WaitKind#EVENT_LOOP}
 * and to the histogram, running to the hold time. Parked, it waits for something other.
 */
public final class Coroutine {
    private final EventLoop loop;
    private final WorkerSlot slot;
    private final EventLoop.Callback body;
    private final EventLoop.Callback step = this::step;
    private final EventLoop.Timer timer = new EventLoop.Timer(this::due);
    private WaitKind awaited = WaitKind.OTHER;
    private long waitingSince;

    /**
     * A coroutine that is parked.
     *
     * @param body runs from one await to the next; it is parked where it returns and has called none of the methods that await
     */
    public Coroutine(EventLoop loop, WorkerSlot slot, EventLoop.Callback body) {
        this.loop = loop;
        this.slot = slot;
        this.body = body;
        this.waitingSince = loop.nanos();
        slot.waitBegins(awaited, waitingSince);
    }

    /** Makes a parked coroutine ready. */
    public void start() {
        completed(loop.nanos());
    }

    /** Awaits its next turn only, {@code await asyncio.sleep(0)}. Like all that await, called by the body as the last it does. */
    public void giveWay() {
        awaited = WaitKind.EVENT_LOOP;
        loop.callSoon(step);
    }

    /** Awaits that many µs, {@code await asyncio.sleep(seconds)}: 0 is {@link #giveWay}. */
    public void sleep(long micros) {
        if (micros == 0) {
            giveWay();
        } else {
            awaited = WaitKind.SLEEP;
            loop.callAt(loop.nanos() + TimeUnit.MICROSECONDS.toNanos(micros), timer);
        }
    }

    /** Awaits what will be told by {@link #completed}. */
    public void await(WaitKind kind) {
        awaited = kind;
    }

    /**
     * What it awaits is there; it is ready.
     *
     * @param when since when, as far as is known: the loop may have been too busy to see it
     */
    public void completed(long when) {
        waitingSince = Math.max(waitingSince, Math.min(when, loop.nanos()));
        slot.waitEnds(waitingSince);
        slot.waitBegins(WaitKind.EVENT_LOOP, waitingSince);
        loop.callSoon(step);
    }

    private void due() {
        completed(timer.when());
    }

    private void step() throws IOException {
        long began = loop.nanos();
        slot.acquiredAfterWait(false, began);
        awaited = WaitKind.OTHER;
        body.run();
        waitingSince = loop.nanos();
        slot.released(waitingSince - began);
        slot.waitBegins(awaited, waitingSince);
    }
}
