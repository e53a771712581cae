package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinningTest {
    private static final Optional<CoreSet> USABLE = CoreSet.parse("0-1");

    @TempDir
    private Path folder;

    private static CoreSet cores(String list) {
        return CoreSet.parse(list).orElseThrow();
    }

    /** A program of that name that does what the script says. */
    private Tool program(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Tool(file);
    }

    @Test
    void readsTheCoresThatAThreadMayUse() {
        assertEquals(Optional.of(cores("0,2-3")), Pinning.parse(List.of("Name:\tjava", "Cpus_allowed:\td", "Cpus_allowed_list:\t0,2-3", "Mems_allowed:\t1")));
        assertEquals(Optional.empty(), Pinning.parse(List.of("Name:\tjava")));
        assertEquals(Optional.empty(), Pinning.parse(List.of("Cpus_allowed_list:")));
    }

    @Test
    void coresThatWeMayNotUseOurselvesAreNamed() {
        Pinning pinning = new Pinning(Optional.empty(), USABLE);
        assertEquals(Optional.of("core 2 is not usable here; usable are 0-1"), pinning.obstacle(cores("0,2")));
        assertEquals(Optional.of("cores 2-3 are not usable here; usable is 1"), new Pinning(Optional.empty(), CoreSet.parse("1")).obstacle(cores("1-3")));
    }

    @Test
    void withoutTasksetThereIsNoConfining() {
        assertEquals(Optional.of("taskset is not on the PATH, which confines a lane to cores; it comes with util-linux"),
                new Pinning(Optional.empty(), USABLE).obstacle(cores("0")));
    }

    @Test
    void itIsTriedOut() throws Exception {
        assumeTrue(Tool.named("true").isPresent(), "no true on the PATH");
        Tool works = program("works", "[ \"$1 $2 $3\" = \"-c 0 true\" ]");
        assertEquals(Optional.empty(), new Pinning(Optional.of(works), USABLE).obstacle(cores("0")));
        assertEquals(List.of(works.path().toString(), "-c", "0-1"), new Pinning(Optional.of(works), USABLE).prefix(cores("1,0")));
        Tool fails = program("fails", "exit 1");
        assertEquals(Optional.of(fails.path() + " could not confine a process to core 0"), new Pinning(Optional.of(fails), USABLE).obstacle(cores("0")));
    }

    @Test
    void allUsableCoresAreNoCap() {
        Pinning pinning = new Pinning(Optional.empty(), USABLE);
        assertEquals(List.of(), pinning.cap(cores("0-1")));
        assertEquals(List.of(1), pinning.cap(cores("1")));
        assertEquals(List.of(0, 1), new Pinning(Optional.empty(), Optional.empty()).cap(cores("0-1")), "who does not know withholds nothing from sight");
    }

    @Test
    void aToolIsTheFirstOfItsNameOnThePath() throws Exception {
        Tool tool = program("tool", "exit 0");
        Files.createDirectory(Files.createDirectory(folder.resolve("first")).resolve("tool"));
        String path = folder.resolve("nowhere") + ":" + folder.resolve("first") + ":" + folder;
        assertEquals(Optional.of(tool), Tool.named("tool", path), "a folder of that name is no program");
        assertEquals(Optional.empty(), Tool.named("absent", path));
        assertTrue(Tool.succeeds(tool.with()));
    }
}
