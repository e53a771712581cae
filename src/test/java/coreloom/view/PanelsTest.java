package coreloom.view;

import coreloom.history.History;
import coreloom.snapshot.CoreKind;
import coreloom.snapshot.LogicalCore;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden screens of every view that keys lead to, at three sizes, in colour and ASCII, on machines from one core to 256. */
class PanelsTest {
    private static final int[][] SIZES = {{80, 24}, {120, 40}, {200, 60}};

    /** Keys that lead from the usual screen to a view, and what its files are called. */
    private enum View {
        USUAL("", "usual"), PLACEMENT("w", "placement"), WAIT_TIMES("l", "wait-times"), LANES("c", "compare"), BUDGET("t", "budget"),
        SMT("f", "fold-smt"), CACHE("ff", "fold-cache"), NODE("fff", "fold-node"), PACKAGE("ffff", "fold-package"), BUSIEST("fffff", "fold-busiest"),
        WORST("fd", "most"), ZOOM("zz", "zoom"), SORTED("ss", "sorted"), GROUPED("gg", "grouped"), HELP("?", "help");

        private final String keys;
        private final String file;

        View(String keys, String file) {
            this.keys = keys;
            this.file = file;
        }

        State state() {
            State state = State.initial();
            for (char key : keys.toCharArray()) {
                state = state.on(Key.of(key), EvenTimes.range(0, false)).state();
            }
            return state;
        }
    }

    private static void check(History history, View view, Surroundings around, int[] size, String name, boolean unicode) throws IOException {
        Ink ink = new Ink(new Look(unicode ? Look.Depth.INDEXED : Look.Depth.MONOCHROME, unicode));
        String text = Picture.of(ink, history, view.state(), around, size[0], size[1]).text();
        Golden.check("screens/panels/" + name + "-" + view.file + (unicode ? "" : "-ascii") + "-" + size[0] + "x" + size[1] + ".txt", text);
    }

