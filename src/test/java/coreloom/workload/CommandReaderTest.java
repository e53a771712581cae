package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.workload.command.Command;
import coreloom.workload.command.Form;
import coreloom.workload.command.PythonKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandReaderTest {
    private static final ProfileFile FILE = new ProfileFile(Path.of("profiles", "mine.toml"));
    private static final String LANE = "[[lane]]\nvariant = \"command\"\n";

    private static Profile parse(ProfileFile file, String text) throws Refusal {
        return new ProfileReader(6).parse(file, text);
    }

    private static LanePlan lane(String text) throws Refusal {
        return parse(FILE, text).lanes().get(0);
    }

    @Test
    void aProgramAndItsArguments() throws Refusal {
        LanePlan lane = lane(LANE + "command = [\"sh\", \"-c\", \"exit {workers}; {print}\", \"\"]\n");
        Command command = (Command) lane.variant();
        assertEquals(List.of("sh", "-c", "exit 4; {print}", ""), command.line(4));
        assertEquals("command", lane.name());
        assertEquals("command", command.name());
        assertEquals(List.of(0), command.threadsOfProcesses(4), "how many workers it has nobody knows");
        assertTrue(command.sentence().endsWith("."));
    }

    @Test
    void aProgramThatSpeaksHasTheWorkersThatItIsTold() throws Refusal {
        Command command = (Command) lane(LANE + "command = [\"/bin/sh\"]\ntelemetry = \"lines\"\nname = \"x\"\n").variant();
        assertTrue(command.speaks());
        assertEquals(List.of(4), command.threadsOfProcesses(4));
    }

    @Test
    void aKernelInRealPython() throws Refusal {
        LanePlan lane = lane("kernel = \"cpu.pyasm\"\n" + LANE + "python = \"3.13t\"\nform = \"pool\"\nworkers = 3\n");
        PythonKernel kernel = (PythonKernel) lane.variant();
        assertEquals("cpython-pool", lane.name());
        assertEquals("command", kernel.name());
        assertEquals("cpu", lane.kernel().word());
        assertEquals(Form.POOL, kernel.form());
        assertEquals("3.13t", kernel.wish().text());
        assertEquals("profiles/mine.toml, line 4", kernel.place().toString());
        assertEquals(Path.of("profiles/python/run.py").toAbsolutePath(), kernel.script());
        assertEquals("sleep", lane(LANE + "python = \"/usr/bin/python3\"\nkernel = \"sleep\"\n").kernel().word());
    }

    /** Otherwise a comment that somebody adds above would start what runs anew. */
    @Test
    void whereItStandsMakesNoOtherLane() throws Refusal {
        String text = LANE + "python = \"3\"\n";
        assertEquals(parse(FILE, text), parse(FILE, "# what it shows\n" + text));
        assertNotEquals(parse(FILE, text), parse(FILE, LANE + "python = \"3.13\"\n"));
    }

    /** Lines that follow the variant, with | for the end of a line; the sentence after file and comma. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "workers = 2~line 1: a lane of variant command needs command, the program and its arguments, or python.",
        "command = [\"sh\"]|python = \"3\"~line 1: a lane of variant command needs either command or python, not both.",
        "command = \"make -j4\"~line 3: command must be a list of texts, the program first, such as [\"make\", \"-j4\"], but is \"make -j4\".",
        "command = [\"sh\", 3]~line 3: command must be a list of texts, the program first, such as [\"make\", \"-j4\"], but is a list.",
        "command = []~line 3: command must be a list of texts, the program first, such as [\"make\", \"-j4\"], but is a list.",
        "command = [\" \"]~line 3: command must be a list of texts, the program first, such as [\"make\", \"-j4\"], but is a list.",
        "command = [\"no-such-program\"]~line 3: command names \"no-such-program\", but there is no such program on PATH; "
            + "install it or give its path.",
        "command = [\"/no/such/program\"]~line 3: command names \"/no/such/program\", which is no file that may be run.",
        "command = [\"profiles/cpu.toml\"]~line 3: command names \"profiles/cpu.toml\", which is no file that may be run.",
        "command = [\"/bin\"]~line 3: command names \"/bin\", which is no file that may be run.",
        "command = [\"sh\"]|telemetry = \"page\"~line 4: telemetry must be one of none, lines, but is \"page\".",
        "command = [\"sh\"]|form = \"threads\"~line 4: form goes with python only.",
        "command = [\"sh\"]|kernel = \"io\"~line 4: kernel goes with python, where the variant is command, only.",
        "command = [\"sh\"]|counting = \"atomic\"~line 4: counting goes with a kernel that Coreloom's interpreter runs, but the variant is command.",
        "python = 3.13~line 3: python must be a version from 3.8 on, such as \"3\", \"3.13\" or \"3.13t\", or the absolute path of an interpreter, "
            + "but is 3.13.",
        "python = \"3.7\"~line 3: python must be a version from 3.8 on, such as \"3\", \"3.13\" or \"3.13t\", or the absolute path of an interpreter, "
            + "but is \"3.7\".",
        "python = \"3\"|telemetry = \"lines\"~line 4: telemetry goes with command only.",
        "python = \"3\"|form = \"gevent\"~line 4: form must be one of threads, processes, pool, asyncio, but is \"gevent\".",
        "python = \"3\"|kernel = \"../run\"~line 4: kernel must be the name of a file in python/kernels/ for a lane with python, but is \"../run\".",
        "python = \"3\"|kernel = \"gpu\"~line 4: kernel must be the name of a file in python/kernels/ for a lane with python, but is \"gpu\".",
    })
    void refusesWithFileLineAndKey(String lines, String sentence) {
        String text = LANE + lines.replace('|', '\n') + "\n";
        assertEquals("profiles/mine.toml, " + sentence, assertThrows(Refusal.class, () -> parse(FILE, text)).getMessage());
    }

    @Test
    void itsKeysGoWithNoOtherVariant() {
        for (String key : CommandReader.KEYS) {
            String text = "[[lane]]\nvariant = \"gil\"\n" + key + " = \"3\"\n";
            assertEquals("profiles/mine.toml, line 3: " + key + " goes with variant command only.",
                    assertThrows(Refusal.class, () -> parse(FILE, text)).getMessage());
        }
    }

    @Test
    void theScriptsLieBesideTheProfile(@TempDir Path folder) throws Exception {
        ProfileFile file = new ProfileFile(folder.resolve("mine.toml"));
        Files.writeString(file.path(), LANE + "python = \"3\"\n");
        assertEquals(file.path() + ", line 3: python needs the scripts that came with the profiles, but there is no file "
                + folder.resolve("python/run.py") + "; copy the folder python beside the profile.",
                assertThrows(Refusal.class, () -> new ProfileReader(2).read(file.path())).getMessage());
    }

    @Test
    void workersAndLengthMayBeOverridden() throws Refusal {
        Profile profile = parse(FILE, LANE + "python = \"3\"\n" + LANE + "command = [\"sh\"]\n");
        Profile fitted = new Overrides(java.util.OptionalInt.of(5), java.util.OptionalLong.of(7), List.of("command")).appliedTo(profile);
        assertEquals(List.of("command"), fitted.lanes().stream().map(LanePlan::name).toList());
        assertEquals(5, fitted.lanes().get(0).workers());
        assertEquals(profile.lanes().get(1).variant(), fitted.lanes().get(0).variant());
    }
}
