package coreloom.workload.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Interpreters that are shell scripts, and answer what a test has them answer. */
@Timeout(60)
class InterpreterSearchTest {
    private static final long LOOK_AGAIN_NANOS = 2_000_000;

    @TempDir
    private Path folder;
    private Path answers;

    @BeforeEach
    void shell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh to play an interpreter");
        answers = folder.resolve("answers");
    }

    private Path script(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private InterpreterSearch search(String wish) {
        return new InterpreterSearch(PythonWish.parse(wish).orElseThrow(),
                new InterpreterSearch.Surroundings(List.of(folder), List.of(), answers));
    }

    private static void toTheEnd(InterpreterSearch search) {
        while (!search.step(0)) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private String found(String wish) {
        InterpreterSearch search = search(wish);
        toTheEnd(search);
        assertFalse(Files.exists(answers), "nothing is left of the search");
        return search.found().map(Interpreter::name).orElseGet(search::why).replace(folder + "/", "");
    }

    @Test
    void aBuildWithoutTheLockIsRecognisedAndNamed() throws IOException {
        script("python3.13", "echo coreloom-python CPython 3.13.0 1 0");
        assertEquals("CPython 3.13.0 free-threaded", found("3.13t"));
        script("python3.13", "echo coreloom-python CPython 3.13.0 1 1");
        assertEquals("CPython 3.13.0 free-threaded with its interpreter lock on", found("3.13t"));
        assertEquals("there is no CPython 3.13 on PATH (looked for python3.13, python3, python): "
                + "python3.13 is CPython 3.13.0 free-threaded with its interpreter lock on; "
                + "install it, or give python the path of an interpreter.", found("3.13"));
    }

    @Test
    void theNextCandidateIsAskedWhereOneIsAnother() throws IOException {
        script("python3.12", "echo 'pyenv: python3.12: command not found' >&2; exit 127");
        script("python3", "echo coreloom-python CPython 3.11.2 0 1");
        script("python", "echo some noise; echo coreloom-python CPython 3.12.1 0 1; echo more noise");
        assertEquals("CPython 3.12.1", found("3.12"));
    }

    @Test
    void whyThereIsNoneIsASentence() throws IOException {
        assertEquals("there is no CPython 3.12 on PATH (looked for python3.12, python3, python); "
                + "install it, or give python the path of an interpreter.", found("3.12"));
        script("python3.12", "echo 'pyenv: python3.12: command not found' >&2; exit 127");
        script("python3", "echo hello");
        script("python", "exit 1");
        assertEquals("there is no CPython 3.12 on PATH (looked for python3.12, python3, python): python3.12 ended with exit code 127 "
                + "(\"pyenv: python3.12: command not found\"), python3 does not answer as Python does; "
                + "install it, or give python the path of an interpreter.", found("3.12"));
        assertEquals("there is no Python from 3.8 on at that path: nowhere is no file that can be run; "
                + "install it, or give python the path of an interpreter.", found(folder.resolve("nowhere").toString()));
        assertEquals("there is no CPython 3.13 without the interpreter lock on PATH (looked for python3.13t, python3.13, python3, python): "
                + "python3 does not answer as Python does, python ended with exit code 1; "
                + "install it, or give python the path of an interpreter.", found("3.13t"));
    }

    @Test
    void oneThatDoesNotAnswerIsGivenUp() throws IOException {
        script("python3", "exec sleep 1000");
        InterpreterSearch search = search("3");
        assertFalse(search.step(0));
        assertFalse(search.step(TimeUnit.MILLISECONDS.toNanos(2_999)));
        assertTrue(search.step(TimeUnit.SECONDS.toNanos(3)));
        assertEquals(Optional.empty(), search.found());
        assertTrue(search.why().contains("python3 did not answer within 3 s"), search.why());
        assertFalse(Files.exists(answers));
    }

    @Test
    void aSearchThatIsGivenUpLeavesNothing() throws IOException {
        script("python3", "exec sleep 1000");
        InterpreterSearch search = search("3");
        assertFalse(search.step(0));
        assertTrue(Files.exists(answers));
        search.close();
        search.close();
        assertFalse(Files.exists(answers));
    }

    @Test
    void aRealOneSaysWhoItIs() throws IOException {
        Interpreter real = RealPython.orSkip("3");
        assertTrue(real.name().matches("CPython 3\\.\\d+\\.\\S+"), real.name());
    }

    @Test
    void behindAShimTheInterpreterItselfIsTaken() throws IOException {
        Path own = script("real python", "exit 0");
        script("python3", "echo 'coreloom-python CPython 3.11.7 0 1 " + own + "'");
        InterpreterSearch search = search("3");
        toTheEnd(search);
        assertEquals(own, search.found().orElseThrow().path());
        script("python3", "echo 'coreloom-python CPython 3.11.7 0 1 /nowhere/python'");
        InterpreterSearch another = search("3");
        toTheEnd(another);
        assertEquals(folder.resolve("python3"), another.found().orElseThrow().path(), "a file that is not there cannot be run");
    }

    @Test
    void anAnswerIsTakenFromWhateverIsBesideIt() {
        assertEquals(Optional.empty(), Interpreter.parse(folder, "coreloom-python CPython 3.13.0 0"));
        assertEquals(Optional.empty(), Interpreter.parse(folder, "coreloom-python CPython 3.13.0 2 0"));
        assertEquals(Optional.empty(), Interpreter.parse(folder, "coreloom-python \u001b[31m 3.13.0 0 1"));
        assertEquals("CPython 3.14.0rc1", Interpreter.parse(folder, "x\r\ncoreloom-python CPython 3.14.0rc1 0 1\r\ny").orElseThrow().name());
    }
}
