package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.export.SvgChart;
import coreloom.history.ScriptedSummary;
import coreloom.snapshot.Host;
import coreloom.view.Golden;
import coreloom.workload.Kernel;
import coreloom.workload.variant.Discipline;
import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** What comparisons and sweeps print of scripted measurements. */
class MeasuringReportsTest {
    private static final Host HOST = new Host("bench", "Linux 6", "Java 17", 2, List.of());
    private static final long SECOND = 1_000_000_000L;

    private static Variant variant(String name) {
        return Variants.named(name).orElseThrow();
    }

    private static MeasuringPlan plan(String command, List<Integer> workers, int rounds) {
        return new MeasuringPlan(command, new Kernel("cpu", Optional.empty(), false), List.of(variant("threads"), variant("gil")), workers, rounds,
                new MeasuringPlan.Length(SECOND, 500, 0));
    }

    /** Every turn gives what the two laws say: threads σ 0.05, κ 0.01; gil σ 0.98. A round differs from the next by half a percent. */
    private static Measurements measured(MeasuringPlan plan, int turns) {
        Measurements measurements = new Measurements(plan);
        for (int i = 0; i < turns; i++) {
            measurements.began(i);
            measurements.see(List.of(turn(measurements.turns().get(i), i).ended()));
        }
        return measurements;
    }

    private static ScriptedSummary turn(Turn turn, int laneId) {
        int workers = turn.lane().workers();
        boolean gil = turn.lane().name().equals("gil");
        double slowness = gil ? 1 + 0.98 * (workers - 1) : 1 + 0.05 * (workers - 1) + 0.01 * workers * (workers - 1);
        double throughput = 10_000 * workers / slowness * (1 + 0.005 * (turn.round() - 2));
        return new ScriptedSummary(laneId, turn.lane().name(), workers, throughput, gil ? 1 - 1.0 / workers : 0);
    }

    private static Measured whole(MeasuringPlan plan) {
        Measurements measurements = measured(plan, plan.turns().size());
        return new Measured(measurements, HOST, false);
    }

    @Test
    void theTableOfAComparison() throws Exception {
        Golden.check("measured/compare.txt", new CompareReport().of(whole(plan("compare", List.of(2), 3))));
    }

    @Test
    void theDocumentOfAComparison() throws Exception {
        String text = new CompareJson().of(whole(plan("compare", List.of(2), 3)));
        Golden.check("measured/compare.json", text);
        assertEquals("coreloom-compare/1", JsonTree.parse(text).get("schema"));
    }

    @Test
    void theReportOfASweep() throws Exception {
        Measured measured = whole(plan("sweep", List.of(1, 2, 3, 4), 3));
        Golden.check("measured/sweep.txt", new SweepReport(true).of(measured));
        String ascii = new SweepReport(false).of(measured);
        Golden.check("measured/sweep-ascii.txt", ascii);
        assertTrue(ascii.chars().allMatch(character -> character < 0x80));
        assertTrue(new SweepReport(true).of(measured).lines().filter(line -> line.contains("┤")).allMatch(line -> line.length() <= 80));
    }

    @Test
    void theDocumentOfASweep() throws Exception {
        String text = new SweepJson().of(whole(plan("sweep", List.of(1, 2, 3, 4), 2)));
        Golden.check("measured/sweep.json", text);
        assertEquals(List.of("threads", "gil"), ((List<?>) JsonTree.parse(text).get("curves")).stream()
                .map(curve -> ((Map<?, ?>) curve).get("variant")).toList());
    }

