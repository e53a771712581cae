package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    /** Above every limit of process ids that a kernel has. */
    private static final long DEAD = 999_999_999;

    @TempDir
    private Path place;

    @Test
    void belongsToItsOwnerAloneAndNamesTheMonitor() throws IOException {
        try (RunFolder folder = RunFolder.createIn(place)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
            assertTrue(folder.path().getFileName().toString().startsWith(RunFolder.prefix(ProcessHandle.current().pid())));
        }
    }

    @Test
    void isRemovedWithAllThatIsInIt() throws IOException {
        RunFolder folder = RunFolder.createIn(place);
        Files.writeString(folder.path().resolve("page"), "x");
        folder.close();
        folder.close();
        assertFalse(Files.exists(folder.path()));
    }

    @Test
    void whatDeadMonitorsLeftIsSweptAndNothingElse() throws IOException {
        Path left = Files.createDirectory(place.resolve(RunFolder.prefix(DEAD) + "1"));
        Files.writeString(left.resolve("lane-0-process-0.page"), "x");
        Path living = Files.createDirectory(place.resolve(RunFolder.prefix(ProcessHandle.current().pid()) + "1"));
        Path other = Files.createDirectory(place.resolve("coreloom-notes"));
        Path elsewhere = Files.createDirectory(place.resolve("coreloom-" + DEAD + "-77-1"));
        Path target = Files.createDirectory(place.resolve("target"));
        Path link = Files.createSymbolicLink(place.resolve(RunFolder.prefix(DEAD) + "2"), target);
        try (RunFolder folder = RunFolder.createIn(place)) {
            assertFalse(Files.exists(left));
            assertTrue(Files.exists(living));
            assertTrue(Files.exists(other));
            assertTrue(Files.exists(elsewhere), "the ids of another namespace say nothing here");
            assertTrue(Files.exists(target));
            assertTrue(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
            assertTrue(Files.exists(folder.path()));
        }
    }

    @Test
    void twoThatSweepAtOnceLeaveNothing() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.createFile(Files.createDirectory(place.resolve(RunFolder.prefix(DEAD) + i)).resolve("page"));
        }
        CompletableFuture<Long> other = CompletableFuture.supplyAsync(this::leftAfterSweeping);
        assertEquals(0, leftAfterSweeping());
        assertEquals(0, other.get());
    }

    private long leftAfterSweeping() {
        try (RunFolder folder = RunFolder.createIn(place); Stream<Path> all = Files.list(folder.path().getParent())) {
            return all.filter(path -> path.getFileName().toString().startsWith(RunFolder.prefix(DEAD))).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
