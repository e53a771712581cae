package coreloom.across;

import coreloom.snapshot.Interpreter;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LockSight;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedCore;
import coreloom.snapshot.ScriptedLane;
import coreloom.snapshot.ScriptedMachine;
import coreloom.snapshot.ScriptedThread;
import coreloom.snapshot.ScriptedWorker;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * What changes at one snapshot of a scenario. Shares are of wall time and hold until changed. An id may be a range, {@code "201-204"}; a
 * value of it may then be a list, which is gone through over and over, and {@code #} in a name stands for the number within the range.
 *
 * <pre>
 *   profile = "gil"                                                 a new run: lanes and workers of the last are gone
 *   cores = [{id = "0-1", busy = [0.9, 0.1], io_wait = 0, steal = 0, online = true}]
 *   lanes = [{name = "gil", variant = "gil", workers = 4, process = 200,     a variant makes it a new lane
 *             phase = "measured", planned_s = 8, trouble = "...", note = "...", exit = {pid = 200, code = 137, words = "Killed"},
 *             confined_to = [0]}]
 *   threads = [{tid = "201-204", pid = 200, name = "worker-#", lane = "gil", a pid makes it a new thread, a lane a worker of that lane
 *               on_cpu = 0.2, run_delay = 0, state = "R", last_on = [0, 1], without = ["run_delay"], ends = true,
 *               units = 100, units_only = true, handoffs = 41, waits = {gil = 0.7}, lock_waits = {per_second = 41, micros = 15800},
 *               collections = {per_second = 40, micros = 900}, stops = true}]
 *   workers = [{number = "0-9", lane = "virtual", pid = 200,                 workers without a kernel thread; a pid makes it a new one
 *               units = 100, waits = {io = 0.9}, lock_waits = {…}, stops = true}]
 *   threads = [{tid = "201-204", looks = 10, found = {gil = 7}, lock = "0x7f10"}]   looked at so often a second, found waiting so often
 *   interpreter = {pid = 200, version = "3.12.1"}                   runs CPython, whose lock is inferred
 *   coroutines = [{lane = "asyncio", number = "0-3", thread = 201, pid = 200,      a thread makes them new workers, all on that thread
 *                  units = 100, waits = …, lock_waits = …}]
 * </pre>
 *
 * @param table as written
 * @param where for sentences
 */
record ScenarioChange(TomlTable table, String where) {
    private static final Set<String> WORDS = Set.of("snapshot", "profile", "cores", "lanes", "threads", "workers", "interpreter", "coroutines");
    private static final Set<String> CORE = Set.of("id", "busy", "io_wait", "steal", "online");
    private static final Set<String> LANE = Set.of("name", "variant", "workers", "process", "phase", "planned_s", "trouble", "note", "exit",
            "confined_to");
    private static final Set<String> COROUTINE = Set.of("lane", "number", "thread", "pid", "units", "waits", "lock_waits");
    private static final Set<String> THREAD = Set.of("tid", "pid", "name", "lane", "on_cpu", "run_delay", "state", "last_on",
            "without", "ends", "units", "units_only", "handoffs", "waits", "lock_waits", "collections", "stops", "looks", "found",
            "lock");
    private static final Set<String> WORKER = Set.of("number", "lane", "pid", "units", "handoffs", "waits", "lock_waits", "stops");

    void apply(ScriptedMachine machine) {
        ScenarioReader.onlyKnown(table, WORDS, where);
        if (table.contains("profile")) {
            machine.profile(table.getString("profile"));
        }
        if (table.contains("interpreter")) {
            TomlTable seen = table.getTable("interpreter");
            machine.interpreterLock(InterpreterLockReading.without(ScenarioReader.number(seen, "pid", 0),
                    new Interpreter(seen.getString("version"), false), LockSight.INFERRED, "Its memory may not be read."));
        }
        each("cores", CORE, core -> overRange(core, "id", (id, at) -> core(core, at, machine.core(id))));
        each("lanes", LANE, lane -> lane(lane, machine));
        each("threads", THREAD, thread -> overRange(thread, "tid", (tid, at) -> thread(thread, tid, at, machine)));
        each("workers", WORKER, worker -> overRange(worker, "number", (number, at) -> alone(worker, number, at, machine)));
        each("coroutines", COROUTINE, each -> overRange(each, "number", (number, at) -> coroutine(each, number, at, machine)));
    }

    private void each(String word, Set<String> known, Consumer<TomlTable> action) {
        TomlArray all = table.getArrayOrEmpty(word);
        for (int i = 0; i < all.size(); i++) {
            ScenarioReader.onlyKnown(all.getTable(i), known, where + ", " + word);
            action.accept(all.getTable(i));
        }
    }

    /** Something done for each id of a range. */
    private interface Step {
        void apply(int id, int at);
    }

    private static void overRange(TomlTable entry, String word, Step step) {
        String[] ends = String.valueOf(entry.get(word)).split("-");
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        for (int id = first; id <= last; id++) {
            step.apply(id, id - first);
        }
    }

    /** The value of a word for the {@code at}-th of a range; null when it is not there. */
    private static Object value(TomlTable entry, String word, int at) {
        Object value = entry.get(word);
        return value instanceof TomlArray list ? list.get(at % list.size()) : value;
    }

    private static void number(TomlTable entry, String word, int at, Consumer<Double> action) {
        if (value(entry, word, at) instanceof Number number) {
            action.accept(number.doubleValue());
        }
    }

    private static void core(TomlTable entry, int at, ScriptedCore core) {
        number(entry, "busy", at, core::busy);
        number(entry, "io_wait", at, core::ioWait);
        number(entry, "steal", at, core::steal);
        if (entry.contains("online") && entry.getBoolean("online")) {
            core.online();
        } else if (entry.contains("online")) {
            core.offline();
        }
    }

    private static void lane(TomlTable entry, ScriptedMachine machine) {
        String name = entry.getString("name");
        ScriptedLane lane = entry.contains("variant")
                ? machine.lane(name, entry.getString("variant"), ScenarioReader.number(entry, "workers", 1))
                : machine.lane(name);
        if (entry.contains("process")) {
            overRange(entry, "process", (pid, at) -> lane.process(pid));
        }
        if (entry.contains("phase")) {
            lane.phase(Phase.valueOf(entry.getString("phase").toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        number(entry, "planned_s", 0, seconds -> lane.planned(Duration.ofSeconds(seconds.longValue())));
        if (entry.contains("trouble")) {
            lane.trouble(entry.getString("trouble"));
        }
        if (entry.contains("confined_to")) {
            lane.confinedTo(entry.getArray("confined_to").toList().stream().map(core -> ((Number) core).intValue()).toList());
        }
        if (entry.contains("note")) {
            lane.note(entry.getString("note"));
        }
        if (entry.contains("exit")) {
            TomlTable exit = entry.getTable("exit");
            lane.exited(ScenarioReader.number(exit, "pid", 0), ScenarioReader.number(exit, "code", 0), exit.getString("words", () -> ""));
        }
    }

    /** A worker without a kernel thread of its own. */
    private static void alone(TomlTable entry, int number, int at, ScriptedMachine machine) {
        String lane = entry.getString("lane");
        if (entry.contains("pid")) {
            machine.lane(lane).worker(ScenarioReader.number(entry, "pid", 0), 0);
        }
        worker(entry, at, machine.worker(lane, number));
    }

    private static void thread(TomlTable entry, int tid, int at, ScriptedMachine machine) {
        ScriptedThread thread = born(entry, tid, at, machine);
        number(entry, "on_cpu", at, thread::onCpu);
        number(entry, "run_delay", at, thread::runDelay);
        number(entry, "last_on", at, core -> thread.lastOn(core.intValue()));
        if (entry.contains("state")) {
            thread.state(((String) value(entry, "state", at)).charAt(0));
        }
        number(entry, "looks", at, thread::looks);
        TomlTable found = entry.getTableOrEmpty("found");
        for (String key : found.keySet()) {
            number(found, key, at, perSecond -> thread.foundWaiting(kind(key), perSecond));
        }
        if (entry.contains("lock")) {
            thread.lock(Long.decode((String) value(entry, "lock", at)));
        }
        if (entry.contains("without")) {
            thread.without(readings(entry.getArray("without")));
        }
        if (entry.getBoolean("ends", () -> false)) {
            thread.ends();
        }
        if (entry.contains("units") || entry.contains("waits") || entry.contains("stops")) {
            worker(entry, at, machine.worker(tid));
        }
    }

    private static void coroutine(TomlTable entry, int number, int at, ScriptedMachine machine) {
        String lane = entry.getString("lane");
        boolean isNew = entry.contains("thread");
        worker(entry, at, isNew ? machine.lane(lane).worker(ScenarioReader.number(entry, "pid", 0), ScenarioReader.number(entry, "thread", 0))
                : machine.worker(lane, number));
    }

    private static ScriptedThread born(TomlTable entry, int tid, int at, ScriptedMachine machine) {
        if (!entry.contains("pid")) {
            return machine.thread(tid);
        }
        int pid = ((Number) value(entry, "pid", at)).intValue();
        if (entry.contains("lane")) {
            machine.lane(entry.getString("lane")).worker(pid, tid);
        }
        return machine.thread(pid, tid, ((String) value(entry, "name", at)).replace("#", String.valueOf(at)));
    }

    private static int readings(TomlArray words) {
        int bits = 0;
        for (int i = 0; i < words.size(); i++) {
            bits |= switch (words.getString(i)) {
                case "on_cpu" -> ThreadTable.ON_CPU;
                case "run_delay" -> ThreadTable.RUN_DELAY;
                case "state" -> ThreadTable.STATE;
                case "core" -> ThreadTable.CORE;
                default -> throw new IllegalArgumentException("no reading is called " + words.getString(i));
            };
        }
        return bits;
    }

    private static void worker(TomlTable entry, int at, ScriptedWorker worker) {
        if (entry.getBoolean("stops", () -> false)) {
            worker.stops();
        }
        if (entry.getBoolean("units_only", () -> false)) {
            worker.unitsOnly();
        }
        number(entry, "units", at, worker::units);
        number(entry, "handoffs", at, perSecond -> worker.counts(Count.HANDOFFS, perSecond));
        TomlTable waits = entry.getTableOrEmpty("waits");
        for (String key : waits.keySet()) {
            number(waits, key, at, share -> worker.waits(kind(key), share));
        }
        if (entry.contains("lock_waits")) {
            TomlTable lock = entry.getTable("lock_waits");
            worker.lockWaits(((Number) value(lock, "per_second", at)).doubleValue(),
                    ((Number) value(lock, "micros", at)).longValue() * 1000);
        }
        if (entry.contains("collections")) {
            TomlTable collections = entry.getTable("collections");
            double perSecond = ((Number) value(collections, "per_second", at)).doubleValue();
            worker.counts(Count.COLLECTIONS, perSecond);
            worker.counts(Count.PAUSE_NANOS, perSecond * 1000 * ((Number) value(collections, "micros", at)).doubleValue());
        }
    }

    private static WaitKind kind(String key) {
        for (WaitKind kind : WaitKind.values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no wait kind is called " + key);
    }
}
