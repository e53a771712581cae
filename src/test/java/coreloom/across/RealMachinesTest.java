package coreloom.across;

import coreloom.history.History;
import coreloom.sampler.linux.RealMachine;
import coreloom.snapshot.LogicalCore;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.view.Golden;
import coreloom.view.IntervalTimes;
import coreloom.view.Key;
import coreloom.view.Picture;
import coreloom.view.State;
import coreloom.view.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folds of the heatmap on the topology of real machines; what runs on them is scripted: each node as busy as its number says, one core more. */
class RealMachinesTest {
    private static final List<String> FOLDS = List.of("usual", "smt", "cache", "node", "package", "busiest");

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"epyc-7451", "xeon-x7550", "milkv-pioneer", "cortex-x3"})
    void everyFold(String name) throws IOException {
        List<LogicalCore> topology = RealMachine.cores(name, root);
        History history = Picture.play(busy(topology));
        Surroundings around = new Surroundings(List.of(), name, topology.size(), 1_000_000_000L, Optional.empty(), false, "", List.of(),
                topology);
        State state = State.initial();
        for (String fold : FOLDS) {
            String text = Picture.of(history, state, around, 120, 40).text();
            Golden.check("screens/machines/" + name + "-" + fold + "-120x40.txt", text);
            state = state.on(Key.of('f'), new State.Range(0, false, IntervalTimes.of(history))).state();
        }
    }

    private static ScriptedSource busy(List<LogicalCore> topology) {
        return ScriptedSource.cores(topology.size()).lasting(12).at(0, machine -> {
            machine.lane("server", "attached", 0).process(10).phase(Phase.MEASURED);
            for (LogicalCore core : topology) {
                boolean more = core.id() % 8 == 3;
                machine.core(core.id()).busy(more ? 1 : 0.1 + core.numaNode() * 0.1 + core.packageNumber() * 0.05);
                machine.thread(10, 100 + core.id(), "on-" + core.id()).onCpu(more ? 0.99 : 0.1).state('R').lastOn(core.id());
            }
        });
    }
}