    private static Surroundings around(List<LogicalCore> topology) {
        return new Surroundings(Picture.AROUND.profiles(), "", 2, 1_000_000_000L, Optional.empty(), false, "", List.of(), topology);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USUAL", "PLACEMENT", "WAIT_TIMES", "LANES", "BUDGET", "SORTED", "GROUPED", "HELP", "ZOOM"})
    void everyViewAtEverySize(String view) throws IOException {
        History history = Picture.play(threeLanes());
        for (int[] size : SIZES) {
            check(history, View.valueOf(view), around(List.of()), size, "lanes", true);
            check(history, View.valueOf(view), around(List.of()), size, "lanes", false);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 256})
    void everyNumberOfCores(int cores) throws IOException {
        History history = Picture.play(machine(cores, 2 * cores));
        for (int[] size : SIZES) {
            check(history, View.USUAL, around(topology(cores)), size, "cores-" + cores, true);
        }
        check(history, View.PLACEMENT, around(topology(cores)), SIZES[0], "cores-" + cores, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMT", "CACHE", "NODE", "PACKAGE", "BUSIEST", "WORST"})
    void aLargeMachineFolded(String view) throws IOException {
        History history = Picture.play(machine(256, 300));
        for (int[] size : SIZES) {
            check(history, View.valueOf(view), around(topology(256)), size, "cores-256", true);
        }
        check(history, View.valueOf(view), around(topology(256)), SIZES[0], "cores-256", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USUAL", "SORTED", "GROUPED", "PLACEMENT"})
    void aThousandThreads(String view) throws IOException {
        History history = Picture.play(machine(8, 1000));
        for (int[] size : SIZES) {
            check(history, View.valueOf(view), around(topology(8)), size, "threads-1000", true);
        }
    }

    /** Two packages, four nodes, a cache for eight cores, SMT siblings half the machine apart; eight cores have two kinds. */
    private static List<LogicalCore> topology(int cores) {
        List<LogicalCore> topology = new ArrayList<>();
        int physical = Math.max(1, cores / 2);
        for (int id = 0; id < cores; id++) {
            int core = id % physical;
            CoreKind kind = cores != 8 ? CoreKind.ORDINARY : core < 2 ? CoreKind.PERFORMANCE : CoreKind.EFFICIENCY;
            topology.add(new LogicalCore(id, core, core * 2 / physical, core * 4 / physical, OptionalInt.of(core / 4), kind));
        }
        return topology;
    }

    /** Cores that are busy in a slope that moves on each second, threads that go from core to core at different paces; one core goes offline. */
    private static ScriptedSource machine(int cores, int threads) {
        ScriptedSource source = ScriptedSource.cores(cores).lasting(40).at(0, machine -> {
            machine.lane("server", "attached", 0).process(10).process(20).phase(Phase.MEASURED);
            for (int id = 0; id < threads; id++) {
                machine.thread(id % 3 == 0 ? 20 : 10, 100 + id, id % 4 == 0 ? "io-" + id / 4 : "compute-" + id)
                        .affinity(id % 2 == 0 ? "0-" + (cores - 1) : "0");
            }
        });
        for (int tick = 0; tick < 40; tick++) {
            int now = tick;
            source.at(tick, machine -> {
                for (int id = 0; id < cores; id++) {
                    machine.core(id).busy((id * 7 + now * 5) % 101 / 100.0);
                }
                for (int id = 0; id < threads; id++) {
                    double onCpu = (id * 13 + now * 3) % 10 / 10.0;
                    machine.thread(100 + id).onCpu(onCpu).runDelay((1 - onCpu) / 4).state(onCpu > 0.5 ? 'R' : 'S')
                            .lastOn((id + now / (1 + id % 5)) % cores);
                }
                if (now == 30 && cores > 2) {
                    machine.core(cores - 1).offline();
                }
            });
        }
        return source;
    }

    /** Threads, a common lock and the interpreter lock, one after the other; waits of two lengths under the locks. */
    private static ScriptedSource threeLanes() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(40).at(0, machine -> machine.profile("cpu"));
        begin(source, 0, "threads", 100, 0.49, 0, 0);
        begin(source, 12, "locked", 200, 0.35, 0.3, 80_000);
        begin(source, 25, "gil", 300, 0.24, 0.74, 15_800_000);
        return source;
    }

    private static void begin(ScriptedSource source, int at, String variant, int pid, double onCpu, double waiting, long waitNanos) {
        source.at(at, machine -> {
            var lane = machine.lane(variant, variant, 4).phase(Phase.MEASURED).process(pid);
            for (int i = 0; i < 4; i++) {
                lane.worker(pid, pid + 1 + i);
                machine.thread(pid, pid + 1 + i, "worker-" + i).onCpu(onCpu).runDelay(0.98 - onCpu - waiting).state('R').lastOn(i % 2);
                machine.worker(pid + 1 + i).units(onCpu * (12_000 + 1000 * i));
                if (waiting > 0) {
                    WaitKind kind = variant.equals("gil") ? WaitKind.INTERPRETER_LOCK : WaitKind.LOCK;
                    machine.worker(pid + 1 + i).waits(kind, waiting).lockWaits(40 + i, waitNanos).lockWaits(3, waitNanos * 20).counts(Count.HANDOFFS, 41);
                }
            }
        });
        for (int tick = at + 1; tick < at + 12; tick++) {
            int now = tick;
            source.at(tick, machine -> machine.thread(pid + 1 + now % 4).lastOn(now % 2));
        }
        source.at(at + 12, machine -> {
            if (!variant.equals("gil")) {
                machine.lane(variant).phase(Phase.ENDED).exited(pid, 0, "");
                for (int tid = pid + 1; tid <= pid + 4; tid++) {
                    machine.worker(tid).stops();
                    machine.thread(tid).ends();
                }
            }
            machine.core(0).busy(0.9);
            machine.core(1).busy(variant.equals("gil") ? 0.1 : 0.9);
        });
    }
}
