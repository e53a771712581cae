package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import coreloom.sampler.source.SourceReport;
import coreloom.sampler.source.SourceReport.Standing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DoctorCommandTest {
    private static final SourceReport GOOD = new SourceReport("cores", Standing.OFFERED, "online 0-3", "", "");
    private static final SourceReport POOR = new SourceReport("why threads wait", Standing.DENIED, "may not be read", "the lock", "sudo it");

    @Test
    void saysWhatIsLostAndWhatWouldAllowIt() {
        assertEquals("""
                ok      cores                    online 0-3.
                denied  why threads wait         may not be read.
                          lost   the lock
                          allow  sudo it

                1 of 2 are not wholly offered here; all else is shown without them.
                """, DoctorCommand.text(List.of(GOOD, POOR)));
        assertTrue(DoctorCommand.text(List.of(GOOD)).endsWith("Everything that Coreloom reads is offered here.\n"));
    }

    @Test
    void theDocumentIsJsonAndNullWhereNothingIsLost() throws Exception {
        String document = DoctorCommand.document(List.of(GOOD, POOR));
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            while (parser.nextToken() != null) {
                parser.currentToken();
            }
        }
        assertTrue(document.contains("\"schema\" : \"coreloom-doctor/1\""), document);
        assertTrue(document.contains("\"lost\" : null"), document);
        assertTrue(document.contains("\"remedy\" : \"sudo it\""), document);
    }

    @Test
    void theTerminalIsJudgedByTheEnvironment() {
        assertEquals(Standing.ABSENT, OwnMeans.terminal(Map.of()).standing());
        assertEquals(Standing.ABSENT, OwnMeans.terminal(Map.of("TERM", "dumb")).standing());
        assertEquals(Standing.PARTLY, OwnMeans.terminal(Map.of("TERM", "xterm", "LANG", "C")).standing());
        SourceReport good = OwnMeans.terminal(Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8"));
        assertEquals(Standing.OFFERED, good.standing());
        assertEquals("TERM is xterm-256color, 256 colours, UTF-8", good.seen());
    }

    @Test
    void anOldRuntimeRunsNoVirtualThreads() {
        assertEquals(Standing.PARTLY, OwnMeans.runtime(Runtime.Version.parse("17.0.1")).standing());
        assertEquals(Standing.OFFERED, OwnMeans.runtime(Runtime.Version.parse("21")).standing());
    }

    @Test
    void aProcessThatIsNotThereIsBadInput() {
        for (String pid : List.of("999999999", "x", "-0")) {
            CommandLine line = Main.commandLine();
            StringWriter err = new StringWriter();
            line.setErr(new PrintWriter(err));
            line.setOut(new PrintWriter(new StringWriter()));
            assertEquals(ExitCode.BAD_INPUT, line.execute("doctor", pid), err.toString());
        }
    }

    @Test
    void itLooksAtThisMachine() {
        CommandLine line = Main.commandLine();
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out));
        assertEquals(ExitCode.DONE, line.execute("doctor", String.valueOf(ProcessHandle.current().pid())));
        assertTrue(out.toString().contains("cores"), out.toString());
    }
}
