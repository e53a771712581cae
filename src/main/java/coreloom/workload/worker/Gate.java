package coreloom.workload.worker;

import coreloom.telemetry.Stage;
import coreloom.telemetry.WorkerPage;

/** Where the workers of a process stand until they may run, and what the monitor has last ordered. Tells the page its stage. */
final class Gate {
    private enum Order {
        WARM_UP, PARK, FIRST_ALONE, ALL, STOP
    }

    private final WorkerPage page;
    private int warming;
    private int present;
    /** What is to happen once all have warmed up. */
    private Order next = Order.PARK;
    private volatile Order order = Order.WARM_UP;
    private Runnable listener = () -> { };

    Gate(WorkerPage page, int workers) {
        this.page = page;
        warming = workers;
        present = workers;
    }

    /** Has that called after each change of what may run, by the thread that gives the order. */
    synchronized void onOrder(Runnable called) {
        listener = called;
    }

    /** Obeys a byte of the monitor: {@code b} the first worker alone, {@code r} all, {@code s} stop; any other is ignored. */
    synchronized void obey(int command) {
        switch (command) {
            case 'b' -> order(Order.FIRST_ALONE);
            case 'r' -> order(Order.ALL);
            case 's' -> order(Order.STOP);
            default -> { }
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
        notifyAll();
        listener.run();
    }

    /** Whether workers are to go on warming up as long as their time is not over. */
    boolean warmingUp() {
        return order == Order.WARM_UP;
    }

    /** A worker has warmed up. The last one opens the gate for what was ordered meanwhile. */
    synchronized void warm() {
        warming--;
        if (warming == 0 && order == Order.WARM_UP) {
            follow();
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
    synchronized boolean awaitTurn(int worker) throws InterruptedException {
        while (!open(worker) && order != Order.STOP) {
            wait();
        }
        return order != Order.STOP;
    }

    /**
     * A worker has stopped.
     *
     * @return whether it was the last one
     */
    synchronized boolean leave() {
        present--;
        if (present == 0) {
            page.stage(Stage.STOPPED);
        }
        return present == 0;
    }
}
