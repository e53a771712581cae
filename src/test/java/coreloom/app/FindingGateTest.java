package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.history.Finding.Kind;
import coreloom.history.History;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which exit code a run has that must not have some findings. */
class FindingGateTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Of a program with one busy thread on two cores. */
    private int judge(int code, Kind... refused) {
        ScriptedSource source = ScriptedSource.cores(2).lasting(6).at(0, machine -> {
            machine.lane("p", "command", 0).process(10).phase(Phase.MEASURED);
            machine.core(0).busy(1);
            machine.thread(10, 10, "loop").onCpu(1).slices(10);
        });
        History history = new History(2);
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            next = history.accept(next);
        }
        return new FindingGate(Set.of(refused)).judge(code, history, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void aRefusedFindingIsAnExitCodeOfItsOwnAndASentence() {
        assertEquals(ExitCode.FINDING, judge(ExitCode.DONE, Kind.LOCK_BOUND, Kind.TOO_FEW_THREADS));
        assertEquals("coreloom: --fail-on: p is too-few-threads (50 % of its idle budget, sure).\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anotherFindingIsNot() {
        assertEquals(ExitCode.DONE, judge(ExitCode.DONE, Kind.LOCK_BOUND));
        assertEquals(ExitCode.DONE, judge(ExitCode.DONE));
        assertEquals(0, err.size());
    }

    @Test
    void whatWentWrongComesBeforeWhatWasFound() {
        assertEquals(ExitCode.FAILURE, judge(ExitCode.FAILURE, Kind.TOO_FEW_THREADS));
        assertEquals(ExitCode.BAD_INPUT, judge(ExitCode.BAD_INPUT, Kind.TOO_FEW_THREADS));
    }

    @Test
    void theProgramsOwnFailureComesBeforeAFindingAndAFindingBeforeItsSuccess() {
        assertEquals(7, ExecCommand.together(OptionalInt.of(7), ExitCode.FINDING));
        assertEquals(ExitCode.FINDING, ExecCommand.together(OptionalInt.of(0), ExitCode.FINDING));
        assertEquals(0, ExecCommand.together(OptionalInt.of(0), ExitCode.FAILURE));
        assertEquals(ExitCode.FINDING, ExecCommand.together(OptionalInt.empty(), ExitCode.FINDING));
    }
}