    @Test
    void theChartAsSvgIsWellFormedAndWithoutScripts() throws Exception {
        Measured measured = whole(plan("sweep", List.of(1, 2, 3, 4), 3));
        Golden.check("measured/sweep.svg", new SvgChart(measured.plan().heading(), measured.curves()).text());
        String hostile = new SvgChart("<script>\u001b&\"", measured.curves()).text();
        assertFalse(hostile.contains("<script"));
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(hostile.getBytes(StandardCharsets.UTF_8)));
        assertEquals("svg", document.getDocumentElement().getTagName());
    }

    @Test
    void anEarlyEndSaysWhatItHas() {
        Measurements measurements = measured(plan("sweep", List.of(1, 2, 4), 3), 7);
        measurements.began(7);
        measurements.see(List.of(turn(measurements.turns().get(7), 7).cutAfter(SECOND / 3)));
        Measured measured = new Measured(measurements, HOST, true);
        assertEquals("Ended early, after 7 of 18 turns.", measured.notes().get(0));
        assertTrue(new SweepReport(false).of(measured).contains("Ended early"));
        assertTrue(new SweepJson().of(measured).contains("\"endedEarly\" : true"));
    }

    @Test
    void aTurnCutShortCountsFromHalfOfItsTimeOn() {
        Measurements measurements = measured(plan("compare", List.of(2), 1), 0);
        measurements.began(0);
        measurements.see(List.of(turn(measurements.turns().get(0), 0).cutAfter(SECOND / 2 - 1)));
        assertEquals(0, measurements.measured());
        measurements.see(List.of(turn(measurements.turns().get(0), 0).cutAfter(SECOND / 2)));
        assertEquals(1, measurements.measured());
    }

    @Test
    void nothingMeasuredIsSaidInEveryForm() {
        Measured none = new Measured(new Measurements(plan("sweep", List.of(1, 2), 1)), HOST, true);
        assertTrue(new CompareReport().of(none).endsWith("Nothing was measured."));
        assertTrue(new SweepReport(true).of(none).endsWith("Nothing was measured."));
        assertTrue(new SweepJson().of(none).contains("Nothing was measured."));
        assertTrue(new SvgChart("none", none.curves()).text().contains("</svg>"));
    }

    @Test
    void aLaneThatFailedIsNamedAndDoesNotCount() {
        Measurements measurements = measured(plan("compare", List.of(2), 2), 3);
        measurements.began(3);
        measurements.see(List.of(turn(measurements.turns().get(3), 3).failed("Lane gil: it ended.")));
        Measured measured = new Measured(measurements, HOST, false);
        assertEquals(List.of("Round 2, 2 workers: Lane gil: it ended."), measured.troubles());
        assertEquals(3, measured.runs());
        assertTrue(new CompareReport().of(measured).contains("gil with 2 workers: 1 of 2 rounds counted."));
    }

    /** A variant that cannot run on any machine. */
    private record Impossible() implements Variant {
        @Override
        public String name() {
            return "impossible";
        }

        @Override
        public List<Integer> threadsOfProcesses(int workers) {
            return List.of(workers);
        }

        @Override
        public Discipline discipline() {
            return Discipline.FREE;
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.of("it needs Java 99 or later; this lane runs on 17");
        }

        @Override
        public String sentence() {
            return "Nothing.";
        }
    }

    @Test
    void aVariantThatCannotRunHereIsARowWithoutFiguresAndItsReason() throws Exception {
        MeasuringPlan plan = new MeasuringPlan("compare", new Kernel("cpu", Optional.empty(), false), List.of(variant("threads"), new Impossible()), List.of(2), 3,
                new MeasuringPlan.Length(SECOND, 500, 0));
        assertEquals(3, plan.turns().size(), "no time is spent on it");
        Measured measured = whole(plan);
        Golden.check("measured/compare-impossible.txt", new CompareReport().of(measured));
        List<?> variants = (List<?>) JsonTree.parse(new CompareJson().of(measured)).get("variants");
        assertEquals("it needs Java 99 or later; this lane runs on 17", ((Map<?, ?>) variants.get(1)).get("obstacle"));
        assertEquals(List.of(), measured.troubles());
    }

    @Test
    void tooManyProcessesAreNamedWithTheirNumber() {
        MeasuringPlan plan = new MeasuringPlan("sweep", new Kernel("io", Optional.empty(), false), List.of(variant("processes")), List.of(1, 600), 1, new MeasuringPlan.Length(SECOND, 500, 0));
        assertEquals(1, plan.turns().size());
        assertEquals(List.of("processes with 600 workers cannot run here: it would be 600 processes, and a lane has at most 512."), plan.obstacles());
    }

    @Test
    void aTurnThatBeginsOnceMoreTakesThePlaceOfTheFirst() {
        Measurements measurements = measured(plan("compare", List.of(2), 1), 1);
        measurements.began(0);
        measurements.see(List.of(new ScriptedSummary(1, "threads", 2, 77, 0).ended()));
        assertEquals(77, measurements.repeats(variant("threads"), 2).runs().get(0).throughput());
    }
}
