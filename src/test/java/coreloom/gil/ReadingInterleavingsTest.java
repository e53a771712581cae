package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.object.Counted;
import coreloom.gil.object.ListObject;
import coreloom.gil.object.ObjectThread;
import coreloom.gil.object.SteppedObjects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A list that is read without its lock while others put something else into its place, in every order of their steps: who gets an object has a
 * reference to it, and one that was freed and made anew meanwhile is left alone. The last test leaves the second look out, and the exploration
 * must notice.
 */
class ReadingInterleavingsTest {
    /**
     * A maker whose list holds an empty list, and readers who read that place. The maker puts a number there, and then makes a list that is not
     * empty, perhaps of the same block, and shows it in another place.
     */
    private static final class Program implements Exploration.Program {
        private final Model model;
        private final SteppedObjects maker;
        private final SteppedObjects.Shared shared;
        private final ListObject list;
        private final ListObject inner;
        private final ListObject elsewhere;
        private final boolean looks;
        private final List<SteppedObjects> readers = new ArrayList<>();
        private final List<Runnable> actors = new ArrayList<>();
        private boolean stepping;
        private ListObject anew;

        Program(Model model, boolean looks, boolean makerChanges) {
            this.model = model;
            this.looks = looks;
            shared = new SteppedObjects.Shared(model);
            maker = new SteppedObjects(shared, this::point, true);
            list = maker.thread().newList();
            inner = maker.thread().newList();
            list.append(0, inner);
            elsewhere = maker.thread().newList();
            elsewhere.append(5, null);
            if (makerChanges) {
                actors.add(() -> {
                    stepping = true;
                    change(maker.thread());
                    maker.thread().safePoint();
                    makeAnew();
                });
            }
        }

        private void makeAnew() {
            anew = maker.thread().newList();
            anew.append(7, null);
            maker.thread().keep(anew);
            maker.thread().set(elsewhere, 0, 0, anew);
        }

        private void point(String what) {
            if (stepping) {
                model.point(what);
            }
        }

        private void change(ObjectThread by) {
            Counted before = by.set(list, 0, 5, null);
            assertSame(inner, before);
            by.drop(before);
        }

        Program reader(int times) {
            SteppedObjects reader = new SteppedObjects(shared, this::point, looks);
            readers.add(reader);
            actors.add(() -> {
                stepping = true;
                for (int i = 0; i < times; i++) {
                    read(reader.thread(), list, 0);
                }
            });
            return this;
        }

        /** Adds a thread that reads the other place. */
        Program readerElsewhere() {
            SteppedObjects reader = new SteppedObjects(shared, this::point, looks);
            readers.add(reader);
            actors.add(() -> {
                stepping = true;
                read(reader.thread(), elsewhere, 1);
            });
            return this;
        }

        /** Adds a thread that changes the place, and is not the maker of what was there. */
        Program changer() {
            SteppedObjects changer = new SteppedObjects(shared, this::point, true);
            readers.add(changer);
            actors.add(() -> {
                stepping = true;
                change(changer.thread());
            });
            return this;
        }

        private void read(ObjectThread reader, ListObject from, int size) {
            Counted got = reader.element(from, 0);
            if (got == null) {
                assertEquals(5, reader.number(), "a number is read as it was put there");
            } else {
                assertEquals(size, ((ListObject) got).size(), "read what was never there");
                assertFalse(got.isFreed(), "read after it was freed");
                point("uses what it has read");
                assertFalse(got.isFreed(), "freed while a reader has it");
                reader.drop(got);
            }
        }

        @Override
        public List<Runnable> actors() {
            return actors;
        }

        @Override
        public void check() {
            stepping = false;
            maker.thread().safePoint();
            readers.forEach(reader -> reader.thread().safePoint());
            assertEquals(1, maker.references(list), "references to the list");
            if (anew == inner) {
                assertFalse(inner.isFreed());
                assertEquals(2, maker.references(inner), "references to the list made anew");
            } else {
                assertTrue(inner.isFreed(), "nobody has it any more");
            }
        }
    }

    @Test
    void aReaderBesideTheMakerInEveryOrder() {
        int runs = new Exploration(4, 0).explore(model -> new Program(model, true, true).reader(2));
        assertTrue(runs > 100, "only " + runs + " runs");
    }

    @Test
    void aReaderBesideSomebodyElseInEveryOrder() {
        int runs = new Exploration(4, 0).explore(model -> new Program(model, true, false).reader(2).changer());
        assertTrue(runs > 100, "only " + runs + " runs");
    }

    @Test
    void twoReadersBesideTheMakerInEveryOrder() {
        new Exploration(2, 0).explore(model -> new Program(model, true, true).reader(1).reader(1));
        new Exploration(3, 0).explore(model -> new Program(model, true, true).reader(1).readerElsewhere());
        new Exploration(2, 0).explore(model -> new Program(model, true, false).reader(1).reader(1).changer());
    }

    @Test
    void aReaderThatDoesNotLookAgainIsNoticed() {
        AssertionError caught = assertThrows(AssertionError.class,
                () -> new Exploration(2, 0).explore(model -> new Program(model, false, true).reader(1).readerElsewhere()));
        assertTrue(caught.getMessage().contains("read what was never there"), caught.getMessage());
    }
}
