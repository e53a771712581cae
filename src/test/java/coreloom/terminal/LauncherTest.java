package coreloom.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher with runtimes that only say how they were started. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src/main/launcher/coreloom").toAbsolutePath();

    @TempDir
    private Path folder;
    private Path home;
    private Path runtimes;
    private final Map<String, String> environment = new HashMap<>();

    /** What a run of the launcher ended with. */
    private record Ending(int code, List<String> output, String errors) {
        String runtime() {
            return output.get(0);
        }
    }

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("a home");
        runtimes = Files.createDirectories(folder.resolve("jvm"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(LAUNCHER, home.resolve("bin/coreloom"));
        environment.put("CORELOOM_RUNTIMES", runtimes.toString());
        environment.put("PATH", tools().toString());
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        Path mine = runtime(folder.resolve("mine"), "17.0.1");
        runtime(runtimes.resolve("newer"), "25.0.3");
        environment.put("JAVA_HOME", mine.toString());
        assertEquals(mine + "/bin/java", run().runtime());
    }

    @Test
    void elseTheNewestIsTaken() throws Exception {
        runtime(runtimes.resolve("a"), "21.0.9");
        Path newest = runtime(runtimes.resolve("b"), "21.0.10");
        runtime(runtimes.resolve("c"), "17.0.15");
        runtime(runtimes.resolve("d"), "1.8.0_402");
        assertEquals(newest + "/bin/java", run().runtime());
    }

    @Test
    void aJavaOnThePathCountsToo() throws Exception {
        runtime(runtimes.resolve("a"), "21.0.9");
        Path newest = runtime(folder.resolve("elsewhere"), "26-ea");
        Files.createSymbolicLink(folder.resolve("tools/alternative"), newest.resolve("bin/java"));
        Files.createSymbolicLink(folder.resolve("tools/java"), Path.of("alternative"));
        assertEquals(newest + "/bin/java", run().runtime());
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        environment.put("JAVA_HOME", runtime(folder.resolve("old"), "11.0.2").toString());
        Path good = runtime(runtimes.resolve("good"), "17");
        assertEquals(good + "/bin/java", run().runtime());
    }

    @Test
    void withoutARuntimeItIsOneSentence() throws Exception {
        runtime(runtimes.resolve("old"), "11.0.2");
        Files.createDirectories(runtimes.resolve("empty"));
        Ending ending = run();
        assertEquals(2, ending.code());
        assertEquals("coreloom: no Java runtime of version 17 or later found; install one, or set JAVA_HOME to one.\n", ending.errors());
        assertEquals(List.of(), ending.output());
    }

    @Test
    void passesTheProgramItsArgumentsAsTheyAre() throws Exception {
        runtime(runtimes.resolve("a"), "17.0.15");
        List<String> output = run("run", "two words", "", "*").output();
        String jar = home.toRealPath() + "/lib/coreloom.jar";
        assertEquals(List.of("-cp", jar, "coreloom.app.Main", "run", "two words", "", "*"),
                output.subList(output.indexOf("-cp"), output.size()));
        assertTrue(output.contains("-Dcoreloom.home=" + home.toRealPath()));
        assertTrue(output.contains("--enable-native-access=ALL-UNNAMED"));
    }

    @Test
    void withoutATerminalNothingIsSaidOfOne() throws Exception {
        runtime(runtimes.resolve("a"), "17.0.15");
        environment.put("TERM", "xterm");
        assertFalse(run("run").output().stream().anyMatch(argument -> argument.startsWith("-Dcoreloom.stty")));
    }

    @Test
    void takesTheArchiveOfExactlyThisRuntime() throws Exception {
        Path older = runtime(folder.resolve("older"), "17.0.15");
        Path newer = runtime(folder.resolve("newer"), "25.0.3");
        String lib = home.toRealPath() + "/lib/";
        Files.createFile(home.resolve("lib/coreloom-17.0.15+build.jsa"));
        Files.createFile(home.resolve("lib/coreloom-25.0.3+build.aot"));
        environment.put("JAVA_HOME", older.toString());
        assertTrue(run().output().contains("-XX:SharedArchiveFile=" + lib + "coreloom-17.0.15+build.jsa"));
        environment.put("JAVA_HOME", newer.toString());
        assertTrue(run().output().contains("-XX:AOTCache=" + lib + "coreloom-25.0.3+build.aot"));
        environment.put("JAVA_HOME", runtime(folder.resolve("other"), "25.0.4").toString());
        assertFalse(run().output().stream().anyMatch(argument -> argument.contains("AOTCache")));
    }

    @Test
    void anArchiveOlderThanTheProgramIsNotTakenAndMadeAgain() throws Exception {
        runtime(runtimes.resolve("a"), "25.0.3");
        Path archive = Files.createFile(home.resolve("lib/coreloom-25.0.3+build.aot"));
        Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));
        Files.createFile(home.resolve("lib/coreloom.jar"));
        assertFalse(run().output().stream().anyMatch(argument -> argument.contains("AOTCache")));
        assertEquals("coreloom: start-up archive for Java 25.0.3 made.\n", run("--archives").errors());
        assertTrue(run().output().stream().anyMatch(argument -> argument.contains("AOTCache")));
    }

    @Test
    void makesAnArchiveForEveryRuntimeOnce() throws Exception {
        runtime(runtimes.resolve("a"), "17.0.15");
        runtime(runtimes.resolve("b"), "25.0.3");
        runtime(runtimes.resolve("c"), "11.0.2");
        Ending ending = run("--archives");
        assertEquals(0, ending.code());
        assertEquals("coreloom: start-up archive for Java 17.0.15 made.\n"
                + "coreloom: start-up archive for Java 25.0.3 made.\n", ending.errors());
        assertTrue(Files.exists(home.resolve("lib/coreloom-25.0.3+build.aot")));
        assertEquals("", run("--archives").errors());
    }

    @Test
    void anArchiveThatFailsIsASentenceAndNoError() throws Exception {
        Path broken = runtime(runtimes.resolve("a"), "17.0.15");
        Files.writeString(broken.resolve("bin/java"), "#!/bin/sh\necho no memory >&2\nexit 1\n");
        Ending ending = run("--archives");
        assertEquals(0, ending.code());
        String sentence = "coreloom: no start-up archive for Java 17.0.15, it starts slower; the reason is in ";
        assertTrue(ending.errors().startsWith(sentence), ending.errors());
        assertEquals("no memory\n", Files.readString(home.resolve("lib/coreloom-17.0.15+build.jsa.log")));
    }

    @Test
    void runsThroughLinks() throws Exception {
        runtime(runtimes.resolve("a"), "17.0.15");
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("second"), home.resolve("bin/coreloom"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("second"));
        assertTrue(start(links.resolve("first").toString()).output().contains("-Dcoreloom.home=" + home.toRealPath()));
    }

    @Test
    void moreOptionsComeFromTheEnvironment() throws Exception {
        runtime(runtimes.resolve("a"), "17.0.15");
        environment.put("CORELOOM_JAVA_OPTIONS", "-Xmx1g -Da=b");
        assertTrue(run().output().containsAll(List.of("-Xmx1g", "-Da=b")));
    }

    private Ending run(String... arguments) throws Exception {
        return start(home.resolve("bin/coreloom").toString(), arguments);
    }

    private Ending start(String launcher, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher));
        command.addAll(List.of(arguments));
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> output;
        try (InputStream stream = process.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        return new Ending(process.waitFor(), output, Files.readString(errors));
    }

    /** A runtime whose java says its own path and its arguments, one a line, and leaves the archive it was asked for. */
    private static Path runtime(Path where, String version) throws IOException {
        Files.createDirectories(where.resolve("bin"));
        Files.writeString(where.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"" + version + "+build\"");
        script(where.resolve("bin/java"), """
                printf '%s\\n' "$0" "$@"
                for argument in "$@"; do
                    case $argument in *AOTCacheOutput=* | *ArchiveClassesAtExit=*) echo archive > "${argument#*=}" ;; esac
                done
                """);
        return where;
    }

    /** A search path with the tools of the launcher and no java. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("readlink", "stty", "rm")) {
            script(tools.resolve(tool), "PATH=/bin:/usr/bin exec " + tool + " \"$@\"\n");
        }
        return tools;
    }

    private static void script(Path where, String text) throws IOException {
        Files.writeString(where, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(where, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
