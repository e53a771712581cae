package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.recording.SessionBytes;
import coreloom.replay.ReplaySource;
import coreloom.snapshot.Host;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.view.Picture;
import coreloom.view.State;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that a session holds reaches a terminal as a command to it. */
class HostileSessionTest {
    private static final String EVIL = "\u001b[2J\u009b31m\u0007\u007f";

    private static History replayed() throws Exception {
        Host host = new Host("host" + EVIL, "Linux" + EVIL, "Java", 2, List.of());
        ScriptedSource source = ScriptedSource.cores(2).lasting(5).at(0, machine -> {
            machine.profile("p" + EVIL);
            machine.lane("lane" + EVIL, "v" + EVIL, 1).phase(Phase.MEASURED).process(10);
            machine.thread(10, 11, "thread" + EVIL).onCpu(0.4);
        });
        byte[] session = SessionBytes.of(host, source.all());
        assertFalse(control(new String(session, StandardCharsets.UTF_8)), "a session can be printed as it is");
        try (ReplaySource replay = ReplaySource.of("test", new ByteArrayInputStream(session))) {
            return Picture.play(replay);
        }
    }

    private static boolean control(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
    }

    @Test
    void onTheScreen() throws Exception {
        String screen = Picture.of(replayed(), State.initial(), Picture.AROUND, 120, 40).text();
        assertTrue(screen.contains("lane") && !control(screen), screen);
    }

    @Test
    void inAReport() throws Exception {
        History history = replayed();
        String text = TextReport.of(LaneReport.of(history), history.machineBudget());
        assertTrue(text.contains("lane\\u001b[2J\\u009b31m\\u0007\\u007f:") && !control(text), text);
    }

    @Test
    void inASentence() {
        assertEquals("a\\u001b[2J\nb", Printable.of("a\u001b[2J\nb"));
        assertEquals("kein Käse \\u009b ist da.", new BadInput("kein Käse \u009b ist da.").getMessage());
    }
}
