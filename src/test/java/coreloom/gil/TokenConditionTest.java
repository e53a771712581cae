package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The condition alone, in every order of its steps. That each run ends says that no signal is lost. */
class TokenConditionTest {
    private static final long LONG = 1_000_000;

    @Test
    void everySignalLetsOneWaiterGoAndNotAlwaysTheFirst() {
        Set<List<Integer>> orders = new HashSet<>();
        explore(4, new Exploration(2, 0), model -> new Room(model) {
            @Override
            void enter(int number) {
                if (number < 2) {
                    condition.await(new Waiter(model.parker()));
                    left.add(number);
                } else {
                    condition.signal();
                }
            }

            @Override
            public void check() {
                orders.add(List.copyOf(left));
            }
        });
        assertEquals(Set.of(List.of(0, 1), List.of(1, 0)), orders);
    }

    @Test
    void aWaiterWhoseTimeEndsTakesNoSignalAwayWithoutSayingSo() {
        Set<Boolean> ends = new HashSet<>();
        explore(3, new Exploration(2, 2), model -> new Room(model) {
            @Override
            void enter(int number) {
                if (number == 0) {
                    boolean signalled = condition.await(new Waiter(model.parker()), LONG);
                    ends.add(signalled);
                    if (signalled) {
                        condition.signal();
                    }
                } else if (number == 1) {
                    condition.await(new Waiter(model.parker()));
                    condition.signal();
                } else {
                    condition.signal();
                }
            }
        });
        assertEquals(Set.of(true, false), ends);
    }

    @Test
    void whoComesAfterTheSignalCannotTakeIt() {
        explore(2, new Exploration(3, 2), model -> new Room(model) {
            @Override
            void enter(int number) {
                if (number == 1) {
                    condition.signal();
                }
                condition.await(new Waiter(model.parker()));
                left.add(number);
                assertEquals(0, left.get(0), "the signal was for the one that had come before it");
                condition.signal();
            }
        });
    }

    @Test
    void timeEndsAWaitAndIsTold() {
        Model model = new Model();
        HandTurnedClock clock = new HandTurnedClock(model);
        List<Boolean> ends = new ArrayList<>();
        model.run(clock, List.of(() -> {
            clock.turn(0);
            clock.turn(LONG - 1);
            assertTrue(ends.isEmpty(), "one ns early");
            clock.turn(1);
            assertEquals(List.of(false), ends);
        }, () -> {
            Primitives.Mutex mutex = model.mutex();
            mutex.lock();
            ends.add(new TokenCondition(model, mutex).await(new Waiter(model.parker()), LONG));
            mutex.unlock();
        }));
    }

    private static void explore(int actors, Exploration exploration, Function<Model, Room> room) {
        exploration.explore(model -> room.apply(model).with(actors));
    }

    /** Actors that come into one mutex, numbered in the order in which they come. */
    private abstract static class Room implements Exploration.Program {
        final TokenCondition condition;
        final List<Integer> left = new ArrayList<>();
        private final Primitives.Mutex mutex;
        private final List<Runnable> actors = new ArrayList<>();
        private int came;

        Room(Model model) {
            mutex = model.mutex();
            condition = new TokenCondition(model, mutex);
        }

        abstract void enter(int number);

        Room with(int count) {
            for (int i = 0; i < count; i++) {
                actors.add(() -> {
                    mutex.lock();
                    enter(came++);
                    mutex.unlock();
                });
            }
            return this;
        }

        @Override
        public List<Runnable> actors() {
            return actors;
        }

        @Override
        public void check() {}
    }
}
