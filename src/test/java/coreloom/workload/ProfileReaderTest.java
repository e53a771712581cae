package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.workload.variant.Variants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
    private static final ProfileFile FILE = new ProfileFile(Path.of("profiles", "mine.toml"));
    private static final ProfileReader READER = new ProfileReader(6);

    private static Profile parse(String text) throws Refusal {
        return READER.parse(FILE, text);
    }

    private static String refused(String text) {
        return assertThrows(Refusal.class, () -> parse(text)).getMessage();
    }

    @Test
    void fillsInEveryDefault() throws Refusal {
        Profile profile = parse("[[lane]]\nvariant = \"gil\"\n");
        assertEquals("mine", profile.name());
        assertEquals("mine", profile.title());
        assertEquals(OptionalInt.empty(), profile.hotkey());
        LanePlan lane = profile.lanes().get(0);
        assertEquals("gil", lane.name());
        assertEquals("cpu", lane.kernel().word());
        assertEquals(6, lane.workers());
        assertEquals(TimeUnit.SECONDS.toNanos(8), lane.durationNanos());
        for (Setting setting : Setting.values()) {
            assertEquals(setting.preset().orElse(6), lane.value(setting));
        }
    }

    @Test
    void laneOverridesTheTopOfTheFile() throws Refusal {
        Profile profile = parse("title = \"Größe\"\nhotkey = 9\nkernel = \"io\"\nworkers = 2\nlatency_micros = 7\n"
                + "[[lane]]\nvariant = \"gil\"\n"
                + "[[lane]]\nname = \"b\"\nvariant = \"gil\"\nkernel = \"lock\"\nworkers = 3\nduration_seconds = 0\n");
        assertEquals("Größe", profile.title());
        assertEquals(OptionalInt.of(9), profile.hotkey());
        LanePlan first = profile.lanes().get(0);
        LanePlan second = profile.lanes().get(1);
        assertEquals("gil io 2 7", outline(first));
        assertEquals("b lock 3 7", outline(second));
        assertEquals(0, second.durationNanos());
    }

    private static String outline(LanePlan lane) {
        return lane.name() + " " + lane.kernel().word() + " " + lane.workers() + " " + lane.value(Setting.LATENCY_MICROS);
    }

    @Test
    void workersNeverExceedTheirRangeOnGreatMachines() throws Refusal {
        assertEquals(512, new ProfileReader(4096).parse(FILE, "[[lane]]\nvariant = \"gil\"\n").lanes().get(0).workers());
    }

    /** The text, with | for the end of a line; the sentence after file and comma, with VARIANTS and KEYS for the names of all. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "worker = 2|[[lane]]|variant = \"gil\"~ line 1: a profile has no key \"worker\"; did you mean workers?",
        "[[lane]]|variant = \"gil\"|duration_second = 2~ line 3: a lane has no key \"duration_second\"; did you mean duration_seconds?",
        "[[lane]]|variant = \"gil\"|hotkey = 2~ line 3: a lane has no key \"hotkey\"; known are KEYS.",
        "workers = \"two\"|[[lane]]|variant = \"gil\"~ line 1: workers must be a whole number from 1 to 4096, but is \"two\".",
        "[[lane]]|variant = \"gil\"|workers = 2.5~ line 3: workers must be a whole number from 1 to 4096, but is 2.5.",
        "[[lane]]|variant = \"gil\"|workers = [1]~ line 3: workers must be a whole number from 1 to 4096, but is a list.",
        "workers.all = 1|[[lane]]|variant = \"gil\"~ line 1: workers must be a whole number from 1 to 4096, but is a table.",
        "|workers = 0|[[lane]]|variant = \"gil\"|workers = 1~ line 2: workers must be a whole number from 1 to 4096, but is 0.",
        "[[lane]]|variant = \"gil\"|duration_seconds = -1~ line 3: duration_seconds must be a whole number from 0 to 86400, but is -1.",
        "[[lane]]|variant = \"thread\"~ line 2: variant must be one of VARIANTS, but is \"thread\".",
        "[[lane]]|variant = 3~ line 2: variant must be one of VARIANTS, but is 3.",
        "title = \"x\"|[[lane]]|kernel = \"io\"~ line 2: this lane has no variant; it must be one of VARIANTS.",
        "kernel = \"gpu\"|[[lane]]|variant = \"gil\"|kernel = \"io\"~ line 1: kernel must be the name of a file in kernels/, but is \"gpu\"; the kernels are KERNELS.",
        "kernel = \"../kernels/cpu\"|[[lane]]|variant = \"gil\"~ line 1: kernel must be the name of a file in kernels/, but is \"../kernels/cpu\"; the kernels are KERNELS.",
        "[[lane]]|variant = \"gil\"|kernel = \"refcount\"|counting = \"all\"~ line 4: counting must be one of plain, locked, atomic, biased, "
            + "but is \"all\".",
        "[[lane]]|variant = \"threads\"|kernel = \"refcount\"|counting = \"plain\"~ line 4: counting plain loses counts without the "
            + "interpreter lock; choose locked, atomic or biased.",
        "[[lane]]|variant = \"subinterpreters\"|interpreter_lock = \"shared\"~ line 3: interpreter_lock must be one of own, shared-3.12, shared-3.13, "
            + "but is \"shared\".",
        "[[lane]]|variant = \"gil\"|interpreter_lock = \"own\"~ line 3: interpreter_lock goes with variant subinterpreters, but the variant is gil.",
        "[[lane]]|variant = \"gil\"|cores = \"0,2-1\"~ line 3: cores must be a list of cores such as \"0,2-3\", but is \"0,2-1\".",
        "[[lane]]|variant = \"gil\"|cores = 0~ line 3: cores must be a list of cores such as \"0,2-3\", but is 0.",
        "cores = \"\"|[[lane]]|variant = \"gil\"|cores = \"0\"~ line 1: cores must be a list of cores such as \"0,2-3\", but is \"\".",
        "[[lane]]|variant = \"striped\"|stripes = 0~ line 3: stripes must be a whole number from 1 to 65536, but is 0.",
        "seed = -1|[[lane]]|variant = \"gil\"~ line 1: seed must be a whole number from 0 to 1000000000, but is -1.",
        "[[lane]]|variant = \"gil\"|kernel = \"\"~ line 3: kernel must be the name of a file in kernels/, but is \"\"; the kernels are KERNELS.",
        "title = \"x\"~ line 1: there is no lane; begin one with [[lane]] and give it a variant.",
        "title = \"x\"|lane = []~ line 2: there is no lane; begin one with [[lane]] and give it a variant.",
        "lane = 3~ line 1: lane must be tables, each begun by [[lane]], but is 3.",
        "lane = [3]~ line 1: lane must be tables, each begun by [[lane]].",
        "[lane]|variant = \"gil\"~ line 1: lane must be tables, each begun by [[lane]], but is a table.",
        "[[lane]]|variant = \"gil\"|[[lane]]|variant = \"gil\"~ line 3: lane \"gil\" is there already, "
            + "from line 1; give this one a name of its own.",
        "[[lane]]|variant = \"gil\"|name = \"a,b\"~ line 3: "
            + "name must be 1 to 32 letters, digits, dots, hyphens or underscores, but is \"a,b\".",
        "hotkey = 10|[[lane]]|variant = \"gil\"~ line 1: hotkey must be a whole number from 1 to 9, but is 10.",
        "title = \"\"|[[lane]]|variant = \"gil\"~ line 1: title must be one line of 1 to 120 characters, but is \"\".",
        "title = \"a\\nb\"|[[lane]]|variant = \"gil\"~ line 1: title must be one line of 1 to 120 characters, but is \"a\\u000ab\".",
        "title = \"x\"|hotkey = |[[lane]]~ line 2: is not TOML: Unexpected end of line, expected a value.",
        "hotkey = 1|hotkey = 2~ line 2: is not TOML: hotkey previously defined at line 1, column 1.",
        "workers = 99999999999999999999~ line 1: is not TOML: Integer is too large.",
    })
    void refusesWithFileLineAndKey(String text, String sentence) {
        String whole = sentence.replace("VARIANTS", String.join(", ", Variants.names()) + ", command")
                .replace("KERNELS", String.join(", ", Kernel.words())).replace("KEYS", String.join(", ", LaneReader.KEYS));
        assertEquals("profiles/mine.toml, " + whole, refused(text.replace('|', '\n')));
    }

    @Test
    void aKernelMayBeAFileBesideTheProfile() throws Refusal {
        LanePlan lane = parse("[[lane]]\nvariant = \"gil\"\nkernel = \"mixed\"\n").lanes().get(0);
        Path file = Path.of("profiles", "kernels", "mixed.pyasm").toAbsolutePath();
        assertEquals(List.of("--kernel", file.toString()), lane.kernel().options());
        assertTrue(parse("kernel = \"cpu.pyasm\"\n[[lane]]\nvariant = \"gil\"\n").lanes().get(0).kernel().file().isPresent());
        LanePlan counted = parse("kernel = \"refcount\"\n[[lane]]\nvariant = \"threads\"\ncounting = \"atomic\"\n").lanes().get(0);
        assertEquals(Optional.of("atomic"), counted.word(WordSetting.COUNTING));
        LanePlan turns = parse("kernel = \"refcount\"\n[[lane]]\nvariant = \"asyncio\"\ncounting = \"plain\"\n").lanes().get(0);
        assertEquals(Optional.of("plain"), turns.word(WordSetting.COUNTING), "coroutines take turns");
    }

    @Test
    void aWrongKernelIsOneSentenceWithBothPlaces(@TempDir Path folder) throws Exception {
        Path kernel = Files.createDirectory(folder.resolve("kernels")).resolve("bad.pyasm");
        Files.writeString(kernel, "function unit(value)\nRESUME 0\nPOP_TOP\nRETURN_CONST 0\n");
        Path profile = Files.writeString(folder.resolve("p.toml"), "[[lane]]\nvariant = \"gil\"\nkernel = \"bad\"\n");
        assertEquals(profile + ", line 3: kernel \"bad\" is wrong: " + kernel + ", line 3: POP_TOP takes more from the stack than is there.",
                assertThrows(Refusal.class, () -> READER.read(profile)).getMessage());
    }

    @Test
    void anEndlesslyNestedListIsRefusedToo() {
        assertTrue(refused("a = " + "[".repeat(50_000)).startsWith("profiles/mine.toml, line 1: "));
    }

    @Test
    void refusesTextThatIsNotUtf8WithItsLine() {
        byte[] bytes = "# ok\ntitle = \"caf\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("profiles/mine.toml, line 2: is not UTF-8 text; save the file as UTF-8.",
                assertThrows(Refusal.class, () -> FILE.decode(bytes)).getMessage());
    }

    @Test
    void refusesACharacterThatIsCutOffAtTheEnd() {
        byte[] bytes = {'#', (byte) 0xc3};
        assertThrows(Refusal.class, () -> FILE.decode(bytes));
    }

    @Test
    void refusesWhatCannotBeRead(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.toml");
        assertEquals(missing + ": there is no such file.", assertThrows(Refusal.class, () -> READER.read(missing)).getMessage());
        assertEquals(folder + ": cannot be read, Is a directory.", assertThrows(Refusal.class, () -> READER.read(folder)).getMessage());
        Path large = Files.write(folder.resolve("large.toml"), new byte[64 * 1024 + 1]);
        assertEquals(large + ": is larger than 64 KB, which no file of Coreloom's is.",
                assertThrows(Refusal.class, () -> READER.read(large)).getMessage());
    }
}
