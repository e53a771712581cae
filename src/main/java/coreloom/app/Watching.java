package coreloom.app;

import coreloom.history.History;
import coreloom.recording.RecordingException;
import coreloom.snapshot.Clock;
import coreloom.terminal.Streams;
import coreloom.terminal.TerminalListener;
import coreloom.terminal.TerminalSession;
import coreloom.view.Look;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Carries a plan out, on the dashboard or without a terminal, and ends with an exit code. Whatever happens, nothing is left behind. */
final class Watching {
    private static final long END_MILLIS = 3000;

    private final WatchPlan plan;
    private final Clock clock;
    private final History history;
    private volatile Throwable failure;
    private volatile String refusal = "";
    private volatile boolean early;

    Watching(WatchPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.history = new History(plan.usableCores());
    }

    /**
     * Shows the dashboard until the user quits.
     *
     * @throws IOException where there is no terminal; nothing has happened then
     */
    int onDashboard(Appearance appearance) throws IOException {
        return onDashboard(appearance, listener -> TerminalSession.open(appearance.look(), System.getenv(), clock, listener), System.err);
    }

    /** The same on a terminal that is not there, until the session ends. */
    int rehearse(Look look) throws IOException {
        return onDashboard(new Appearance(look, FirstRun.NEVER), listener -> TerminalSession.rehearse(look, clock, listener), System.err);
    }

    /** The same on a terminal that a test has made. */
    int onDashboard(Appearance appearance, Streams streams, PrintStream err) throws IOException {
        return onDashboard(appearance, listener -> TerminalSession.openOn(streams, appearance.look(), clock, listener), err);
    }

    private interface TerminalOpening {
        TerminalSession open(TerminalListener listener) throws IOException;
    }

    private int onDashboard(Appearance appearance, TerminalOpening opening, PrintStream err) throws IOException {
        AtomicReference<TerminalSession> opened = new AtomicReference<>();
        Session session = session(() -> opened.get() == null ? 0 : opened.get().bytesWritten());
        DashboardLoop loop = new DashboardLoop(history, session, appearance);
        session.onChange(loop::changed);
        TerminalSession terminal = opening.open(loop);
        opened.set(terminal);
        Thread watcher = new Thread(() -> watch(session, loop), "session");
        Thread exit = closeAtExit(session, watcher, terminal);
        try {
            loop.run(terminal, watcher::start);
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            terminal.close();
            end(session, watcher);
            forget(exit);
        }
        int code = report(session, err);
        return judge(code == ExitCode.DONE && loop.lostTerminal() ? ExitCode.HUNG_UP : code, err);
    }

    private int judge(int code, PrintStream err) {
        synchronized (history) {
            return plan.gate().judge(code, history, err);
        }
    }

    private Session session(LongSupplier terminalBytes) {
        return new Session(clock, history, plan.periodNanos(), plan.replay(), terminalBytes);
    }

    /** The body of the session thread. */
    private void watch(Session session, DashboardLoop loop) {
        try {
            open(session);
            session.run();
        } catch (BadInput e) {
            refusal = e.getMessage();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            loop.end();
        }
    }

    private void open(Session session) throws BadInput {
        plan.opening().open(session);
        if (plan.record().isPresent()) {
            try {
                session.recorder().begin(plan.record().get(), session.source().host(), plan.periodNanos(), clock.epochMillis());
            } catch (RecordingException e) {
                throw new BadInput(e.getMessage());
            }
        }
    }

    /** Lets the session thread come to its end before what it uses is closed; where it hangs, closes all the same. */
    private static void end(Session session, Thread watcher) {
        session.stop();
        try {
            watcher.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }

    private static Thread closeAtExit(Session session, Thread watcher, TerminalSession terminal) {
        Thread exit = new Thread(() -> {
            terminal.close();
            end(session, watcher);
        }, "exit");
        Runtime.getRuntime().addShutdownHook(exit);
        return exit;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyGoingDown) {
            // Then the hook does the same once more, which does no harm.
        }
    }

    private int report(Session session, PrintStream err) {
        if (failure != null) {
            err.println("coreloom: this should not have happened; please report it with what follows.");
            failure.printStackTrace(err);
            return ExitCode.FAILURE;
        }
        String sentence = refusal.isEmpty() ? session.fatal() : refusal;
        if (!sentence.isEmpty()) {
            err.println("coreloom: " + Printable.of(sentence));
            return ExitCode.BAD_INPUT;
        }
        if (session.recorder().trouble().isPresent()) {
            err.println("coreloom: " + Printable.of(session.recorder().trouble().get()));
            return ExitCode.FAILURE;
        }
        if (!session.recorder().recorded().isEmpty()) {
            err.println("coreloom: " + Printable.of(session.recorder().recorded()));
        }
        return ExitCode.DONE;
    }

    /** Runs to the end without a terminal and prints what came of it. */
    int headless(boolean json, PrintStream out, PrintStream err) {
        return headless(new RunOutcome(json, out, err), err);
    }

    /** Runs to the end without a terminal, or until a signal ends it early, and lets {@code outcome} say what came of it. */
    int headless(Outcome outcome, PrintStream err) {
        Session session = session(() -> 0);
        session.runToTheEnd(plan.longestNanos());
        CountDownLatch done = new CountDownLatch(1);
        Thread exit = new Thread(() -> endEarly(session, done), "exit");
        Runtime.getRuntime().addShutdownHook(exit);
        try {
            open(session);
            session.onChange(() -> tell(outcome));
            session.run();
            tell(outcome);
            if (!session.lastFault().isEmpty()) {
                err.println("coreloom: " + Printable.of(session.lastFault()));
            }
            if (plan.replay() && !session.surroundings().notice().isEmpty()) {
                err.println("coreloom: " + Printable.of(session.surroundings().notice()));
            }
        } catch (BadInput e) {
            refusal = e.getMessage();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        try {
            session.close();
            int code = report(session, err);
            return failure != null || code == ExitCode.BAD_INPUT ? code : judge(Math.max(code, conclude(outcome, session)), err);
        } finally {
            done.countDown();
            forget(exit);
        }
    }

    private void tell(Outcome outcome) {
        synchronized (history) {
            outcome.tell(history);
        }
    }

    private int conclude(Outcome outcome, Session session) {
        synchronized (history) {
            return outcome.conclude(history, session, early);
        }
    }

    /** On a signal: ends the run, and lets what was measured so far be printed before the JVM goes. */
    private void endEarly(Session session, CountDownLatch done) {
        early = true;
        session.stop();
        try {
            done.await(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }
}
