package coreloom.app;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import coreloom.export.SvgScreen;
import coreloom.history.History;
import coreloom.history.Interval;
import coreloom.view.Dashboard;
import coreloom.view.Ink;
import coreloom.view.Look;
import coreloom.view.State;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;

/** A picture of the dashboard: as it is when that time has come, or at the end. */
final class ScreenOutcome implements Outcome {
    private final ScreenRequest request;
    private final PrintStream out;
    private final PrintStream err;
    private Session session;
    private long firstNanos;
    private boolean begun;
    private TextImage light;
    private TextImage dark;

    ScreenOutcome(ScreenRequest request, PrintStream out, PrintStream err) {
        this.request = request;
        this.out = out;
        this.err = err;
    }

    /** Says whose screen it is; before anything is told. */
    void of(Session watched) {
        session = watched;
    }

    @Override
    public void tell(History history) {
        if (history.count() == 0) {
            return;
        }
        Interval newest = history.get(history.count() - 1);
        if (!begun) {
            begun = true;
            firstNanos = newest.endNanos() - newest.nanos();
        }
        // The last interval of a run that is ended is cut short; a replay is read as fast as can be, and one picture of it is wanted.
        if (request.live() && newest.nanos() > request.periodNanos() / 2) {
            draw(history);
        }
        if (!request.live() && light == null && newest.endNanos() - firstNanos >= request.atNanos()) {
            draw(history);
            session.stop();
        }
    }

    private void draw(History history) {
        light = image(history, Look.Background.LIGHT);
        dark = image(history, Look.Background.DARK);
    }

    private TextImage image(History history, Look.Background background) {
        TextImage image = new BasicTextImage(new TerminalSize(request.columns(), request.rows()));
        Ink ink = new Ink(new Look(Look.Depth.TRUECOLOR, true, background));
        State state = new State(new State.Mode.Live(), false, request.side());
        new Dashboard(ink, history, state, session.surroundings()).draw(image.newTextGraphics(), request.columns(), request.rows());
        return image;
    }

    @Override
    public int conclude(History history, Session ended, boolean early) {
        if (light == null && history.count() > 0) {
            draw(history);
        }
        if (light == null) {
            err.println("coreloom: Nothing was seen, so there is no picture: two samples make the first one.");
            return ExitCode.FAILURE;
        }
        return save(text("Coreloom's dashboard: " + ended.profile()));
    }

    private String text(String title) {
        return switch (request.theme()) {
            case AUTO -> new SvgScreen(title, light, dark).text(false);
            case LIGHT -> new SvgScreen(title, light, light).text(false);
            case DARK -> new SvgScreen(title, dark, dark).text(true);
        };
    }

    private int save(String text) {
        try {
            if (request.file().isPresent()) {
                Files.writeString(request.file().get(), text);
            } else {
                out.print(text);
                out.flush();
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            err.println("coreloom: The picture could not be written to " + Quoted.of(request.file().get().toString()) + ": " + e + ".");
            return ExitCode.FAILURE;
        }
    }
}
