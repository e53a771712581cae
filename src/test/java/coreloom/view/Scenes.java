package coreloom.view;

import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedLane;
import coreloom.snapshot.ScriptedMachine;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.time.Duration;

/** Scripted runs that the tests of several rooms look at. */
public final class Scenes {
    private Scenes() {}

    /** Threads run for eight seconds and use both cores; then four threads under the interpreter lock use one. */
    public static ScriptedSource threadsThenGil() {
        return ScriptedSource.cores(2).lasting(22)
                .at(0, machine -> {
                    machine.profile("cpu");
                    begin(machine, "threads", 100);
                })
                .at(1, machine -> {
                    machine.core(0).busy(0.52);
                    machine.core(1).busy(0.03);
                    work(machine, 101, 0.98, 0.01, 0);
                    machine.lane("threads").phase(Phase.BASELINE);
                })
                .at(3, machine -> {
                    machine.core(0).busy(0.98);
                    machine.core(1).busy(0.97);
                    for (int tid = 101; tid <= 104; tid++) {
                        work(machine, tid, 0.48, 0.50, 0);
                    }
                    machine.lane("threads").phase(Phase.MEASURED).planned(Duration.ofSeconds(8));
                })
                .at(11, machine -> {
                    machine.lane("threads").phase(Phase.ENDED).exited(100, 0, "");
                    for (int tid = 101; tid <= 104; tid++) {
                        machine.worker(tid).stops();
                        machine.thread(tid).ends();
                    }
                    begin(machine, "gil", 200);
                    machine.core(0).busy(0.05);
                    machine.core(1).busy(0.04);
                })
                .at(12, machine -> {
                    machine.lane("gil").phase(Phase.BASELINE);
                    machine.core(0).busy(0.97);
                    work(machine, 201, 0.97, 0.01, 0);
                })
                .at(14, machine -> {
                    machine.lane("gil").phase(Phase.MEASURED).planned(Duration.ofSeconds(8));
                    machine.core(0).busy(0.51);
                    machine.core(1).busy(0.45);
                    for (int tid = 201; tid <= 204; tid++) {
                        work(machine, tid, 0.24, 0.01, 0.74);
                    }
                });
    }

    private static void begin(ScriptedMachine machine, String variant, int pid) {
        ScriptedLane lane = machine.lane(variant, variant, 4).phase(Phase.WARM_UP).process(pid);
        for (int i = 0; i < 4; i++) {
            lane.worker(pid, pid + 1 + i);
            machine.thread(pid, pid + 1 + i, "worker-" + i).onCpu(0).state('S').lastOn(i % 2);
        }
    }

    private static void work(ScriptedMachine machine, int tid, double onCpu, double runDelay, double lockWait) {
        machine.thread(tid).onCpu(onCpu).runDelay(runDelay).state('R');
        machine.worker(tid).units(onCpu * 12_000);
        if (lockWait > 0) {
            machine.worker(tid).waits(WaitKind.INTERPRETER_LOCK, lockWait).lockWaits(41, 15_800_000).counts(Count.HANDOFFS, 41);
        }
    }
}
