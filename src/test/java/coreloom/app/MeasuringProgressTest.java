package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.workload.Kernel;
import coreloom.workload.variant.Variants;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far it is and how long it will take, on a clock turned by hand. */
class MeasuringProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final HandClock clock = new HandClock();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Measurements measurements = new Measurements(new MeasuringPlan("compare", new Kernel("cpu", Optional.empty(), false),
            List.of(Variants.named("threads").orElseThrow(), Variants.named("gil").orElseThrow()),
            List.of(2), 2, new MeasuringPlan.Length(8 * SECOND, 1000, 1000)));

    private MeasuringProgress progress(boolean rewritten) {
        return new MeasuringProgress(measurements, clock, new PrintStream(said, true), rewritten);
    }

    private static LaneReading lane(String name, Phase phase) {
        return new LaneReading(0, name, name, 2, phase, 0, 0, List.of(), "");
    }

    @Test
    void aFileGetsALineForEachTurn() {
        MeasuringProgress progress = progress(false);
        progress.tell(0, lane("threads", Phase.STARTING));
        progress.tell(0, lane("threads", Phase.MEASURED));
        clock.pass(12 * SECOND);
        progress.tell(1, lane("gil", Phase.STARTING));
        progress.clear();
        assertEquals("""
                coreloom: compare cpu: round 1 of 2, threads, 2 workers (1 of 4), about 42 s left
                coreloom: compare cpu: round 1 of 2, gil, 2 workers (2 of 4), about 36 s left
                """, said.toString(), "the first turn took 2 s beyond its plan, so will the others");
    }

    @Test
    void aTerminalGetsOneLineThatIsRewrittenAndTakenAway() {
        MeasuringProgress progress = progress(true);
        progress.tell(0, lane("threads", Phase.WARM_UP));
        clock.pass(SECOND);
        progress.tell(0, lane("threads", Phase.MEASURED));
        progress.clear();
        String first = "compare cpu: round 1 of 2, threads, 2 workers: warming up (1 of 4), 42 s left";
        String second = "compare cpu: round 1 of 2, threads, 2 workers: running (1 of 4), 41 s left";
        String gap = " ".repeat(first.length() - second.length());
        assertEquals("\r" + first + "\r" + second + gap + "\r" + " ".repeat(second.length()) + "\r", said.toString());
    }

    @Test
    void timeLeftIsRoundedForAReader() {
        assertEquals("0 s", Durations.left(0));
        assertEquals("59 s", Durations.left(58 * SECOND + 1));
        assertEquals("2 min 5 s", Durations.left(125 * SECOND));
        assertEquals("1 h 20 min", Durations.left(4800 * SECOND));
        assertEquals("200 ms", Durations.words(SECOND / 5));
        assertEquals("1.5 s", Durations.words(3 * SECOND / 2));
        assertEquals("10 s", Durations.words(10 * SECOND));
    }

    @Test
    void numbersOfWorkersAsPeopleWriteThem() throws Exception {
        assertEquals(List.of(1, 2, 3, 4), WorkerCounts.parse("1..4"));
        assertEquals(List.of(1, 2, 4, 8), WorkerCounts.parse("8, 1..2,4,4"));
        assertEquals(List.of(512), WorkerCounts.parse("512"));
    }
}
