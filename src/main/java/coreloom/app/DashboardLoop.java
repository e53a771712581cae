package coreloom.app;

import coreloom.history.History;
import coreloom.terminal.TerminalListener;
import coreloom.terminal.TerminalSession;
import coreloom.view.Command;
import coreloom.view.Dashboard;
import coreloom.view.Ink;
import coreloom.view.Key;
import coreloom.view.State;
import coreloom.view.Surroundings;
import coreloom.view.Wishes;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The drawing thread: waits for something to happen, takes in all that has, draws one frame. Everything else only queues for it, so a slow
 * line gets fewer frames and never a backlog.
 */
final class DashboardLoop implements TerminalListener {
    /** Something that happened. */
    private sealed interface Event {
        record Pressed(Key key) implements Event {}

        record Changed() implements Event {}

        record Quit() implements Event {}
    }

    private final History history;
    private final Session session;
    private final Ink ink;
    private final Wishes wishes;
    private final FirstRun firstRun;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean changeQueued = new AtomicBoolean();
    private State state;
    private boolean hint;
    private boolean quit;
    private boolean repaint;
    private volatile boolean hungUp;

    DashboardLoop(History history, Session session, Appearance appearance) {
        this.history = history;
        this.session = session;
        this.ink = new Ink(appearance.look());
        this.wishes = appearance.wishes();
        this.state = State.initial(wishes);
        this.firstRun = appearance.firstRun();
        this.hint = firstRun.first();
    }

    /** Draws the first frame, then begins to watch, then draws until the user quits or the terminal or the session ends. */
    void run(TerminalSession terminal, Runnable begin) {
        draw(terminal);
        begin.run();
        while (!quit) {
            take();
            if (!quit) {
                draw(terminal);
            }
        }
    }

    private void take() {
        try {
            on(events.take());
            for (Event event = events.poll(); event != null && !quit; event = events.poll()) {
                on(event);
            }
        } catch (InterruptedException e) {
            quit = true;
        }
    }

    private void on(Event event) {
        if (event instanceof Event.Pressed pressed) {
            press(pressed.key());
        } else if (event instanceof Event.Changed) {
            changeQueued.set(false);
        } else {
            quit = true;
        }
    }

    private void press(Key key) {
        endHint();
        State.Update update;
        synchronized (history) {
            // What is typed into a line is meant as it is.
            update = state.on(state.prompt().isPresent() ? key : wishes.keys().meant(key), dashboard().range());
        }
        state = update.state();
        for (Command command : update.commands()) {
            if (command instanceof Command.Quit) {
                quit = true;
            } else if (command instanceof Command.Repaint) {
                repaint = true;
            } else {
                session.ask(command);
            }
        }
    }

    private void draw(TerminalSession terminal) {
        if (repaint) {
            repaint = false;
            terminal.repaint();
        }
        terminal.draw((graphics, columns, rows) -> {
            synchronized (history) {
                dashboard().draw(graphics, columns, rows);
            }
        });
    }

    private Dashboard dashboard() {
        return new Dashboard(ink, history, state, surroundings());
    }

    /** The hint gives way to whatever else there is to say. */
    private Surroundings surroundings() {
        Surroundings around = session.surroundings().with(wishes);
        return hint && around.notice().isEmpty() ? around.with(FirstRun.hint(wishes.keys())) : around;
    }

    /** Whoever has pressed a key knows how; a disk that takes its time keeps nobody waiting. */
    private void endHint() {
        if (hint) {
            hint = false;
            Thread remembering = new Thread(firstRun::over, "first run");
            remembering.setDaemon(true);
            remembering.start();
        }
    }

    /** There is something new to show; may be called by any thread, as often as it likes. */
    void changed() {
        if (changeQueued.compareAndSet(false, true)) {
            events.add(new Event.Changed());
        }
    }

    /** Nothing more will come; may be called by any thread. */
    void end() {
        events.add(new Event.Quit());
    }

    @Override
    public void key(Key key) {
        events.add(new Event.Pressed(key));
    }

    @Override
    public void resized() {
        changed();
    }

    @Override
    public void ready() {
        changed();
    }

    @Override
    public void resumed() {
        session.stoodStill();
        changed();
    }

    @Override
    public void hungUp() {
        hungUp = true;
        end();
    }

    /** Whether the terminal went away. */
    boolean lostTerminal() {
        return hungUp;
    }
}
