package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.Exploration;
import coreloom.gil.Model;
import coreloom.gil.Primitives;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A whole pool on a model: its parent's three threads, some workers, and, if wanted, somebody who orders all of them to stop at any moment.
 * Each call is one work unit, which gives 1.
 */
final class PoolProgram implements Exploration.Program {
    /** What of the pool a test may replace by something that does not keep its promise. */
    static class Parts {
        final Model model;
        private long count;

        Parts(Model model) {
            this.model = model;
        }

        Primitives.Mutex readers() {
            return model.mutex();
        }

        int ends(int workers) {
            return workers;
        }

        Chores.Costs costs() {
            return new Chores.Costs(0, 0, 0, 0, 0, 0, 0);
        }

        Bell bell() {
            return new Bell(model);
        }

        Tally taken() {
            return new Tally() {
                @Override
                public void increment() {
                    model.point("counts a call as taken");
                    count++;
                }

                @Override
                public long value() {
                    return count;
                }
            };
        }
    }

    /** How large it is: a run in all orders grows fast. */
    record Size(int workers, int ahead, int bound, int calls) {}

    private final Size size;
    private final Parts parts;
    private final WorkerPage page;
    private final ModelPipe calls;
    private final ModelPipe results;
    private final PoolExecutor executor;
    private final List<Runnable> actors = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final Bell main;
    private boolean stopped;

    private interface Body {
        void run() throws IOException;
    }

    PoolProgram(Parts parts, Size size, WorkerPage page) {
        this.parts = parts;
        this.size = size;
        this.page = page;
        main = parts.bell();
        calls = new ModelPipe(parts.model, "calls", size.bound());
        results = new ModelPipe(parts.model, "results", Integer.MAX_VALUE);
        Tally taken = parts.taken();
        CallQueue queue = new CallQueue(size.bound(), calls, taken, parts.bell());
        executor = new PoolExecutor(new PoolExecutor.Plan(parts.ends(size.workers()), size.ahead(), 1), queue, results, results, main);
        Primitives.Mutex gil = parts.model.mutex();
        Gate gate = gate();
        gate.whenStopped(main::ring);
        BooleanSupplier goesOn = () -> gate.open(0) && executor.collected() < size.calls();
        actor(() -> executor.submitAndCollect(new ModelContext(gil), new Chores(parts.costs()), goesOn));
        actor(() -> executor.manage(new ModelContext(gil), new Chores(parts.costs())));
        actor(() -> queue.feed(new ModelContext(gil), new Chores(parts.costs())));
        Primitives.Mutex readers = parts.readers();
        Primitives.Mutex writers = parts.model.mutex();
        for (int i = 0; i < size.workers(); i++) {
            worker(new CallTaker(calls, readers, taken, results, writers, new Chores(parts.costs())));
        }
    }

    private Gate gate() {
        Gate gate = new Gate(page, 1);
        gate.warm();
        gate.obey('r');
        gates.add(gate);
        return gate;
    }

    private void actor(Body body) {
        actors.add(() -> {
            try {
                body.run();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    /** Its own interpreter lock is never asked for by another, so that it is none. */
    private void worker(CallTaker taker) {
        Gate gate = gate();
        Context context = new FreeContext(page.slot(0), () -> 0);
        PooledWorker worker = new PooledWorker(page.slot(0), any -> 1, gate, taker);
        actor(() -> worker.run(context));
    }

    /** With somebody who, at any moment, orders all processes to stop, one after the other. */
    PoolProgram stoppedAnywhere() {
        actor(() -> {
            for (Gate gate : gates) {
                parts.model.point("orders a process to stop");
                gate.obey('s');
            }
            stopped = true;
        });
        return this;
    }

    @Override
    public List<Runnable> actors() {
        return actors;
    }

    @Override
    public void check() {
        List<Long> put = calls.written.stream().filter(number -> number != CallQueue.END).toList();
        List<Long> given = results.written.stream().filter(number -> number != PoolExecutor.WAKE_UP).toList();
        assertEquals(put.size(), new HashSet<>(put).size(), "a call was written twice: " + put);
        assertEquals(given.size(), new HashSet<>(given).size(), "a call was done twice: " + given);
        assertTrue(put.containsAll(given), "a result of no call: " + given);
        assertEquals(executor.collected(), executor.sum(), "results");
        assertTrue(stopped || executor.collected() == size.calls(), "calls were lost: " + given);
    }
}
