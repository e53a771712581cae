package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.view.Golden;
import coreloom.workload.variant.Variants;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line: help worth reading, and one sentence for what is wrong. */
class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return line.execute(Main.withCommand(arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "attach", "exec", "replay", "compare", "sweep", "profiles", "dis", "doctor", "config", "export"})
    void theHelpOfEachCommandIsAsAgreed(String command) throws IOException {
        assertEquals(0, execute(command, "--help"));
        Golden.check("help/" + command + ".txt", out.toString());
    }

    @Test
    void theHelpOfTheWholeIsAsAgreed() throws IOException {
        assertEquals(0, execute("--help"));
        Golden.check("help/coreloom.txt", out.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run --workers two|coreloom: Invalid value for option '--workers': 'two' is not an int. Try 'coreloom run --help'.",
        "run --duration soon|coreloom: Invalid value for option '--duration': 'soon' is not a length of time: write 10s, 500ms, 2m or 1h. "
            + "Try 'coreloom run --help'.",
        "run --color pink|coreloom: Invalid value for option '--color': --color pink is unknown; choose auto, never, 16, 256 or truecolor. "
            + "Try 'coreloom run --help'.",
        "run cpu gil|coreloom: Unmatched argument at index 2: 'gil'. Try 'coreloom run --help'.",
        "run --json|coreloom: --json goes with --headless.",
        "run --headless --period 1ms|coreloom: --period must be between 100ms and 1m.",
        "compare|coreloom: Missing required parameter: 'KERNEL'. Try 'coreloom compare --help'.",
        "compare gpu|coreloom: There is no kernel 'gpu'; the kernels are collect, cpu, echo, extension, io, live, lock, longop, mixed, refcount, refcount-own, refcount-shared, sleep.",
        "compare cpu --workers 0|coreloom: The number of workers must be a whole number from 1 to 4096, but '--workers 0' asks for 0.",
        "compare cpu --repeats 21|coreloom: --repeats must be a whole number from 1 to 20, but is 21.",
        "compare cpu --duration 1ms|coreloom: --duration must be at least 100ms: the kernel's clocks tick in 10ms.",
        "compare cpu --warm-up 2m|coreloom: --warm-up must be at most 1m.",
        "compare cpu --variants gil,fast|coreloom: There is no variant 'fast' for kernel cpu; there are VARIANTS.",
        "compare cpu --set unit_steps=0|coreloom: --set: unit_steps must be a whole number from 1 to 1000000000, but is \"0\".",
        "compare cpu --set unit_steps|coreloom: --set takes settings such as unit_steps=100, but \"unit_steps\" has no '='.",
        "sweep lock --set critical_step=1|coreloom: --set has no key \"critical_step\"; did you mean critical_steps?",
        "sweep cpu --set unit_steps=1,unit_steps=2|coreloom: --set gives unit_steps twice.",
        "sweep cpu --workers 0..3|coreloom: The number of workers must be a whole number from 1 to 4096, but '0..3' asks for 0.",
        "sweep cpu --workers 8..1|coreloom: --workers '8..1' counts down: write 1..8.",
        "sweep cpu --workers 1..9999|coreloom: The number of workers must be a whole number from 1 to 4096, but '1..9999' asks for 9999.",
        "sweep cpu --workers x|coreloom: --workers takes numbers such as 1,2,4 or a range such as 1..8, but 'x' is neither.",
        "sweep cpu --workers 1..128|coreloom: --workers takes at most 64 different numbers, but '1..128' has 128: write for instance 1,2,4,8,16.",
        "sweep cpu --svg /nowhere/at/all.svg|coreloom: --svg '/nowhere/at/all.svg' cannot be written: name a file in a folder that you may write to.",
        "run --fail-on gil|coreloom: --fail-on 'gil' is no finding; choose from interpreter-lock-bound, convoy, lock-bound, oversubscribed, "
            + "quota-throttled, affinity-capped, too-few-threads, imbalanced, io-bound, disk-bound, sleeping, waiting-for-child, "
            + "stolen-by-programs, stolen-by-hypervisor, collector-pauses, event-loop-bound, pool-starved, run-queue, unexplained.",
        "attach|coreloom: Missing required parameter: 'PID'. Try 'coreloom attach --help'.",
        "export|coreloom: Missing required option: '--to=FORMAT'. Try 'coreloom export --help'.",
        "export --to png|coreloom: --to 'png' is unknown; a picture can be made as svg.",
        "export --to svg --size 9x|coreloom: --size '9x' is no size: write columns x rows such as 120x40, at most 1000x500.",
        "export --to svg --size 0x9|coreloom: --size '0x9' is no size: write columns x rows such as 120x40, at most 1000x500.",
        "export --to svg --panel walls|coreloom: --panel 'walls' is unknown; choose waits, budget, placement, wait-times or lanes.",
        "export --to svg --at 3s|coreloom: --at goes with a session file; --profile and --after go without one.",
        "export --to svg --output /nowhere/at/all.svg|coreloom: --output '/nowhere/at/all.svg' cannot be written: name a file in a folder that you may write to.",
        "export /nowhere/at/all.jsonl --to svg|coreloom: /nowhere/at/all.jsonl does not exist: name a file that was recorded with --record or the key r.",
        "dis|coreloom: Missing required parameter: 'KERNEL'. Try 'coreloom dis --help'.",
        "dis nonsense|coreloom: profiles/kernels/nonsense.pyasm: there is no such file.",
        "dis nowhere/a.pyasm|coreloom: nowhere/a.pyasm: there is no such file, nor its folder.",
        "dis profiles/cpu.toml|coreloom: profiles/cpu.toml, line 6: stands before the first function; begin one with: function unit(value).",
        "dis profiles|coreloom: profiles: cannot be read, Is a directory.",
        "replay /nowhere/at/all.jsonl|coreloom: /nowhere/at/all.jsonl does not exist: name a file that was recorded with --record or the key r."})
    void badInputIsOneSentenceAndExitCodeTwo(String line, String sentence) {
        assertEquals(2, execute(line.split(" ")));
        assertEquals(sentence.replace("VARIANTS", String.join(", ", Variants.names())), err.toString().strip());
        assertEquals("", out.toString());
    }

    @Test
    void disShowsAKernelByItsName() throws IOException {
        assertEquals(0, execute("dis", "cpu", "--profiles", "profiles"));
        Golden.check("kernels/dis-cpu.txt", out.toString());
    }

    @Test
    void withoutACommandRunIsMeant() {
        assertArrayEquals(new String[] {"run"}, Main.withCommand(new String[0]));
        assertArrayEquals(new String[] {"run", "gil"}, Main.withCommand(new String[] {"gil"}));
        assertArrayEquals(new String[] {"run", "--headless"}, Main.withCommand(new String[] {"--headless"}));
        assertArrayEquals(new String[] {"attach", "1"}, Main.withCommand(new String[] {"attach", "1"}));
        assertArrayEquals(new String[] {"--help"}, Main.withCommand(new String[] {"--help"}));
    }
}
