package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coreloom.gil.Ablation;
import coreloom.gil.InterpreterLock;
import coreloom.gil.object.Counting;
import coreloom.workload.variant.ThreadKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerOptionsTest {
    private static final String LEAST = "--page p --threads 2 --first 4 --discipline gil --kernel k.pyasm";

    @Test
    void theLeastIsEnough() {
        WorkerOptions options = WorkerOptions.read(LEAST.split(" "));
        assertEquals(new WorkerOptions(Path.of("p"), new WorkerOptions.Crew(2, 4, 500), new WorkerOptions.Rule(Discipline.Kind.GIL, 5_000),
                new KernelOptions(Path.of("k.pyasm"), new KernelOptions.Sizes(1_000, 2_000, 60, 600, 3_000),
                        new KernelOptions.Interpreted(1 << 20, 2_048, 2_000, Optional.empty())), Optional.empty()), options);
    }

    @Test
    void everythingCanBeSaid() {
        WorkerOptions options = WorkerOptions.read((LEAST + " --unit-steps 1 --latency-micros 2 --critical-steps 3 --outside-steps 4"
                + " --warm-up-millis 5 --switch-interval-micros 6 --operation-micros 10 --extension-bytes 7 --release-bytes 8 --collector-threshold 9"
                + " --counting biased").split(" "));
        assertEquals(new WorkerOptions(Path.of("p"), new WorkerOptions.Crew(2, 4, 5), new WorkerOptions.Rule(Discipline.Kind.GIL, 6),
                new KernelOptions(Path.of("k.pyasm"), new KernelOptions.Sizes(1, 2, 3, 4, 10),
                        new KernelOptions.Interpreted(7, 8, 9, Optional.of(Counting.Way.BIASED))),
                Optional.empty()), options);
    }

    @Test
    void whoAsksIsToldWhomAndHowOften() {
        WorkerOptions asker = WorkerOptions.read((LEAST + " --asks s --request-period-micros 5 --replies r").split(" "));
        assertEquals(Optional.of(new AskerOptions(Path.of("s"), 5, Optional.of(Path.of("r")))), asker.echo().asks());
        WorkerOptions answering = WorkerOptions.read((LEAST + " --answers s --request-period-micros 5").split(" "));
        assertEquals(new WorkerOptions.Echo(Optional.of(Path.of("s")), Optional.empty()), answering.echo());
    }

    @Test
    void aProcessOfAPoolIsToldItsPartAndWhatItShares() {
        WorkerOptions options = WorkerOptions.read(("--page p --threads 3 --first 2 --discipline gil --kernel cpu --role parent --pool-workers 2"
                + " --pool-call-units 7 --calls c --results r --shared s").split(" "));
        assertEquals(Optional.of(new PoolOptions(PoolOptions.Part.PARENT, 2, 7, Path.of("c"), Path.of("r"), Path.of("s"))), options.pool());
    }

    @Test
    void crewAndRuleCanBeOtherThanUsual() {
        WorkerOptions options = WorkerOptions.read((LEAST + " --thread-kind virtual --seed 8 --stripes 2 --interpreter-lock shared-3.12").split(" "));
        assertEquals(new WorkerOptions.Crew(2, 4, 500, ThreadKind.VIRTUAL, 8), options.crew());
        assertEquals(new WorkerOptions.Rule(Discipline.Kind.GIL, 5_000, 2, InterpreterLock.SHARED_3_12, Set.of()), options.rule());
        assertEquals(new Seeds(8, 4), options.seeds());
    }

    @Test
    void anExperimentLeavesPartsOut() {
        Set<Ablation> without = WorkerOptions.read((LEAST + " --without forced-switch+token").split(" ")).rule().without();
        assertEquals(Set.of(Ablation.FORCED_SWITCH, Ablation.TOKEN), without);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "--page p | --threads is missing.",
        LEAST + " --colour red | --colour is no option of a worker.",
        LEAST + " --colour | --colour has no value.",
        LEAST + " red | 'red' stands where an option such as --threads is expected.",
        LEAST + " --first 4 | --first is given twice.",
        "--page p --threads two | --threads is 'two', not a whole number from 1 to 4096.",
        "--page p --threads 0 | --threads is '0', not a whole number from 1 to 4096.",
        "--page p --threads 4097 | --threads is '4097', not a whole number from 1 to 4096.",
        "--page p --threads 1 --first 0 --discipline GIL | --discipline is 'GIL', not one of: free, locked, gil, striped, subinterpreters, loop, free_threaded.",
        "--page p --threads 1 --first 0 --discipline free | --kernel is missing.",
        LEAST + " --operation-micros 500001 | --operation-micros is '500001', not a whole number from 1 to 500000.",
        LEAST + " --interpreter-lock shared | --interpreter-lock is 'shared', not one of: own, shared-3.12, shared-3.13.",
        LEAST + " --thread-kind green | --thread-kind is 'green', not one of: platform, virtual.",
        LEAST + " --role cook | --role is 'cook', not one of: pooled, parent.",
        LEAST + " --role pooled | --pool-workers is missing.",
        LEAST + " --role pooled --pool-workers 2 --calls c --results r --shared s | --threads is '2', but such a process of a pool has 1.",
        LEAST + " --role parent --pool-workers 2 --calls c --results r --shared s | --threads is '2', but such a process of a pool has 3.",
        LEAST + " --without token+luck | 'luck' is no part that can be left out; there are "
            + "interval, forced-switch, token, operation-boundary, io-release, extension-release.",
        LEAST + " --counting all | --counting is 'all', not one of: plain, locked, atomic, biased.",
    })
    void whatIsWrongIsSaid(String line, String sentence) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> WorkerOptions.read(line.split(" "))).getMessage());
    }
}
