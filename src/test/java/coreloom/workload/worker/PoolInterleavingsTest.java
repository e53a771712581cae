package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.BrokenPrimitives;
import coreloom.gil.Exploration;
import coreloom.gil.Model;
import coreloom.gil.Primitives;
import coreloom.telemetry.WorkerPage;
import coreloom.workload.worker.PoolProgram.Parts;
import coreloom.workload.worker.PoolProgram.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pool in every order of its steps: no call is lost or done twice, none beyond the bound, and all come to an end. The last tests break
 * what it stands on, and the exploration must notice.
 */
class PoolInterleavingsTest {
    @TempDir
    private Path directory;
    private WorkerPage page;

    @BeforeEach
    void lay() throws IOException {
        page = new WorkerPage(directory.resolve("page"), 1, 1);
    }

    @Test
    void oneCallInEveryOrder() {
        explored(new Exploration(1, 0), model -> program(new Parts(model), new Size(1, 1, 1, 1)));
        explored(new Exploration(0, 1), model -> program(new Parts(model), new Size(1, 1, 1, 1)));
        explored(new Exploration(0, 0), model -> program(new Parts(model), new Size(2, 1, 1, 1)));
    }

    @Test
    void moreCallsThanRoomAndWorkers() {
        explored(new Exploration(9, 0, 2), model -> program(new Parts(model), new Size(2, 2, 1, 3)));
        explored(new Exploration(9, 0, 1), model -> program(new Parts(model), new Size(3, 4, 2, 4)));
    }

    @Test
    void anotherThreadOfTheParentMayRunAtEachSafePoint() {
        explored(new Exploration(9, 0, 1), model -> program(new Parts(model) {
            @Override
            Chores.Costs costs() {
                return new Chores.Costs(1, 1, 1, 1, 1, 0, 0);
            }
        }, new Size(2, 2, 1, 3)));
    }

    @Test
    void allComeToAnEndWheneverTheyAreStopped() {
        explored(new Exploration(0, 0), model -> program(new Parts(model), new Size(1, 1, 1, 1)).stoppedAnywhere());
        explored(new Exploration(9, 0, 2), model -> program(new Parts(model), new Size(2, 2, 1, 2)).stoppedAnywhere());
        explored(new Exploration(9, 0, 1), model -> program(new Parts(model), new Size(3, 4, 2, 4)).stoppedAnywhere());
    }

    @Test
    void readersWhoDoNotExcludeEachOtherAreNoticed() {
        assertCaught("two read one message", model -> new Parts(model) {
            @Override
            Primitives.Mutex readers() {
                return new Open(model);
            }
        });
    }

    @Test
    void aRingThatIsLostIsNoticed() {
        assertCaught("nobody can move", model -> new Parts(model) {
            @Override
            Bell bell() {
                return new Bell(BrokenPrimitives.deaf(model));
            }
        });
    }

    @Test
    void aCallThatIsCountedTwiceIsNoticed() {
        assertCaught("more calls than the bound", model -> new Parts(model) {
            @Override
            Tally taken() {
                Tally sound = super.taken();
                return new Tally() {
                    @Override
                    public void increment() {
                        sound.increment();
                        sound.increment();
                    }

                    @Override
                    public long value() {
                        return sound.value();
                    }
                };
            }
        });
    }

    @Test
    void anEndTooFewIsNoticed() {
        assertCaught("nobody can move", model -> new Parts(model) {
            @Override
            int ends(int workers) {
                return workers - 1;
            }
        });
    }

    private PoolProgram program(Parts parts, Size size) {
        return new PoolProgram(parts, size, page);
    }

    private static void explored(Exploration exploration, Function<Model, Exploration.Program> program) {
        int runs = exploration.explore(program);
        assertTrue(runs > 100, "only " + runs + " runs");
    }

    private void assertCaught(String words, Function<Model, Parts> mutant) {
        Exploration exploration = new Exploration(9, 0, 2);
        AssertionError caught = assertThrows(AssertionError.class,
                () -> exploration.explore(model -> program(mutant.apply(model), new Size(2, 3, 1, 3))));
        assertTrue(caught.getMessage().contains(words), caught.getMessage());
        assertTrue(caught.getMessage().contains("to the pipe of calls"), "the schedule is printed");
    }

    /** Lets everybody in. */
    private record Open(Model model) implements Primitives.Mutex {
        @Override
        public void lock() {
            model.point("locks without waiting");
        }

        @Override
        public void unlock() {}
    }
}
