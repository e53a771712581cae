package coreloom.gil.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.JavaPrimitives;
import coreloom.gil.Uncounted;
import coreloom.gil.World;
import coreloom.gil.WorldThread;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.telemetry.TelemetryPage;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real threads on one heap without an interpreter lock: they put lists into each other's lists, read them without a lock and make cycles of them,
 * while any of them stops the world to collect, blocks, ends or begins. Whoever has a reference finds a list that is there; at the end all is freed.
 */
@Timeout(120)
class SharedHeapOnThisMachineTest {
    private static final int THREADS = 4;
    private static final int LIVES = 3;
    private static final int TURNS = 60_000;
    private static final int PLACES = 8;

    @TempDir
    private Path directory;
    private WorkerPage page;
    private World world;
    private Heap heap;
    /** A list in which all threads put and find others; each has a reference to it. */
    private ListObject places;

    /** What one thread does in its life; all the lists that it was ever given. */
    private final class Life {
        private final Random random;
        private final WorldThread thread;
        private final ObjectThread objects;
        private final Set<ListObject> made = Collections.newSetFromMap(new IdentityHashMap<>());

        Life(int slot, long seed) {
            random = new Random(seed);
            thread = world.join(page.slot(slot));
            thread.attach();
            objects = heap.attach(thread);
        }

        Set<ListObject> live() {
            for (int turn = 0; turn < TURNS; turn++) {
                int place = random.nextInt(PLACES);
                switch (random.nextInt(4)) {
                    case 0 -> drop(objects.set(places, place, turn, null));
                    case 1 -> drop(objects.set(places, place, 0, make(place)));
                    default -> use(place);
                }
                objects.safePoint();
                thread.safePoint();
                if (turn % 1_000 == 999) {
                    thread.detach();
                    thread.attach();
                }
            }
            objects.end();
            thread.detach();
            thread.leave();
            return made;
        }

        /** A list that knows its place and refers to itself. */
        private ListObject make(int place) {
            ListObject list = objects.newList();
            made.add(list);
            objects.append(list, place, null);
            objects.keep(list);
            objects.append(list, 0, list);
            return list;
        }

        /** Finds a list, looks through it, and adds what it finds elsewhere. */
        private void use(int place) {
            ListObject found = (ListObject) objects.element(places, place);
            if (found != null) {
                assertFalse(found.isFreed(), "a list was freed that is in its place");
                assertEquals(null, objects.element(found, 0));
                assertEquals(place, objects.number(), "a list in another's place");
                drop(objects.element(found, found.size() - 1));
                if (found.size() < 6) {
                    Counted other = objects.element(places, random.nextInt(PLACES));
                    objects.append(found, 1, other);
                }
                assertFalse(found.isFreed(), "a list was freed while it is used");
                objects.drop(found);
            }
        }

        private void drop(Counted object) {
            if (object != null) {
                objects.drop(object);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void nothingIsFreedEarlyAndAllInTheEnd(Counting.Way way) throws Exception {
        TelemetryPage reader = begin(way);
        ObjectThread last = heap.attach(new Uncounted());
        places = last.newList();
        for (int i = 0; i < PLACES; i++) {
            places.append(0, null);
        }
        Set<ListObject> made = Collections.newSetFromMap(new IdentityHashMap<>());
        for (FutureTask<Set<ListObject>> life : lives()) {
            made.addAll(life.get());
        }
        for (int i = 0; i < PLACES; i++) {
            Counted left = last.set(places, i, 0, null);
            if (left != null) {
                last.drop(left);
            }
        }
        last.collect(0);
        last.safePoint();
        assertTrue(made.stream().allMatch(Counted::isFreed), "some were left");
        assertEquals(1, last.counting().references(places));
        assertCounted(reader);
    }

    private TelemetryPage begin(Counting.Way way) throws IOException {
        TelemetryPage reader = TelemetryPage.create(directory.resolve("page"), THREADS);
        page = new WorkerPage(directory.resolve("page"), THREADS, 1);
        world = new World(new JavaPrimitives(System::nanoTime));
        heap = Heap.unguarded(way, 600, System::nanoTime);
        return reader;
    }

    private List<FutureTask<Set<ListObject>>> lives() {
        List<FutureTask<Set<ListObject>>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int slot = i;
            FutureTask<Set<ListObject>> task = new FutureTask<>(() -> {
                Set<ListObject> made = Collections.newSetFromMap(new IdentityHashMap<>());
                for (int life = 0; life < LIVES; life++) {
                    made.addAll(new Life(slot, slot * LIVES + life).live());
                }
                return made;
            });
            tasks.add(task);
            Thread thread = new Thread(task, "lives-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        return tasks;
    }

    /** Every collection but the last was counted by the thread that ran it. */
    private void assertCounted(TelemetryPage reader) {
        WorkerTable table = new WorkerTable();
        reader.read(table, 0, 0, 0);
        long collections = 0;
        for (int slot = 0; slot < THREADS; slot++) {
            collections += table.count(slot, Count.COLLECTIONS);
        }
        assertTrue(collections > 0, "nobody has collected");
        assertEquals(heap.account().collections(0) - 1, collections);
    }
}
