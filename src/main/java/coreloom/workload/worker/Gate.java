package coreloom.workload.worker;

import coreloom.telemetry.Stage;
import coreloom.telemetry.WorkerPage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the workers of a process stand until they may run, and what the monitor has last ordered. Tells the page its stage. A monitor would not
 * do: a virtual thread that waits in one keeps its carrier before Java 24, and there may be more workers than carriers.
 */
final class Gate {
    private enum Order {
        WARM_UP, PARK, FIRST_ALONE, ALL, STOP
    }

    private final WorkerPage page;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int warming;
    private int present;
    /** What is to happen once all have warmed up. */
    private Order next = Order.PARK;
    private volatile Order order = Order.WARM_UP;
    private Runnable stopped = () -> { };
    private Runnable listener = () -> { };

    Gate(WorkerPage page, int workers) {
        this.page = page;
        warming = workers;
        present = workers;
    }

    /** Has something run when workers are to stop, for those that wait elsewhere. */
    void whenStopped(Runnable what) {
        lock.lock();
        try {
            stopped = what;
        } finally {
            lock.unlock();
        }
    }

    /** Has that called after each change of what may run, by the thread that gives the order. */
    void onOrder(Runnable called) {
        lock.lock();
        try {
            listener = called;
        } finally {
            lock.unlock();
        }
    }

    /** Obeys a byte of the monitor: {@code b} the first worker alone, {@code r} all, {@code s} stop; any other is ignored. */
    void obey(int command) {
        lock.lock();
        try {
            switch (command) {
                case 'b' -> order(Order.FIRST_ALONE);
                case 'r' -> order(Order.ALL);
                case 's' -> order(Order.STOP);
                default -> { }
            }
        } finally {
            lock.unlock();
        }
    }

    private void order(Order wanted) {
        if (next != Order.STOP) {
            next = wanted;
            if (warming == 0 || wanted == Order.STOP) {
                follow();
            }
        }
    }

    private void follow() {
        order = next;
        if (order != Order.STOP) {
            page.stage(order == Order.PARK ? Stage.READY : Stage.RUNNING);
        }
        changed.signalAll();
        if (order == Order.STOP) {
            stopped.run();
        }
        listener.run();
    }

    /** Whether workers are to go on warming up as long as their time is not over. */
    boolean warmingUp() {
        return order == Order.WARM_UP;
    }

    /** A worker has warmed up. The last one opens the gate for what was ordered meanwhile. */
    void warm() {
        lock.lock();
        try {
            warming--;
            if (warming == 0 && order == Order.WARM_UP) {
                follow();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether that worker may do another unit. */
    boolean open(int worker) {
        Order now = order;
        return now == Order.ALL || now == Order.FIRST_ALONE && worker == 0;
    }

    /**
     * Parks the worker until it may run.
     *
     * @return false when it is to stop instead
     */
    boolean awaitTurn(int worker) throws InterruptedException {
        lock.lock();
        try {
            while (!open(worker) && order != Order.STOP) {
                changed.await();
            }
            return order != Order.STOP;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A worker has stopped.
     *
     * @return whether it was the last one
     */
    boolean leave() {
        lock.lock();
        try {
            present--;
            if (present == 0) {
                page.stage(Stage.STOPPED);
            }
            return present == 0;
        } finally {
            lock.unlock();
        }
    }
}
